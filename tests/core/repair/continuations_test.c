/* SPDX-License-Identifier: MIT
 * Articles that jump: the lines that say so become links, in both directions. */
#include "tests/core/repair/bodies.h"
#include "tests/core/repair/page.h"

#define FAMILY "灯塔下面的人家\n\n" KEEPERS
#define REST "从前没有电，夜里每隔两\n个时辰就要添一回油，风大的时候整夜\n不能合眼。\n"

static void test_jump_lines_name_pages(void **state)
{
    (void)state;
    assert_proof(FAMILY "（下转第二版）\n\f（上接第一版）" REST,
                 "news\n"
                 "  headline: 灯塔下面的人家\n" KEEPERS_TEXT "  continued_on: 2\n"
                 "news\n"
                 "  paragraph: 从前没有电，夜里每隔两个时辰就要添一回油，风大的时候整夜不能合眼。\n"
                 "  continued_from: 1\n"
                 "jump-line: （下转第二版）\n"
                 "jump-line: （上接第一版）\n",
                 true);
}

static void test_jump_lines_glued_to_the_text(void **state)
{
    (void)state;
    assert_proof(FAMILY "守塔人说， （下转2版）\n\f（上接1版）" REST,
                 "news\n"
                 "  headline: 灯塔下面的人家\n" KEEPERS_TEXT "  paragraph: 守塔人说，\n"
                 "  continued_on: 2\n"
                 "news\n"
                 "  paragraph: 从前没有电，夜里每隔两个时辰就要添一回油，风大的时候整夜不能合眼。\n"
                 "  continued_from: 1\n",
                 false);
}

static void test_the_parts_are_linked(void **state)
{
    (void)state;
    galley_issue *issue =
        page_repair(FAMILY "守塔人说， （下转第三版）\n\f" LIGHTHOUSE "\n礁石灯塔修缮完工\n\f（上接第一版）" REST);
    assert_int_equal(issue->articles.count, 3);
    assert_int_equal(issue->articles.items[0]->continued_in, 2);
    assert_int_equal(issue->articles.items[2]->continues, 0);
    assert_int_equal(issue->articles.items[1]->continued_in, GALLEY_NONE);
    assert_int_equal(issue->articles.items[1]->continues, GALLEY_NONE);
    assert_int_equal(issue->articles.items[2]->page, 2);
    galley_issue_drop(issue);
}

static void test_a_part_that_is_not_there(void **state)
{
    (void)state;
    galley_findings *findings = galley_findings_new();
    galley_issue *issue = page_repair_as(FAMILY "（下转第三版）\n\f" LIGHTHOUSE "\n礁石灯塔修缮完工\n", NULL, findings);
    assert_int_equal(issue->articles.items[0]->continued_in, GALLEY_NONE);
    assert_true(galley_slice_is(issue->articles.items[0]->continued_on, "3"));
    assert_int_equal(galley_findings_count_code(findings, "continuations.missing"), 1);
    galley_findings_drop(findings);
    galley_issue_drop(issue);
}

/* One part in each of several languages, jumping to and from A5 or 3. */
static void test_parts_in_other_languages(void **state)
{
    (void)state;
    static const char *const dumps[] = {
        "THE ALDER GAZETTE\nNo. 12   Thursday, June 3, 2031\n\nFerry Returns to the River\n\n"
        "The ferry will run again from Monday, and the harbour\noffice has paid for the repair. At noon the\n"
        "See FERRY, Page A5\n\f"
        "A5  THE ALDER GAZETTE  Thursday, June 3, 2031\n\nFERRY, from Page A1\n\n"
        "children of the other bank came down to look at it.\n",
        "Die Fähre fährt wieder\n\n"
        "Die Fähre über die Erle fährt von Montag an wieder, und\ndas Amt hat den Schaden gezahlt. Am Abend kamen die\n"
        "(Fortsetzung auf Seite 2)\n\f"
        "(Fortsetzung von der Titelseite)\n\nKinder vom anderen Ufer und sahen sie an.\n",
        "Le bac est de retour\n\n"
        "Le bac sur la rivière reprendra lundi son service, et le\nbureau du port a payé la réparation. Le soir, les\n"
        "Suite page 2\n\f"
        "Suite de la première page\n\nenfants de l'autre rive sont venus pour le voir.\n",
        "La barca vuelve a cruzar\n\n"
        "La barca del río vuelve a cruzar el lunes, y la oficina del\npuerto ha pagado el arreglo. Por la tarde los\n"
        "(Pasa a la página siguiente)\n\f"
        "(Viene de portada)\n\nniños de la otra orilla bajaron para ver la barca.\n",
    };
    for (size_t i = 0; i < sizeof dumps / sizeof *dumps; i++) {
        galley_issue *issue = page_repair(dumps[i]);
        const galley_article *part = NULL, *rest = NULL;
        for (size_t k = 0; k < issue->articles.count; k++) {
            part = issue->articles.items[k]->continued_in != GALLEY_NONE ? issue->articles.items[k] : part;
            rest = issue->articles.items[k]->continues != GALLEY_NONE ? issue->articles.items[k] : rest;
        }
        if (!part || !rest)
            fail_msg("the parts of dump %zu are not linked", i);
        assert_ptr_equal(issue->articles.items[part->continued_in], rest);
        assert_int_equal(part->page, 0);
        assert_int_equal(rest->page, 1);
        galley_issue_drop(issue);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_jump_lines_name_pages),    cmocka_unit_test(test_jump_lines_glued_to_the_text),
        cmocka_unit_test(test_the_parts_are_linked),     cmocka_unit_test(test_a_part_that_is_not_there),
        cmocka_unit_test(test_parts_in_other_languages),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT
 * Language packs as they were embedded, whole; the nearest one for a tag; and the
 * language told from the letters of an issue. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "tests/core/text/codes.h"

#include "core/text/language.h"

static void test_the_nearest_pack(void **state)
{
    static const struct {
        const char *wanted, *found;
    } table[] = {
        { "zh", "zh-Hans" },      { "zh-CN", "zh-Hans" }, { "zh-Hans", "zh-Hans" }, { "zh-Hans-SG", "zh-Hans" },
        { "zh-TW", "zh-Hant" },   { "zh-HK", "zh-Hant" }, { "zh-Hant", "zh-Hant" }, { "zh-Hant-MO", "zh-Hant" },
        { "zh-hant", "zh-Hant" }, { "ZH-tw", "zh-Hant" }, { "en", "en" },           { "en-GB", "en" },
        { "eng", "eng" },         { "xx", "xx" },         { "und", "und" },         { "", "" },
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        const language *pack = language_load(*state, galley_slice_of(table[i].wanted));
        assert_non_null(pack);
        if (!galley_slice_is(pack->tag, table[i].found))
            fail_msg("%s gives the pack %.*s", table[i].wanted, GALLEY_SHOW(pack->tag));
    }
}

static void test_an_empty_pack_knows_nothing(void **state)
{
    const language *pack = language_load(*state, galley_slice_of("xx"));
    for (size_t i = 0; i < LANGUAGE_LIST_COUNT; i++)
        assert_int_equal(pack->lists[i].count, 0);
    assert_false(language_set_has(&pack->surnames, 0x738B));
}

static bool pattern_known(const language *pack, language_list list, const char *text)
{
    struct codes codes = codes_of(text);
    return pattern_whole(&pack->lists[list], codes_text(&codes));
}

/* Lists that every pack has something for. */
static void test_the_packs_are_filled(void **state)
{
    static const language_list wanted[] = { LANGUAGE_LEADS,         LANGUAGE_ROLES,          LANGUAGE_SIGNATURES,
                                            LANGUAGE_CREDIT_WHOLE,  LANGUAGE_CAPTION_STARTS, LANGUAGE_JUMP_TO,
                                            LANGUAGE_JUMP_FROM,     LANGUAGE_POINTERS,       LANGUAGE_PAGE_WORDS,
                                            LANGUAGE_FIRST_PAGE,    LANGUAGE_NEXT_PAGE,      LANGUAGE_PREVIOUS_PAGE,
                                            LANGUAGE_TITLE_ENDS,    LANGUAGE_MASTHEAD_WORDS, LANGUAGE_ISSUE_NUMBERS,
                                            LANGUAGE_GUIDE_WORDS,   LANGUAGE_NOTICE_WORDS,   LANGUAGE_AD_WORDS,
                                            LANGUAGE_SECTION_LABELS };
    for (size_t p = 0; galley_language_packs[p]; p++) {
        const language *pack = language_load(*state, language_tag(galley_language_packs[p]));
        if (!pack)
            fail_msg("pack %zu cannot be read: a line of it may be too long", p);
        assert_true(galley_slice_equal(pack->tag, language_tag(galley_language_packs[p])));
        for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
            if (!pack->lists[wanted[i]].count)
                fail_msg("list %d of %.*s is empty", (int)wanted[i], GALLEY_SHOW(pack->tag));
        assert_true(pack->dates.forms.count > 0 && pack->dates.weekdays.count >= 7 && pack->guide_signs.count > 0);
        assert_true(pack->square || (pack->hyphens && pack->dates.months.count >= 12));
    }
}

/* No list was cut off by the parser: the last words of lists that go on over several
 * lines are there. */
static void test_lists_are_read_to_their_end(void **state)
{
    static const char *const tags[] = { "zh-Hans", "zh-Hant" };
    for (size_t t = 0; t < 2; t++) {
        const language *pack = language_load(*state, galley_slice_of(tags[t]));
        assert_true(pattern_known(pack, LANGUAGE_DOUBLE_SURNAMES, "呼延"));
        assert_true(language_set_has(&pack->surnames, 0x738B));  /* 王 */
        assert_true(language_set_has(&pack->surnames, 0x4ED8));  /* 付, the last one */
        assert_false(language_set_has(&pack->surnames, 0x7684)); /* 的 */
        assert_true(language_set_has(&pack->function, 0x7684));
        assert_true(pack->surnames.count > 300);
        for (size_t i = 1; i < pack->surnames.count; i++)
            assert_true(pack->surnames.items[i - 1] <= pack->surnames.items[i]);
    }
}

/* Jump lines, pointers, bylines, credits and leads as papers of each language print them. */
static const struct {
    const char *tag;
    language_list list;
    const char *text;
    bool known;
} customs[] = {
    { "zh-Hans", LANGUAGE_JUMP_TO, "（下转A05版）", true },
    { "zh-Hant", LANGUAGE_JUMP_TO, "（下轉A5版）", true },
    { "zh-Hant", LANGUAGE_JUMP_FROM, "（上接第一版）", true },
    { "zh-Hant", LANGUAGE_LEADS, "〔記者林砚舟／渡口報導〕", true },
    { "ja", LANGUAGE_JUMP_TO, "（２面に続く）", true },
    { "ja", LANGUAGE_JUMP_FROM, "＝１面から続く", true },
    { "ja", LANGUAGE_LEADS, "【渡口＝山田太郎】", true },
    { "ja", LANGUAGE_LEADS, "【社説】", false },
    { "ja", LANGUAGE_ISSUE_NUMBERS, "第12,345号", true },
    { "ko", LANGUAGE_JUMP_TO, "▶2면에 계속", true },
    { "ko", LANGUAGE_JUMP_FROM, "◀1면에서 계속", true },
    { "ko", LANGUAGE_LEADS, "[나루=물결뉴스]", true },
    { "ko", LANGUAGE_ISSUE_NUMBERS, "제12345호", true },
    { "en", LANGUAGE_JUMP_TO, "Continued on Page A5", true },
    { "en", LANGUAGE_JUMP_TO, "CONTINUED ON PAGE B-2", true },
    { "en", LANGUAGE_JUMP_TO, "(Continued on page 5, column 2)", true },
    { "en", LANGUAGE_JUMP_TO_ALONE, "See FERRY, Page A5", true },
    { "en", LANGUAGE_JUMP_FROM_ALONE, "FERRY, from A1", true },
    { "en", LANGUAGE_JUMP_FROM, "From the page", false },
    { "en", LANGUAGE_LEADS, "ALDERMOUTH, June 3 (Reuters) —", true },
    { "en", LANGUAGE_LEADS, "PORT ALDER —", true },
    { "en", LANGUAGE_LEADS, "The ferry —", false },
    { "en", LANGUAGE_ROLES, "By", true },
    { "en", LANGUAGE_ROLES, "Byzantium", false },
    { "en", LANGUAGE_CREDIT_WHOLE, "Photo by Ada Ferry", true },
    { "en", LANGUAGE_CREDIT_WHOLE, "Photo by the river", false },
    { "en", LANGUAGE_ISSUE_NUMBERS, "No. 12,345", true },
    { "de", LANGUAGE_JUMP_TO, "Fortsetzung auf Seite 3", true },
    { "de", LANGUAGE_JUMP_FROM, "Fortsetzung von Seite 1", true },
    { "de", LANGUAGE_LEADS, "Erlenburg (dpa)", true },
    { "de", LANGUAGE_LEADS, "die Fähre (dpa)", false },
    { "de", LANGUAGE_TITLE_ENDS, "Erlenburger Zeitung", true },
    { "de", LANGUAGE_TITLE_ENDS, "Abendzeitung", true },
    { "fr", LANGUAGE_JUMP_TO, "(Suite page 4)", true },
    { "fr", LANGUAGE_JUMP_FROM, "Suite de la première page", true },
    { "fr", LANGUAGE_LEADS, "AULNAIE (AFP)", true },
    { "es", LANGUAGE_JUMP_TO, "(Pasa a la página 6)", true },
    { "es", LANGUAGE_JUMP_FROM, "Viene de portada", true },
    { "es", LANGUAGE_LEADS, "Alisal, 3 jun (EFE)", true },
};

static void test_packs_know_the_customs_of_their_papers(void **state)
{
    for (size_t i = 0; i < sizeof customs / sizeof *customs; i++) {
        const language *pack = language_load(*state, galley_slice_of(customs[i].tag));
        if (pattern_known(pack, customs[i].list, customs[i].text) != customs[i].known)
            fail_msg("%s: %s", customs[i].tag, customs[i].text);
    }
}

static void test_a_full_arena_is_told(void **state)
{
    (void)state;
    for (size_t cap = 16; cap < 4000; cap += 97) {
        galley_arena *arena = galley_arena_new(cap);
        assert_null(language_load(arena, galley_slice_of("zh")));
        assert_int_equal(galley_arena_status(arena), GALLEY_LIMIT);
        galley_arena_drop(arena);
    }
}

static void assert_detected(const char *text, const char *tag)
{
    galley_issue *issue = galley_issue_new(0);
    galley_issue_add_page(issue, galley_slice_of("page"));
    galley_issue_add_zone(issue);
    galley_issue_add_line(issue, (galley_slice){ 0 }, 1, 1);
    galley_issue_add_line(issue, galley_slice_of(text), 2, 2);
    galley_slice found = language_detect(issue);
    if (!galley_slice_is(found, tag))
        fail_msg("%s was taken for %.*s", text, GALLEY_SHOW(found));
    galley_issue_drop(issue);
}

static void test_letters_tell_the_language(void **state)
{
    (void)state;
    assert_detected("渡口的水位这个月涨了两尺，渔民们说还会再涨。", "zh-Hans");
    assert_detected("渡口的水位這個月漲了兩尺，漁民們說還會再漲。", "zh-Hant");
    assert_detected("渡口の水位は今月二尺も上がり、漁師たちはまだ上がると言う。", "ja");
    assert_detected("나루터의 물이 이번 달에 두 자나 올랐다고 어부들이 말했다.", "ko");
    assert_detected("The river rose two feet this month, the ferrymen say.", "en");
    assert_detected("第9期 A3 渡口晨报 国内刊号 ISSN ABCD", "zh-Hans");
    assert_detected("Die Fähre über die Erle fährt wieder.", "de");
    assert_detected("Le bac sur la rivière est de retour.", "fr");
    assert_detected("La barca del río vuelve a cruzar los lunes.", "es");
    assert_detected("PORT ALDER - The ferry will run again from Monday.", "en");
    assert_detected("渡轮明日复航", "zh-Hans");
    assert_detected("渡輪明日復航", "zh-Hant");
    assert_detected("渡し船あす再開", "ja");
    assert_detected("나룻배 내일 재개", "ko");
    assert_detected("渡轮公司说，\"The ferry is safe and it will run\"，票价不变，时间也不变，请市民们放心。",
                    "zh-Hans");
    assert_detected("Lautta kulkee taas maanantaina joen yli.", "und");
    assert_detected("2031 — 04 / 05", "und");
    assert_detected("", "und");
}

static void test_an_empty_issue_has_no_language(void **state)
{
    (void)state;
    galley_issue *issue = galley_issue_new(0);
    assert_true(galley_slice_is(language_detect(issue), "und"));
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(test_the_nearest_pack),
        WITH_ARENA(test_an_empty_pack_knows_nothing),
        WITH_ARENA(test_the_packs_are_filled),
        WITH_ARENA(test_lists_are_read_to_their_end),
        WITH_ARENA(test_packs_know_the_customs_of_their_papers),
        cmocka_unit_test(test_a_full_arena_is_told),
        cmocka_unit_test(test_letters_tell_the_language),
        cmocka_unit_test(test_an_empty_issue_has_no_language),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT
 * Where two lines meet: hyphens that broke a word and hyphens that were printed,
 * Korean words that go on without a sign, dashes, elisions.  The issue around them is
 * the dictionary. */
#include "tests/core/repair/page.h"

/* Two sentences in each language, so that it is recognised and has a measure; the
 * lines to be joined stand between them. */
#define ENGLISH(lines)                                                                                                 \
    "The ferry between the two banks of the River\n"                                                                   \
    "Alder was laid up since the flood, when one\n" lines "It was lifted out of the water in April and\n"              \
    "will run again when the rudder has been cast.\n"

static void assert_joined(const char *dump, const char *words)
{
    galley_issue *issue = page_repair(dump);
    galley_buffer proof = page_pull(issue, false);
    if (!strstr(proof.bytes, words))
        page_fail(dump, proof.bytes, words);
    galley_buffer_drop(&proof);
    galley_issue_drop(issue);
}

static void test_english_hyphens(void **state)
{
    (void)state;
    static const struct {
        const char *dump, *words;
    } cases[] = {
        { ENGLISH("of the trees that came down the water har-\nbour side broke it.\n"), "water harbour side" },
        { ENGLISH("of the well-known boats was struck by a well-\nknown tree.\n"), "a well-known tree" },
        { ENGLISH("of the seamen saw a sea-\nmen of another boat call.\n"), "a seamen of" },
        { ENGLISH("of the Anglo-\nSaxon trees came down the water and broke it.\n"), "the Anglo-Saxon trees" },
        { ENGLISH("of the two-\nand three-masted boats was struck by a tree.\n"), "the two- and three-masted" },
        { ENGLISH("of the trees came down. A new 20-\nfoot boat was struck.\n"), "new 20-foot boat" },
        { ENGLISH("of the trees came down the water—\nnobody knows where it stood.\n"), "water—nobody" },
        { ENGLISH("of the trees came down the water -\nnobody knows where it stood.\n"), "water - nobody" },
        { ENGLISH("of the trees came down with an x-\nray of the boat in it.\n"), "an x-ray of" },
        { ENGLISH("of the trees came down the water and/\nor stood there.\n"), "and/or stood" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_joined(cases[i].dump, cases[i].words);
}

#define GERMAN(lines)                                                                                                  \
    "Die Fähre zwischen den Ufern der Erle fährt\n"                                                                  \
    "von Montag an wieder, sie hatte mit ihrem\n" lines "Das teilte das Amt am Mittwoch mit, und es\n"                 \
    "zahlt auch die neuen Ruder und die Fahrten.\n"

static void test_german_hyphens(void **state)
{
    (void)state;
    static const struct {
        const char *dump, *words;
    } cases[] = {
        { GERMAN("Ruder seit dem Hochwasser im Frühling still-\ngelegen.\n"), "stillgelegen" },
        { GERMAN("Ruder seit Ostern still gelegen. Die Vor-\nund Nachteile sind bekannt.\n"),
          "Die Vor- und Nachteile" },
        { GERMAN("Ruder seit Ostern still gelegen. Die Süd-\nWest-Ecke ist bekannt.\n"), "Die Süd-West-Ecke" },
        { GERMAN("Ruder seit Ostern still gelegen. Der Zuk-\nker ist bekannt.\n"), "Der Zukker" }, /* as printed */
        { GERMAN("Ruder seit Ostern still gelegen. Die E-\nMail ist bekannt.\n"), "Die E-Mail" },
        { GERMAN("Ruder seit Ostern gelegen. Der 80-\njährige Fährmann ist bekannt.\n"), "Der 80-jährige" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_joined(cases[i].dump, cases[i].words);
}

static void test_french_elisions(void **state)
{
    (void)state;
    assert_joined("Le bac qui relie les deux rives de la rivière\n"
                  "reprendra lundi son service, après la crue d’\n"
                  "avril, et le passeur est content. Peut-\n"
                  "être la commune paiera-t-elle le gouvernail.\n",
                  "la crue d’avril, et le passeur est content. Peut-être la");
}

#define KOREAN(lines)                                                                                                  \
    "나루의 두 기슭을 잇는 나룻배가 월요일부터 다시 뜬\n"                                         \
    "다고 나루의 항만사무소는 말했다. 그 항만사무소는\n" lines "봄에 큰물이 나서 떠내려온 나무에 키가 부러졌다.\n"

static void test_korean_words_at_line_ends(void **state)
{
    (void)state;
    static const struct {
        const char *dump, *words;
    } cases[] = {
        { KOREAN("배의 수리비를 모두 낸다고 한다. 이제 항만사무\n소가 새 키를 단다.\n"), "이제 항만사무소가 새" },
        { KOREAN("배의 수리비를 모두 낸다고 한다. 이제 배의 키\n를 단다.\n"), "배의 키를 단다" },
        { KOREAN("배의 수리비를 모두 낸다고 한다. 뱃사공 강마루\n(62) 씨도 왔다.\n"), "강마루(62) 씨도" },
        { KOREAN("배의 수리비를 모두 낸다고 한다. 그 일은 20\n일이 걸린다.\n"), "20일이" },
        { KOREAN("배의 수리비를 낸다며 “이제 되었다”\n고 말했다.\n"), "되었다”고 말했다" },
        { KOREAN("배의 수리비를 낸다며 “이제 되었다”고\n했다. 사람들은 웃었다.\n"), "되었다”고 했다" },
        { KOREAN("배의 수리비를 내면 나룻배를 다시 탈\n수 있다고 한다.\n"), "탈 수 있다고" },
        { KOREAN("배의 수리비를 모두 내기로 약속\n했지만 아직이다.\n"), "약속했지만 아직이다" },
        { KOREAN("배의 수리비를 모두 낸다고 했다. “이제 다 되었다.”\n사람들이 말했다.\n"), "되었다.” 사람들이" },
        { KOREAN("배의 수리비를 모두 낸다고 말했다. 사람들을\n나루에서 보았다.\n"), "사람들을 나루에서" },
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_joined(cases[i].dump, cases[i].words);
}

/* What was printed is kept: every hyphen that was left out is furniture. */
static void test_hyphens_are_kept(void **state)
{
    (void)state;
    galley_issue *issue = page_repair(ENGLISH("of the trees that came down the water har-\nbour side broke it.\n"));
    size_t hyphens = 0;
    for (size_t i = 0; i < issue->furniture.count; i++)
        hyphens += issue->furniture.items[i].kind == GALLEY_HYPHEN;
    assert_int_equal(hyphens, 1);
    galley_issue_drop(issue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_english_hyphens),  cmocka_unit_test(test_german_hyphens),
        cmocka_unit_test(test_french_elisions),  cmocka_unit_test(test_korean_words_at_line_ends),
        cmocka_unit_test(test_hyphens_are_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* SPDX-License-Identifier: MIT
 * Heads and text in other languages: what small letters, commas, colons, signatures,
 * credits and those whom a notice is for tell. */
#include "tests/core/repair/page.h"

#define ORCHARD                                                                                                        \
    "By Ada Ferry\n"                                                                                                   \
    "\n"                                                                                                               \
    "Two nights of frost have cost the\n"                                                                              \
    "orchards of Tideford a third of their\n"                                                                          \
    "apples, growers said on Friday. The\n"                                                                            \
    "frost came after a week of sunshine,\n"                                                                           \
    "when the trees stood in blossom.\n"
#define ORCHARD_TEXT                                                                                                   \
    "  paragraph: Two nights of frost have cost the orchards of Tideford a third of their apples, growers said on "    \
    "Friday. The frost came after a week of sunshine, when the trees stood in blossom.\n"

static void test_a_comma_in_a_headline(void **state)
{
    (void)state;
    assert_proof("Late Frost, Small Harvest in Tideford\n\n" ORCHARD,
                 "news\n  headline: Late Frost, Small Harvest in Tideford\n  byline: By Ada Ferry\n" ORCHARD_TEXT,
                 true);
}

static void test_a_colon_at_the_end_of_a_line(void **state)
{
    (void)state;
    assert_proof("Tideford Counts Its Losses:\nFrost Takes a Third of the Apples\n\n" ORCHARD,
                 "news\n  headline: Tideford Counts Its Losses: Frost Takes a Third of the Apples\n"
                 "  byline: By Ada Ferry\n" ORCHARD_TEXT,
                 true);
}

static void test_a_caption_with_blanks_between_its_lines(void **state)
{
    (void)state;
    assert_proof("Late Frost in Tideford\n\n" ORCHARD "\n"
                 "Pickers of the Tideford\n"
                 "\n"
                 "orchards at work on a ladder\n"
                 "\n"
                 "last autumn\n"
                 "\n"
                 "Photo: Owen Quill\n",
                 "news\n  headline: Late Frost in Tideford\n  byline: By Ada Ferry\n" ORCHARD_TEXT "photo\n"
                 "  figure: Pickers of the Tideford orchards at work on a ladder last autumn\n"
                 "  credit: Photo: Owen Quill\n",
                 true);
}

static void test_a_signature_over_two_lines(void **state)
{
    (void)state;
    assert_proof("Das Rathaus sollte öfter antworten\n\nVon unserer\nRedaktion\n\n"
                 "Ein Brief ist eine kleine Sache, ein\n"
                 "Brief ohne Antwort eine noch kleinere.\n"
                 "Die Angestellten trifft keine Schuld, es\n"
                 "sind zu wenige. Eine Karte würde dem\n"
                 "Rathaus genügen.\n",
                 "news\n  headline: Das Rathaus sollte öfter antworten\n  byline: Von unserer Redaktion\n"
                 "  paragraph: Ein Brief ist eine kleine Sache, ein Brief ohne Antwort eine noch kleinere. Die "
                 "Angestellten trifft keine Schuld, es sind zu wenige. Eine Karte würde dem Rathaus genügen.\n",
                 true);
}

static void test_a_credit_with_its_own_sign(void **state)
{
    (void)state;
    assert_proof("礁石の灯台を修理\n\n潮見市は10日、礁石の灯台の修理を終えた。\n\n"
                 "修理を終えた礁石の灯台。夜の海を照らし\nて船を導くようになった＝山田太郎撮影\n",
                 "news\n  headline: 礁石の灯台を修理\n  paragraph: 潮見市は10日、礁石の灯台の修理を終えた。\n"
                 "photo\n  figure: 修理を終えた礁石の灯台。夜の海を照らして船を導くようになった\n"
                 "  credit: ＝山田太郎撮影\n",
                 true);
}

static void test_those_whom_a_notice_is_for(void **state)
{
    (void)state;
    assert_proof("潮見橋通行止めのお知らせ\n\nご通行の皆さまへ\n潮見橋は補修のため当分の間、通行止めと\n"
                 "します。川下の橋をご利用ください。\n",
                 "notice\n  headline: 潮見橋通行止めのお知らせ\n  paragraph: ご通行の皆さまへ\n"
                 "  paragraph: 潮見橋は補修のため当分の間、通行止めとします。川下の橋をご利用ください。\n",
                 true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_comma_in_a_headline),
        cmocka_unit_test(test_a_colon_at_the_end_of_a_line),
        cmocka_unit_test(test_a_caption_with_blanks_between_its_lines),
        cmocka_unit_test(test_a_signature_over_two_lines),
        cmocka_unit_test(test_a_credit_with_its_own_sign),
        cmocka_unit_test(test_those_whom_a_notice_is_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

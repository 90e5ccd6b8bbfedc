/* SPDX-License-Identifier: MIT
 * Display lines in an alphabet: what small letters, commas, colons, bylines and credits
 * tell of heads and text. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_a_comma_in_a_headline),
        cmocka_unit_test(test_a_colon_at_the_end_of_a_line),
        cmocka_unit_test(test_a_caption_with_blanks_between_its_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

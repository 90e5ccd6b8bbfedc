/* SPDX-License-Identifier: MIT
 * Where first words are cut. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/phrases/label.h"

#define TEN "一二三四五六七八九十"

static void cuts_where_a_reader_would_pause(void **state)
{
    (void)state;
    static const struct {
        const char *text, *label;
    } rows[] = {
        { "", "" },
        { TEN TEN "一二三四", TEN TEN "一二三四" },                    /* all the room */
        { TEN TEN "一二三四五", TEN TEN "一二三四…" },                 /* no pause */
        { TEN "一二三，四五六七八九十一二三四", TEN "一二三…" },       /* a pause in the second half */
        { "一，" TEN TEN "三四五", "一，" TEN TEN "三四…" },           /* one in the first half is too early */
        { "The evening ferry to the outer isles will not sail before", /* the last space of the room */
          "The evening ferry to the outer isles will not…" },
    };
    galley_arena *arena = galley_arena_new(0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_slice label = galley_label_words(arena, galley_slice_of(rows[i].text));
        if (!galley_slice_is(label, rows[i].label))
            fail_msg("\"%s\" is called \"%.*s\"", rows[i].text, GALLEY_SHOW(label));
    }
    galley_arena_drop(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(cuts_where_a_reader_would_pause) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

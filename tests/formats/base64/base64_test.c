/* SPDX-License-Identifier: MIT
 * The vectors of RFC 4648, every length there and back, and what is not taken. */
#include "formats/base64/base64.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void the_vectors(void **state)
{
    static const char *const rows[][2] = { { "", "" },
                                           { "f", "Zg==" },
                                           { "fo", "Zm8=" },
                                           { "foo", "Zm9v" },
                                           { "foob", "Zm9vYg==" },
                                           { "fooba", "Zm9vYmE=" },
                                           { "foobar", "Zm9vYmFy" } };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_buffer out = { 0 };
        galley_base64_put(&out, galley_slice_of(rows[i][0]));
        assert_true(galley_slice_is(galley_buffer_slice(&out), rows[i][1]));
        galley_buffer_drop(&out);
    }
}

static void there_and_back(void **state)
{
    (void)state;
    char bytes[259];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)(i * 37);
    for (size_t length = 0; length <= sizeof bytes; length++) {
        galley_buffer text = { 0 }, back = { 0 };
        galley_base64_put(&text, (galley_slice){ bytes, length });
        assert_true(galley_base64_take(&back, galley_buffer_slice(&text)));
        assert_true(galley_slice_equal(galley_buffer_slice(&back), (galley_slice){ bytes, length }));
        galley_buffer_drop(&text);
        galley_buffer_drop(&back);
    }
}

static void what_is_not_taken(void **state)
{
    static const char *const texts[] = { "A", "AA", "AAA", "AA=A", "AB==", "AAB=", "A A=", "AA==AAAA", "AA-_", "====" };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        galley_buffer out = { 0 };
        assert_false(galley_base64_take(&out, galley_slice_of(texts[i])));
        galley_buffer_drop(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = { cmocka_unit_test(the_vectors), cmocka_unit_test(there_and_back),
                                        cmocka_unit_test(what_is_not_taken) };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

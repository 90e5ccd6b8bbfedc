/* SPDX-License-Identifier: MIT
 * The least that each kind of picture begins with, and what is none. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/picture/picture.h"

#define BYTES(text)                                                                                                    \
    {                                                                                                                  \
        text, sizeof(text) - 1                                                                                         \
    }

static const char png[] = "\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\x02\x80\0\0\x01\xE0\x08\x02\0\0\0\x12\x34\x56\x78";
static const char jpeg[] =
    "\xFF\xD8\xFF\xE0\0\x04\x4A\x46\xFF\xFF\xC4\0\x03\x01\xFF\xC2\0\x0B\x08\x01\xE0\x02\x80\x03\0\0\0\0";
static const char gif[] = "GIF89a\x80\x02\xE0\x01\0\0\0!\xF9\x02\0\0\0,\0\0\0\0\x80\x02\xE0\x01\0";
static const char lossy[] = "RIFF\x20\0\0\0WEBPVP8 \x14\0\0\0\0\0\0\x9D\x01\x2A\x80\x02\xE0\x01";
static const char lossless[] = "RIFF\x20\0\0\0WEBPVP8L\x14\0\0\0\x2F\x7F\xC2\x77\0\0\0\0\0\0\0\0\0\0";
static const char extended[] = "RIFF\x20\0\0\0WEBPVP8X\x0A\0\0\0\0\0\0\0\x7F\x02\0\xDF\x01\0\0\0";

static void knows_each_kind_and_its_size(void **state)
{
    (void)state;
    static const struct {
        galley_slice bytes;
        const char *media_type;
    } rows[] = {
        { BYTES(png), "image/png" },    { BYTES(jpeg), "image/jpeg" },     { BYTES(gif), "image/gif" },
        { BYTES(lossy), "image/webp" }, { BYTES(lossless), "image/webp" }, { BYTES(extended), "image/webp" },
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        galley_picture seen;
        assert_true(galley_picture_look(rows[i].bytes, &seen));
        assert_string_equal(seen.media_type, rows[i].media_type);
        assert_int_equal(seen.width, 640);
        assert_int_equal(seen.height, 480);
    }
}

static void believes_no_beginning_that_has_no_size(void **state)
{
    (void)state;
    static const galley_slice rows[] = {
        { NULL, 0 },
        BYTES("\x89PNG\r\n\x1A\n"),
        BYTES("\x89PNG\r\n\x1A\n\0\0\0\x0DIHDR\0\0\0\0\0\0\x01\xE0\x08\x02\0\0\0\x12\x34\x56\x78"),
        BYTES("\xFF\xD8\xFF\xD9"),
        BYTES("\xFF\xD8\xFF\xE0\0\0\0\0\0\0\0\0\0\0\0\0\0"),
        BYTES("GIF89a\x80"),
        BYTES("GIF89a\x80\x02\xE0\x01\0\0\0"),
        BYTES("GIF89a\x80\x02\xE0\x01\x80\0\0,\0\0\0\0\x80\x02\xE0\x01\0"),
        BYTES("GIF89a\x80\x02\xE0\x01\0\0\0!\xF9\x02\0\0\0,\0\0\0\0\x80"),
        BYTES("RIFF\x20\0\0\0WEBPVP8 \x14\0\0\0\0\0\0\0\0\0\x80\x02\xE0\x01"),
        BYTES("RIFF\x20\0\0\0WAVEfmt "),
        BYTES("<svg xmlns='http://www.w3.org/2000/svg'/>"),
        BYTES("BM"),
    };
    galley_picture seen;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_false(galley_picture_look(rows[i], &seen));
}

/* Every beginning of every kind: nothing is read behind the bytes (the sanitizers look). */
static void reads_no_further_than_the_bytes(void **state)
{
    (void)state;
    static const galley_slice rows[] = { BYTES(png),   BYTES(jpeg),     BYTES(gif),
                                         BYTES(lossy), BYTES(lossless), BYTES(extended) };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        for (size_t length = 0; length < rows[i].length; length++) {
            char *cut = test_malloc(length + 1);
            memcpy(cut, rows[i].text, length);
            galley_picture seen;
            galley_picture_look((galley_slice){ cut, length }, &seen);
            test_free(cut);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(knows_each_kind_and_its_size),
        cmocka_unit_test(believes_no_beginning_that_has_no_size),
        cmocka_unit_test(reads_no_further_than_the_bytes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

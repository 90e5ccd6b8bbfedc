/* SPDX-License-Identifier: MIT
 * An SVG becomes a PNG of the size that was asked for; where librsvg is not built in, the
 * program says so. */
#include "config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "formats/picture/picture.h"
#include "formats/raster/raster.h"

static const char svg[] = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 30 40' width='30' height='40'>"
                          "<rect width='30' height='40' fill='#f7f3e8'/><text x='5' y='20'>报</text></svg>";

/* ticks epub.cover */
static void draws_a_picture_of_that_size(void **state)
{
    (void)state;
    if (!galley_raster_can())
        skip();
    galley_buffer png = { 0 };
    galley_picture seen;
    assert_int_equal(galley_raster_png(galley_slice_of(svg), 90, 120, &png), GALLEY_OK);
    assert_true(galley_picture_look(galley_buffer_slice(&png), &seen));
    assert_string_equal(seen.media_type, "image/png");
    assert_int_equal(seen.width, 90);
    assert_int_equal(seen.height, 120);
    galley_buffer_drop(&png);
}

static void refuses_what_is_no_svg(void **state)
{
    (void)state;
    galley_buffer png = { 0 };
    galley_status expected = galley_raster_can() ? GALLEY_FORMAT : GALLEY_INTERNAL;
    assert_int_equal(galley_raster_png(galley_slice_of("<html/>"), 9, 9, &png), expected);
    assert_int_equal(galley_raster_png(galley_slice_of(""), 9, 9, &png), expected);
    assert_int_equal(png.length, 0);
    galley_buffer_drop(&png);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(draws_a_picture_of_that_size),
        cmocka_unit_test(refuses_what_is_no_svg),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

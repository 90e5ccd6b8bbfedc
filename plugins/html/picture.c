/* SPDX-License-Identifier: MIT
 * Pictures stand in the page itself, as data: addresses, so that it is one file.  Only
 * what browsers draw is put in: the first bytes of a file say what it is. */
#include "formats/base64/base64.h"
#include "plugins/html/sheet.h"

static const struct {
    const char *type, *begins;
    size_t length, from;
    bool called; /* these bytes begin other files, too: it must be called so */
} kinds[] = {
    { "image/png", "\x89PNG\r\n\x1a\n", 8, 0, false },
    { "image/jpeg", "\xff\xd8\xff", 3, 0, false },
    { "image/gif", "GIF8", 4, 0, false },
    { "image/webp", "WEBP", 4, 8, false },
    { "image/avif", "ftypavif", 8, 4, false },
    { "image/svg+xml", "<svg", 4, 0, false },
    { "image/svg+xml", "<?xml", 5, 0, true },
};

/* Its media type by its bytes; NULL: none that is known. */
static const char *type_of(const galley_image *image)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (image->bytes.length >= kinds[i].from + kinds[i].length &&
            memcmp(image->bytes.text + kinds[i].from, kinds[i].begins, kinds[i].length) == 0 &&
            (!kinds[i].called || galley_slice_is(image->media_type, kinds[i].type)))
            return kinds[i].type;
    return NULL;
}

static const char *shown_type(const html_sheet *sheet, galley_slice name)
{
    const galley_image *image = name.length ? galley_issue_image(sheet->issue, name) : NULL;
    return image && sheet->pictures ? type_of(image) : NULL;
}

bool html_has_picture(const html_sheet *sheet, galley_slice name)
{
    return shown_type(sheet, name) != NULL;
}

static void put_source(html_sheet *sheet, const char *type, galley_slice bytes)
{
    galley_buffer address = { 0 };
    galley_buffer_print(&address, "data:%s;base64,", type);
    galley_base64_put(&address, bytes);
    galley_html_attribute(&sheet->html, "src", galley_buffer_slice(&address));
    if (address.failed)
        sheet->failed = true;
    galley_buffer_drop(&address);
}

static void put_size(html_sheet *sheet, const char *name, uint32_t size)
{
    if (size)
        galley_html_set(&sheet->html, name, galley_arena_print(sheet->arena, "%u", size));
}

/* Where nobody says what is to be seen, that it is a picture; its caption says the rest. */
static void put_alt(html_sheet *sheet, const galley_image *image)
{
    galley_html_attribute(&sheet->html, "alt", image->alt_known ? image->alt : galley_slice_of(sheet->say->photo));
}

void html_put_picture(html_sheet *sheet, const galley_block *block)
{
    const char *type = shown_type(sheet, block->image);
    if (!type) {
        sheet->lost_pictures += block->image.length > 0;
        return;
    }
    const galley_image *image = galley_issue_image(sheet->issue, block->image);
    html_begin(sheet, "img", NULL);
    put_size(sheet, "width", image->width);
    put_size(sheet, "height", image->height);
    put_alt(sheet, image);
    put_source(sheet, type, image->bytes);
    galley_html_newline(&sheet->html);
}

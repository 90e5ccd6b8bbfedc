/* SPDX-License-Identifier: MIT
 * Pictures, written and read.  Their bytes go into the file only when somebody asks:
 * without them it still says what each is called, how large it is, and what it shows. */
#include "formats/base64/base64.h"
#include "plugins/json/reader.h"
#include "plugins/json/writer.h"

static void write_bytes(json_writing *write, galley_slice bytes)
{
    galley_buffer text = { 0 };
    galley_base64_put(&text, bytes);
    if (text.failed)
        write->status = GALLEY_MEMORY;
    galley_json_option(&write->json, "bytes", galley_buffer_slice(&text));
    galley_buffer_drop(&text);
}

static void write_size(json_writing *write, const char *key, uint32_t size)
{
    if (!size)
        return;
    galley_json_key(&write->json, key);
    galley_json_number(&write->json, size);
}

static void write_image(json_writing *write, const galley_image *image)
{
    galley_json *json = &write->json;
    galley_json_object(json, GALLEY_JSON_INLINE);
    galley_json_member(json, "name", image->name);
    galley_json_option(json, "media_type", image->media_type);
    write_size(write, "width", image->width);
    write_size(write, "height", image->height);
    if (image->alt_known)
        galley_json_member(json, "alt", image->alt);
    if (write->images)
        write_bytes(write, image->bytes);
    galley_json_close(json);
}

void json_write_images(json_writing *write)
{
    if (!write->issue->images.count)
        return;
    galley_json_key(&write->json, "images");
    galley_json_array(&write->json, GALLEY_JSON_SPREAD);
    for (size_t i = 0; i < write->issue->images.count; i++)
        write_image(write, &write->issue->images.items[i]);
    galley_json_close(&write->json);
}

static galley_slice read_bytes(json_reading *read, const json_node *up)
{
    json_node at = read_member_of(up, "bytes");
    const char *text = json_string_value(at.value);
    galley_buffer bytes = { 0 };
    if (at.value && (!text || !galley_base64_take(&bytes, (galley_slice){ text, json_string_length(at.value) })))
        read_fail(read, &at, "bytes in base64 were expected");
    galley_slice copy = galley_buffer_copy(&bytes, read->issue->arena);
    galley_buffer_drop(&bytes);
    return copy;
}

static void read_picture(json_reading *read, const json_node *at)
{
    static const char *const known[] = { "name", "media_type", "width", "height", "alt", "bytes", NULL };
    read_expect(read, at, known);
    read_require(read, at, "name");
    galley_slice name = read_text_of(read, at, "name");
    if (read_good(read) && (!name.length || galley_issue_image(read->issue, name)))
        read_fail(read, at, name.length ? "there are two pictures \"%.*s\"" : "the picture has no name%.*s",
                  GALLEY_SHOW(name));
    if (!read_good(read))
        return;
    galley_image *image = galley_issue_add_image(read->issue, name);
    image->media_type = read_text_of(read, at, "media_type");
    image->width = (uint32_t)read_number_of(read, at, "width", UINT32_MAX, 0);
    image->height = (uint32_t)read_number_of(read, at, "height", UINT32_MAX, 0);
    image->alt_known = read_member_of(at, "alt").value != NULL;
    image->alt = read_text_of(read, at, "alt");
    image->bytes = read_bytes(read, at);
}

void json_read_images(json_reading *read, const json_node *root)
{
    json_node list = read_member_of(root, "images");
    for (size_t i = 0, count = read_count(read, &list); i < count && read_good(read); i++) {
        json_node image = read_element_of(&list, i);
        read_picture(read, &image);
    }
}

/* SPDX-License-Identifier: MIT
 * A picture keeps its name where that is plain enough for any file system and says its
 * kind; else it is numbered, and the page that shows it carries its name. */
#include "plugins/epub/picture.h"

#include <galley/text.h>

#define FOLDER "images/"
#define LONGEST_NAME 100

static epub_picture *find(const epub_album *album, galley_slice name)
{
    const galley_image *image = name.length ? galley_issue_image(album->issue, name) : NULL;
    return image ? &album->pictures[image - album->issue->images.items] : NULL;
}

static bool is_plain(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') || byte == '-' || byte == '_' || byte == '.';
}

/* "images/" and a word of small letters, so that no two differ by case alone; none begins
 * with the mark of the numbered ones. */
static bool is_good_name(galley_slice name, const char *ending)
{
    size_t from = strlen(FOLDER);
    if (!galley_slice_starts(name, galley_slice_of(FOLDER)) || name.length > LONGEST_NAME)
        return false;
    for (size_t i = from; i < name.length; i++)
        if (!is_plain(name.text[i]) || (i == from && (name.text[i] == '.' || name.text[i] == '_')))
            return false;
    size_t dot = name.length - 1;
    while (dot > from && name.text[dot] != '.')
        dot--;
    galley_slice is = galley_slice_part(name, dot + 1, name.length);
    return dot > from && (galley_slice_is(is, ending) || (galley_slice_is(is, "jpeg") && strcmp(ending, "jpg") == 0));
}

static void name_picture(epub_picture *picture, size_t number, galley_arena *arena)
{
    picture->is_renamed = !is_good_name(picture->image->name, picture->seen.ending);
    picture->file = picture->is_renamed ? galley_arena_print(arena, FOLDER "_%04zu.%s", number, picture->seen.ending)
                                        : galley_arena_print(arena, "%.*s", GALLEY_SHOW(picture->image->name));
    picture->id = galley_arena_print(arena, "picture-%zu", number);
}

static void mark_shown(epub_album *album)
{
    for (size_t i = 0; i < album->issue->articles.count; i++) {
        const galley_article *article = album->issue->articles.items[i];
        for (size_t k = 0; k < article->blocks.count; k++) {
            const galley_block *block = &article->blocks.items[k];
            epub_picture *picture = block->type == GALLEY_FIGURE ? find(album, block->image) : NULL;
            if (picture)
                picture->is_shown = true;
            else if (block->image.length)
                album->missing++;
        }
    }
}

static void take(epub_album *album, epub_picture *picture, galley_arena *arena)
{
    if (!picture->is_shown)
        album->unshown++;
    else if (!picture->image->bytes.length)
        album->missing++;
    else if (!galley_picture_look(picture->image->bytes, &picture->seen))
        album->unfit++;
    else {
        name_picture(picture, ++album->in_book, arena);
        album->undescribed += !picture->image->alt_known;
        album->may_move |= strcmp(picture->seen.ending, "gif") == 0 || strcmp(picture->seen.ending, "webp") == 0;
    }
}

epub_album epub_album_plan(const galley_issue *issue, bool wanted, galley_arena *arena)
{
    epub_album album = { .issue = issue, .count = issue->images.count };
    album.pictures = galley_arena_array(arena, album.count + 1, sizeof *album.pictures);
    if (!album.pictures)
        return (epub_album){ .issue = issue };
    mark_shown(&album);
    for (size_t i = 0; i < album.count; i++) {
        album.pictures[i].image = &issue->images.items[i];
        if (wanted)
            take(&album, &album.pictures[i], arena);
        else
            album.missing += album.pictures[i].is_shown;
    }
    return album;
}

const epub_picture *epub_album_find(const epub_album *album, galley_slice name)
{
    const epub_picture *picture = album->count ? find(album, name) : NULL;
    return picture && picture->file ? picture : NULL;
}

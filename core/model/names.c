/* SPDX-License-Identifier: MIT
 * The names of kinds, as JSON, TEI and the screen show them. */
#include <galley/issue.h>

static const char *const kinds[GALLEY_KIND_COUNT] = {
    [GALLEY_NEWS] = "news",     [GALLEY_PHOTO] = "photo", [GALLEY_TEASER] = "teaser",
    [GALLEY_NOTICE] = "notice", [GALLEY_AD] = "ad",       [GALLEY_MASTHEAD] = "masthead",
};

static const char *const blocks[GALLEY_BLOCK_COUNT] = {
    [GALLEY_PARAGRAPH] = "paragraph", [GALLEY_CROSSHEAD] = "crosshead", [GALLEY_QUOTATION] = "quotation",
    [GALLEY_FIGURE] = "figure",       [GALLEY_LIST] = "list",           [GALLEY_TABLE] = "table",
};

static const char *const pieces[GALLEY_FURNITURE_COUNT] = {
    [GALLEY_FOLIO] = "folio",     [GALLEY_JUMP_LINE] = "jump-line", [GALLEY_GUIDE] = "guide",
    [GALLEY_DOUBLED] = "doubled", [GALLEY_HYPHEN] = "hyphen",       [GALLEY_RULE] = "rule",
    [GALLEY_LABEL] = "label",     [GALLEY_OTHER] = "other",
};

static const char *const marks[GALLEY_MARK_COUNT] = {
    [GALLEY_LANGUAGE] = "language", [GALLEY_EMPHASIS] = "emphasis", [GALLEY_STRONG] = "strong",
    [GALLEY_LINK] = "link",         [GALLEY_RUBY] = "ruby",         [GALLEY_UNCLEAR] = "unclear",
};

static const char *name_of(const char *const *names, unsigned count, unsigned index)
{
    return index < count ? names[index] : "unknown";
}

static bool parse(const char *const *names, unsigned count, galley_slice name, unsigned *out)
{
    for (unsigned i = 0; i < count; i++)
        if (galley_slice_is(name, names[i])) {
            *out = i;
            return true;
        }
    return false;
}

const char *galley_kind_name(galley_kind kind)
{
    return name_of(kinds, GALLEY_KIND_COUNT, kind);
}

const char *galley_block_name(galley_block_type type)
{
    return name_of(blocks, GALLEY_BLOCK_COUNT, type);
}

const char *galley_furniture_name(galley_furniture_kind kind)
{
    return name_of(pieces, GALLEY_FURNITURE_COUNT, kind);
}

const char *galley_mark_name(galley_mark_type type)
{
    return name_of(marks, GALLEY_MARK_COUNT, type);
}

bool galley_kind_parse(galley_slice name, galley_kind *out)
{
    unsigned index;
    if (!parse(kinds, GALLEY_KIND_COUNT, name, &index))
        return false;
    *out = (galley_kind)index;
    return true;
}

bool galley_block_parse(galley_slice name, galley_block_type *out)
{
    unsigned index;
    if (!parse(blocks, GALLEY_BLOCK_COUNT, name, &index))
        return false;
    *out = (galley_block_type)index;
    return true;
}

bool galley_furniture_parse(galley_slice name, galley_furniture_kind *out)
{
    unsigned index;
    if (!parse(pieces, GALLEY_FURNITURE_COUNT, name, &index))
        return false;
    *out = (galley_furniture_kind)index;
    return true;
}

bool galley_mark_parse(galley_slice name, galley_mark_type *out)
{
    unsigned index;
    if (!parse(marks, GALLEY_MARK_COUNT, name, &index))
        return false;
    *out = (galley_mark_type)index;
    return true;
}

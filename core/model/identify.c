/* SPDX-License-Identifier: MIT
 * The issue's identifier: a UUID of version 5 (RFC 4122, by name) from what names
 * an issue in the trade, or from its very characters.  Names are chained: each one
 * is hashed in the name space that the one before it gave. */
#include <galley/issue.h>

#include <uuid/uuid.h>

/* The name space of Galley's issues: a random UUID, fixed once for all. */
static const uuid_t name_space = { 0x6b, 0x0c, 0x5f, 0x1e, 0x2a, 0x77, 0x4d, 0x39,
                                   0x9e, 0x41, 0x8d, 0x13, 0xc4, 0x5a, 0x70, 0xe2 };

static void chain(uuid_t id, galley_slice name)
{
    uuid_t next;
    uuid_generate_sha1(next, id, name.text ? name.text : "", name.length);
    uuid_copy(id, next);
}

static bool is_named(const galley_meta *meta)
{
    return (meta->issn.length || meta->cn.length || meta->title.length) && (meta->date.length || meta->number.length);
}

void galley_issue_identify(galley_issue *issue)
{
    const galley_meta *meta = &issue->meta;
    uuid_t id;
    uuid_copy(id, name_space);
    if (is_named(meta)) {
        chain(id, meta->issn.length ? meta->issn : meta->cn.length ? meta->cn : meta->title);
        chain(id, meta->date);
        chain(id, meta->number);
        if (meta->edition.length)
            chain(id, meta->edition);
    } else {
        for (size_t i = 0; i < issue->lines.count; i++)
            chain(id, issue->lines.items[i].text);
    }
    char text[37];
    uuid_unparse_lower(id, text);
    issue->meta.id = galley_arena_copy(issue->arena, galley_slice_of(text));
}

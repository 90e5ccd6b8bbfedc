/* SPDX-License-Identifier: MIT
 * A profile parsed with inih.  That library cuts long lines in silence and stops at a
 * NUL, so both are looked for first; and it says nothing of keys that nobody knows, so
 * the table below is the whole of what may be said. */
#include "core/text/profile.h"

#include <stddef.h>
#include <stdlib.h>

#include <ini.h>

#include <galley/buffer.h>
#include <galley/text.h>

#define LINE_LONGEST 198 /* bytes that inih reads of a line */

struct reading {
    galley_arena *arena;
    galley_findings *findings;
    const char *file;
    struct profile *profile;
    galley_slice rest; /* what inih has not read yet */
    uint32_t line;     /* the one it is at, from 1 */
    bool bad;
};

static galley_status complain(struct reading *read, const char *what)
{
    read->bad = true;
    return galley_fail(read->findings, GALLEY_FORMAT, "profile.syntax",
                       (galley_place){ .file = read->file, .line = read->line, .column = 1 },
                       "%s; nothing was converted", what);
}

/* Hands inih a line, as fgets would: check_lines has seen that each has room. */
static char *next_line(char *out, int room, void *state)
{
    struct reading *read = state;
    size_t length = 0;
    if (galley_slice_empty(read->rest))
        return NULL;
    while (length < read->rest.length && length + 1 < (size_t)room && (!length || out[length - 1] != '\n')) {
        out[length] = read->rest.text[length];
        length++;
    }
    out[length] = '\0';
    read->rest = galley_slice_part(read->rest, length, read->rest.length);
    read->line++;
    return out;
}

/* The number of the first line that inih does not understand, or 0. */
static int parse(struct reading *read, galley_slice text, ini_handler take)
{
    read->rest = text;
    read->line = 0;
    return ini_parse_stream(next_line, read, take, read);
}

/* ---- Keys --------------------------------------------------------------------------- */

/* What is one text, and what is a list of words. */
static const struct {
    const char *section, *key;
    size_t at; /* where it stands in the profile */
    bool list;
} keys[] = {
    { "paper", "title", offsetof(struct profile, title), false },
    { "paper", "issn", offsetof(struct profile, issn), false },
    { "paper", "cn", offsetof(struct profile, cn), false },
    { "paper", "publisher", offsetof(struct profile, publisher), false },
    { "paper", "language", offsetof(struct profile, language), false },
    { "masthead", "titles", offsetof(struct profile, titles), true },
    { "masthead", "words", offsetof(struct profile, words), true },
    { "sections", "labels", offsetof(struct profile, sections), true },
    { "byline", "reporters", offsetof(struct profile, reporters), true },
};

static bool add_columns(struct profile *profile, const char *value)
{
    for (char *end; *value; value = end) {
        float width = strtof(value, &end);
        if (end == value || !(width >= 4 && width <= 200) || (*end && *end != ' '))
            return false;
        if (profile->column_count < PROFILE_COLUMNS)
            profile->columns[profile->column_count++] = width;
    }
    return true;
}

static void add_words(struct reading *read, galley_slice *list, const char *value)
{
    const char *both = list->length ? galley_arena_print(read->arena, "%.*s %s", GALLEY_SHOW(*list), value)
                                    : galley_arena_copy(read->arena, galley_slice_of(value)).text;
    *list = galley_slice_of(both);
}

/* inih calls this for every key, and again for every continuation line. */
static int take_key(void *state, const char *section, const char *key, const char *value)
{
    struct reading *read = state;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (!strcmp(section, keys[i].section) && !strcmp(key, keys[i].key)) {
            galley_slice *place = (galley_slice *)((char *)read->profile + keys[i].at);
            if (place->length && !keys[i].list)
                complain(read, galley_arena_print(read->arena, "“%s” of [%s] is said twice", key, section));
            else
                add_words(read, place, value);
            return 1;
        }
    if (strcmp(section, "measure") != 0 || strcmp(key, "columns") != 0)
        complain(read,
                 galley_arena_print(read->arena,
                                    "“%.40s” of [%.40s] is nothing that a profile knows; it knows title, issn, cn, "
                                    "publisher and language of [paper], titles and words of [masthead], labels of "
                                    "[sections], reporters of [byline] and columns of [measure]",
                                    key, section));
    else if (!add_columns(read->profile, value))
        complain(read, "columns of [measure] are widths in characters, from 4 to 200, parted by spaces");
    return 1;
}

/* For a look at the form alone. */
static int take_any(void *state, const char *section, const char *key, const char *value)
{
    (void)state, (void)section, (void)key, (void)value;
    return 1;
}

/* ---- The file ------------------------------------------------------------------------- */

static galley_status check_lines(struct reading *read, galley_slice text)
{
    size_t bad = 0;
    read->line = 1;
    if (!galley_text_valid(text, &bad)) {
        for (size_t i = 0; i < bad; i++)
            read->line += text.text[i] == '\n';
        return complain(read, "this line is not UTF-8; a profile is text in UTF-8");
    }
    for (size_t at = 0, from = 0; at < text.length; at++) {
        if (!text.text[at])
            return complain(read, "a NUL byte stands in this line; a profile is text");
        if (text.text[at] == '\n') {
            read->line++;
            from = at + 1;
        } else if (at - from >= LINE_LONGEST)
            return complain(read, "this line is longer than 198 bytes; go on in the next one, set in by spaces");
    }
    return GALLEY_OK;
}

galley_status profile_parse(galley_arena *arena, const galley_source *source, galley_findings *findings,
                            const struct profile **out)
{
    struct profile *profile = galley_arena_alloc(arena, sizeof *profile);
    if (!profile)
        return galley_arena_status(arena);
    struct reading read = { arena, findings, galley_source_name(source), profile, .bad = false };
    galley_slice text = galley_source_bytes(source);
    galley_status status = check_lines(&read, text);
    if (status != GALLEY_OK)
        return status;
    int wrong = parse(&read, text, take_any);
    if (wrong > 0) {
        read.line = (uint32_t)wrong;
        return complain(&read, "this line is neither [section] nor key = value");
    }
    parse(&read, text, take_key);
    *out = profile;
    return read.bad ? GALLEY_FORMAT : galley_arena_status(arena);
}

/* ---- What it is good for ---------------------------------------------------------------- */

/* A title is one pattern though spaces stand in it. */
static bool add_title(galley_arena *arena, galley_slice title, pattern_list *out)
{
    galley_buffer joined = { 0 };
    for (const char *at = title.text, *end = galley_slice_end(title); at < end;) {
        uint32_t code = galley_text_next(&at, end);
        if (!galley_code_space(code))
            galley_buffer_code(&joined, code);
    }
    bool added = pattern_parse(arena, galley_buffer_copy(&joined, arena), out);
    galley_buffer_drop(&joined);
    return added;
}

const language *profile_extend(galley_arena *arena, const language *pack, const struct profile *profile)
{
    language *own = pack ? galley_arena_alloc(arena, sizeof *own) : NULL;
    if (!own)
        return NULL;
    *own = *pack;
    bool added = pattern_parse(arena, profile->sections, &own->lists[LANGUAGE_SECTION_LABELS]) &&
                 pattern_parse(arena, profile->words, &own->lists[LANGUAGE_MASTHEAD_WORDS]) &&
                 pattern_parse(arena, profile->reporters, &own->lists[LANGUAGE_REPORTERS]) &&
                 pattern_parse(arena, profile->titles, &own->lists[LANGUAGE_TITLES]) &&
                 add_title(arena, profile->title, &own->lists[LANGUAGE_TITLES]);
    return added ? own : NULL;
}

/* Spaces say nothing. */
static bool same_words(galley_slice a, galley_slice b)
{
    const char *x = a.text, *x_end = galley_slice_end(a), *y = b.text, *y_end = galley_slice_end(b);
    for (;;) {
        uint32_t one = ' ', other = ' ';
        while (x < x_end && galley_code_space(one))
            one = galley_text_next(&x, x_end);
        while (y < y_end && galley_code_space(other))
            other = galley_text_next(&y, y_end);
        if (galley_code_space(one) || galley_code_space(other))
            return galley_code_space(one) && galley_code_space(other);
        if (one != other)
            return false;
    }
}

galley_status profile_fill(const struct profile *profile, const char *file, galley_issue *issue,
                           galley_findings *findings)
{
    const struct {
        const char *name;
        galley_slice says, *has;
    } pairs[] = {
        { "title", profile->title, &issue->meta.title },
        { "ISSN", profile->issn, &issue->meta.issn },
        { "CN", profile->cn, &issue->meta.cn },
        { "publisher", profile->publisher, &issue->meta.publisher },
        { "language", profile->language, &issue->meta.language },
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        if (!pairs[i].says.length)
            continue;
        if (!pairs[i].has->length)
            *pairs[i].has = galley_arena_copy(issue->arena, pairs[i].says);
        else if (!same_words(*pairs[i].has, pairs[i].says))
            galley_find(findings, GALLEY_UNSURE, "profile.differs", (galley_place){ .file = file },
                        "the %s of the issue is %.*s, the profile says %.*s; that of the issue is kept", pairs[i].name,
                        GALLEY_SHOW(*pairs[i].has), GALLEY_SHOW(pairs[i].says));
    }
    return galley_issue_status(issue);
}

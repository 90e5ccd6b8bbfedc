/* SPDX-License-Identifier: MIT
 * The hints file: UTF-8, # comments, one hint a line.  The tables are the grammar: a
 * verb, its arguments in order.  A line that is off is told with its place and what
 * is allowed there; the lines behind it are read all the same, so that one run tells
 * of all of them. */
#include "core/repair/hints.h"

#include <galley/text.h>

#define LINE_LARGEST 4000000000u

/* A line of the file, word by word. */
struct reading {
    struct hints *hints;
    galley_findings *findings;
    galley_slice line;
    size_t at;       /* of the next word */
    size_t began;    /* of the last word taken */
    uint32_t number; /* of the line */
    uint32_t page;   /* the scope */
    galley_slice file;
    bool bad; /* any line */
};

static galley_status complain(struct reading *read, const char *what)
{
    galley_slice before = galley_slice_part(read->line, 0, read->began);
    galley_place place = { .file = read->hints->file,
                           .line = read->number,
                           .column = (uint32_t)galley_text_length(before) + 1 };
    read->bad = true;
    return galley_fail(read->findings, GALLEY_FORMAT, "hints.syntax", place, "%s; nothing was converted", what);
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

static galley_slice next_word(struct reading *read)
{
    const char *text = read->line.text;
    while (read->at < read->line.length && is_blank(text[read->at]))
        read->at++;
    read->began = read->at;
    while (read->at < read->line.length && !is_blank(text[read->at]))
        read->at++;
    return galley_slice_part(read->line, read->began, read->at);
}

static galley_slice rest_of_line(struct reading *read)
{
    next_word(read);
    read->at = read->line.length;
    return galley_slice_trim(galley_slice_part(read->line, read->began, read->line.length));
}

/* ---- Arguments ------------------------------------------------------------------ */

static bool parse_number(galley_slice word, uint32_t *out)
{
    uint64_t number = 0;
    for (size_t i = 0; i < word.length; i++) {
        if (word.text[i] < '0' || word.text[i] > '9' || number > LINE_LARGEST)
            return false;
        number = number * 10 + (uint64_t)(word.text[i] - '0');
    }
    *out = (uint32_t)number;
    return number > 0 && number <= LINE_LARGEST;
}

static galley_status take_number(struct reading *read, uint32_t *out)
{
    if (parse_number(next_word(read), out))
        return GALLEY_OK;
    return complain(read, "here the number of a line must stand, from 1 on");
}

/* 12 or 12-14 */
static galley_status take_range(struct reading *read, struct hint *hint)
{
    galley_slice word = next_word(read);
    size_t dash = galley_slice_find(word, galley_slice_of("-"), 0);
    if (dash == SIZE_MAX && parse_number(word, &hint->from)) {
        hint->to = hint->from;
        return GALLEY_OK;
    }
    if (dash != SIZE_MAX && parse_number(galley_slice_part(word, 0, dash), &hint->from) &&
        parse_number(galley_slice_part(word, dash + 1, word.length), &hint->to) && hint->from <= hint->to)
        return GALLEY_OK;
    return complain(read, "here the number of a line must stand, or two of them, the first one first, as in 12-14");
}

static const char *const told_names[TOLD_COUNT] = {
    [TOLD_NOTHING] = "",
    [TOLD_HEAD] = "head",
    [TOLD_HEADLINE] = "headline",
    [TOLD_KICKER] = "kicker",
    [TOLD_SUBHEADLINE] = "subheadline",
    [TOLD_SECTION] = "section",
    [TOLD_TEASER] = "teaser",
    [TOLD_BODY] = "body",
    [TOLD_CROSSHEAD] = "crosshead",
    [TOLD_CAPTION] = "caption",
    [TOLD_BYLINE] = "byline",
    [TOLD_CREDIT] = "credit",
    [TOLD_MASTHEAD] = "masthead",
    [TOLD_FURNITURE] = "furniture",
};

const char *told_name(enum told told)
{
    return told_names[told];
}

/* What may be said of one line beside what it is. */
static const struct {
    const char *name;
    enum hint_verb verb;
} line_verbs[] = { { "paragraph", HINT_PARAGRAPH }, { "joins", HINT_JOINS }, { "article", HINT_ARTICLE } };

static galley_status take_furniture(struct reading *read, struct hint *hint)
{
    galley_slice word = next_word(read);
    hint->furniture = GALLEY_OTHER;
    if (!word.length)
        return GALLEY_OK;
    if (galley_furniture_parse(word, &hint->furniture) && hint->furniture != GALLEY_DOUBLED &&
        hint->furniture != GALLEY_HYPHEN)
        return GALLEY_OK;
    return complain(read, "furniture is folio, jump-line, guide, rule, label or other");
}

static galley_status take_line(struct reading *read, struct hint *hint)
{
    galley_status status = take_range(read, hint);
    if (status != GALLEY_OK)
        return status;
    galley_slice word = next_word(read);
    for (size_t i = 0; i < sizeof line_verbs / sizeof *line_verbs; i++)
        if (galley_slice_is(word, line_verbs[i].name)) {
            hint->verb = line_verbs[i].verb;
            return hint->from == hint->to ? GALLEY_OK : complain(read, "this is said of one line, not of several");
        }
    for (enum told told = TOLD_HEAD; told < TOLD_COUNT; told++)
        if (galley_slice_is(word, told_names[told])) {
            hint->told = told;
            return told == TOLD_FURNITURE ? take_furniture(read, hint) : GALLEY_OK;
        }
    return complain(read, "a line is headline, kicker, subheadline, section, head, teaser, body, crosshead, caption, "
                          "byline, credit, masthead or furniture, or it is said to be: paragraph, joins, article");
}

static galley_status take_two(struct reading *read, struct hint *hint)
{
    galley_status status = take_number(read, &hint->from);
    return status == GALLEY_OK ? take_number(read, &hint->to) : status;
}

/* 12 88, or 12-14 88 */
static galley_status take_head(struct reading *read, struct hint *hint)
{
    galley_status status = take_range(read, hint);
    hint->until = hint->to;
    return status == GALLEY_OK ? take_number(read, &hint->to) : status;
}

static galley_status take_kind(struct reading *read, struct hint *hint)
{
    galley_status status = take_number(read, &hint->from);
    hint->to = hint->from;
    if (status != GALLEY_OK)
        return status;
    if (galley_kind_parse(next_word(read), &hint->kind) && hint->kind != GALLEY_MASTHEAD)
        return GALLEY_OK;
    return complain(read, "an article is news, photo, teaser, notice or ad");
}

static galley_status take_names(struct reading *read, struct hint *hint)
{
    galley_status status = take_number(read, &hint->from);
    hint->to = hint->from;
    if (status != GALLEY_OK)
        return status;
    hint->names = rest_of_line(read);
    return hint->names.length ? GALLEY_OK : complain(read, "here the names must stand, parted by spaces");
}

/* ---- Lines ----------------------------------------------------------------------- */

static const struct {
    const char *name;
    enum hint_verb verb;
    galley_status (*take)(struct reading *read, struct hint *hint);
} verbs[] = {
    { "line", HINT_IS, take_line },   { "one", HINT_ONE, take_two },      { "head", HINT_HEAD, take_head },
    { "kind", HINT_KIND, take_kind }, { "name", HINT_NAMES, take_names },
};

/* page N, file NAME: where the hints below look for their lines. */
static bool take_scope(struct reading *read, galley_slice word)
{
    uint32_t page = 0;
    if (galley_slice_is(word, "page")) {
        if (!parse_number(next_word(read), &page))
            complain(read, "here the number of a page must stand, counted from 1");
        else if (next_word(read).length)
            complain(read, "behind the number of the page nothing more may stand");
        read->page = page;
        read->file = (galley_slice){ 0 };
        return true;
    }
    if (!galley_slice_is(word, "file"))
        return false;
    read->file = rest_of_line(read);
    read->page = 0;
    if (!read->file.length)
        complain(read, "here the name of a file must stand");
    return true;
}

static void take_hint(struct reading *read)
{
    galley_slice word = next_word(read);
    if (!word.length || word.text[0] == '#' || take_scope(read, word))
        return;
    for (size_t i = 0; i < sizeof verbs / sizeof *verbs; i++) {
        if (!galley_slice_is(word, verbs[i].name))
            continue;
        struct hint hint = { .verb = verbs[i].verb, .at = read->number, .page = read->page, .file = read->file };
        hint.text = galley_slice_trim(read->line);
        if (verbs[i].take(read, &hint) != GALLEY_OK)
            return;
        if (next_word(read).length) {
            complain(read, "the hint has ended here; nothing more may stand behind it");
            return;
        }
        struct hint *kept = galley_push(read->hints->arena, &read->hints->list);
        if (kept)
            *kept = hint;
        return;
    }
    complain(read, "a hint begins with line, one, head, kind, name, page or file");
}

/* A # that begins a word begins a comment, but not among names or in a file's name. */
static galley_slice without_comment(galley_slice line)
{
    for (size_t i = 1; i < line.length; i++)
        if (line.text[i] == '#' && is_blank(line.text[i - 1]))
            return galley_slice_part(line, 0, i);
    return line;
}

static galley_status check_bytes(struct reading *read, galley_slice bytes)
{
    size_t bad = SIZE_MAX, nul = bytes.length ? galley_slice_find(bytes, (galley_slice){ "", 1 }, 0) : SIZE_MAX;
    bool valid = galley_text_valid(bytes, &bad);
    if (valid && nul == SIZE_MAX)
        return GALLEY_OK;
    size_t at = valid || nul < bad ? nul : bad;
    read->number = 1;
    for (size_t i = 0; i < at; i++)
        read->number += bytes.text[i] == '\n';
    read->line = (galley_slice){ 0 };
    read->began = 0;
    return complain(read, at == nul ? "a NUL byte stands in this line; a hints file is text"
                                    : "this line is not UTF-8; a hints file is text in UTF-8");
}

galley_status hints_parse(galley_arena *arena, const galley_source *source, galley_findings *findings,
                          struct hints **out)
{
    struct hints *hints = galley_arena_alloc(arena, sizeof *hints);
    galley_slice bytes = galley_source_bytes(source);
    if (!hints)
        return galley_arena_status(arena);
    *hints = (struct hints){ .file = galley_source_name(source), .arena = arena, .findings = findings };
    struct reading read = { .hints = hints, .findings = findings };
    galley_status status = check_bytes(&read, bytes);
    if (status != GALLEY_OK)
        return status;
    size_t from = galley_slice_starts(bytes, galley_slice_of("\xEF\xBB\xBF")) ? 3 : 0;
    while (from < bytes.length) {
        size_t to = galley_slice_find(bytes, galley_slice_of("\n"), from);
        to = to == SIZE_MAX ? bytes.length : to;
        read.line = without_comment(galley_slice_part(bytes, from, to));
        read.at = 0;
        read.number++;
        take_hint(&read);
        from = to + 1;
    }
    *out = hints;
    return read.bad ? GALLEY_FORMAT : galley_arena_status(arena);
}

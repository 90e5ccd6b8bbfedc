/* SPDX-License-Identifier: MIT
 * Hints before and after the passes.  Before: each hint finds its lines and marks
 * them; of two that contradict each other the first one stands.  After: each is held
 * against what came out, and kept as an editor's decision, or told as not followed. */
#include "core/repair/hints.h"

#include <stdarg.h>

void hint_fail(struct hints *hints, struct hint *hint, const char *format, ...)
{
    va_list arguments;
    if (hint->failed)
        return;
    hint->failed = true;
    va_start(arguments, format);
    const char *why = galley_arena_vprint(hints->arena, format, arguments);
    va_end(arguments);
    galley_find(hints->findings, GALLEY_ERROR, "hints.unused",
                (galley_place){ .file = hints->file, .line = hint->at, .column = 1 },
                "the hint “%.*s” could not be followed: %s", GALLEY_SHOW(hint->text), why ? why : "");
}

/* ---- Lines ------------------------------------------------------------------------- */

static bool in_scope(const galley_issue *issue, const struct hint *hint, uint32_t page)
{
    galley_slice source = issue->pages.items[page].source;
    if (hint->page)
        return hint->page == page + 1;
    if (!hint->file.length)
        return true;
    size_t before = source.length - hint->file.length; /* only looked at where it ends so */
    return galley_slice_ends(source, hint->file) && (before == 0 || source.text[before - 1] == '/');
}

/* The numbers of a page rise. */
static uint32_t line_of_page(const galley_issue *issue, const galley_page *page, uint32_t number)
{
    uint32_t from = page->first_line, to = from + page->line_count;
    while (from < to) {
        uint32_t middle = from + (to - from) / 2;
        if (issue->lines.items[middle].number < number)
            from = middle + 1;
        else
            to = middle;
    }
    bool found = from < page->first_line + page->line_count && issue->lines.items[from].number == number;
    return found ? from : GALLEY_NONE;
}

static uint32_t find_line(struct hints *hints, const galley_issue *issue, struct hint *hint, uint32_t number)
{
    uint32_t found = GALLEY_NONE;
    for (uint32_t i = 0; i < issue->pages.count; i++) {
        uint32_t line = in_scope(issue, hint, i) ? line_of_page(issue, &issue->pages.items[i], number) : GALLEY_NONE;
        if (line == GALLEY_NONE)
            continue;
        if (found != GALLEY_NONE) {
            hint_fail(hints, hint, "line %u stands in several files; say which, with “file NAME” or “page N” above it",
                      number);
            return GALLEY_NONE;
        }
        found = line;
    }
    if (found == GALLEY_NONE)
        hint_fail(hints, hint, "there is no line %u with text%s", number,
                  hint->page          ? " on that page"
                  : hint->file.length ? " in that file"
                                      : "");
    return found;
}

/* ---- Marks --------------------------------------------------------------------------- */

/* Where a mark says otherwise already, the hint that made it. */
static bool contradicts(struct hints *hints, struct hint *hint, const struct hint_mark *mark, uint32_t number)
{
    const struct hint *first = mark->by ? &hints->list.items[mark->by - 1] : NULL;
    if (first)
        hint_fail(hints, hint, "line %u of %s contradicts it for line %u, and stands", first->at, hints->file, number);
    return first;
}

static void mark_lines(struct hints *hints, const galley_issue *issue, uint32_t index)
{
    struct hint *hint = &hints->list.items[index];
    for (uint32_t line = hint->first; line <= hint->last; line++) {
        struct hint_mark *mark = &hints->marks[line];
        if (contradicts(hints, hint, mark, issue->lines.items[line].number))
            continue;
        mark->told = (uint8_t)hint->told;
        mark->by = index + 1;
    }
}

/* What else is said of a line implies what it is, unless that is said. */
static void imply(struct hint_mark *mark, enum told told)
{
    if (!mark->told)
        mark->told = (uint8_t)told;
}

static void mark_joint(struct hints *hints, const galley_issue *issue, struct hint *hint)
{
    struct hint_mark *mark = &hints->marks[hint->first];
    int8_t joint = hint->verb == HINT_PARAGRAPH ? 1 : -1;
    bool text = mark->told == TOLD_NOTHING || mark->told == TOLD_BODY || mark->told == TOLD_CAPTION;
    if (!text && contradicts(hints, hint, mark, issue->lines.items[hint->first].number))
        return;
    if (mark->joint == -joint || (mark->begins && joint < 0)) {
        hint_fail(hints, hint, "another hint contradicts it for this line, and stands");
        return;
    }
    mark->joint = joint;
    imply(mark, TOLD_BODY);
}

static void mark_other(struct hints *hints, const galley_issue *issue, struct hint *hint)
{
    struct hint_mark *first = &hints->marks[hint->first];
    if (hint->verb == HINT_PARAGRAPH || hint->verb == HINT_JOINS)
        mark_joint(hints, issue, hint);
    else if (hint->verb == HINT_ARTICLE && first->joint < 0)
        hint_fail(hints, hint, "another hint contradicts it for this line, and stands");
    else if (hint->verb == HINT_ARTICLE)
        first->begins = true;
    else if (hint->verb == HINT_HEAD) {
        for (uint32_t line = hint->first; line <= hint->end; line++)
            imply(&hints->marks[line], TOLD_HEAD);
        imply(&hints->marks[hint->last], TOLD_BODY);
    }
}

galley_status hints_resolve(struct hints *hints, const galley_issue *issue)
{
    hints->marks = galley_arena_array(hints->arena, issue->lines.count + 1, sizeof *hints->marks);
    if (!hints->marks)
        return galley_arena_status(hints->arena);
    for (size_t i = 0; i < issue->lines.count; i++)
        hints->marks[i].article = GALLEY_NONE;
    for (uint32_t i = 0; i < hints->list.count; i++) {
        struct hint *hint = &hints->list.items[i];
        hint->first = find_line(hints, issue, hint, hint->from);
        hint->last = hint->failed ? GALLEY_NONE : find_line(hints, issue, hint, hint->to);
        if (!hint->failed && hint->verb == HINT_HEAD)
            hint->end = find_line(hints, issue, hint, hint->until);
        if (!hint->failed && hint->verb == HINT_IS)
            mark_lines(hints, issue, i);
    }
    for (size_t i = 0; i < hints->list.count; i++)
        if (!hints->list.items[i].failed)
            mark_other(hints, issue, &hints->list.items[i]);
    return galley_arena_status(hints->arena);
}

/* ---- What came out ------------------------------------------------------------------------ */

struct checking {
    struct hints *hints;
    const galley_issue *issue;
    uint32_t article;
};

static const char *const roles[TOLD_COUNT] = {
    [TOLD_HEADLINE] = "headline", [TOLD_KICKER] = "kicker", [TOLD_SUBHEADLINE] = "subheadlines",
    [TOLD_SECTION] = "section",   [TOLD_BODY] = "text",     [TOLD_CROSSHEAD] = "text",
    [TOLD_CAPTION] = "caption",   [TOLD_BYLINE] = "byline", [TOLD_CREDIT] = "credit",
};

static bool is_crosshead(const galley_article *article, const galley_text *text)
{
    for (size_t i = 0; i < article->blocks.count; i++)
        if (&article->blocks.items[i].text == text)
            return article->blocks.items[i].type == GALLEY_CROSSHEAD;
    return false;
}

/* Whether a text is what the editor says its line is. */
static bool is_as_told(enum told told, const galley_article *article, const char *role, const galley_text *text)
{
    if (told == TOLD_HEAD)
        return is_as_told(TOLD_SECTION, article, role, text) || is_as_told(TOLD_KICKER, article, role, text) ||
               is_as_told(TOLD_HEADLINE, article, role, text) || is_as_told(TOLD_SUBHEADLINE, article, role, text);
    if (told == TOLD_TEASER || told == TOLD_MASTHEAD)
        return article->kind == (told == TOLD_TEASER ? GALLEY_TEASER : GALLEY_MASTHEAD);
    if (told == TOLD_CROSSHEAD)
        return is_crosshead(article, text);
    return roles[told] && !strcmp(roles[told], role);
}

static void check_text(void *state, const char *role, const galley_text *text)
{
    const struct checking *check = state;
    const galley_article *article = check->issue->articles.items[check->article];
    for (uint32_t i = 0; i < text->span_count; i++) {
        struct hint_mark *mark = &check->hints->marks[text->spans[i].line];
        bool first = text->spans[i].line == text->spans[0].line;
        mark->met |= is_as_told(mark->told, article, role, text);
        mark->joined |= mark->joint > 0 ? first : !first;
        if (!text->copy)
            mark->article = check->article;
    }
}

static void check_readings(struct hints *hints, const galley_issue *issue)
{
    struct checking check = { hints, issue, 0 };
    for (; check.article < issue->articles.count; check.article++)
        galley_article_visit(issue->articles.items[check.article], check_text, &check);
    for (size_t i = 0; i < issue->furniture.count; i++) {
        const galley_text *text = &issue->furniture.items[i].text;
        for (uint32_t k = 0; k < text->span_count; k++)
            hints->marks[text->spans[k].line].met |= hints->marks[text->spans[k].line].told == TOLD_FURNITURE;
    }
}

/* ---- Held against it ------------------------------------------------------------------------ */

static void finish_lines(struct hints *hints, galley_issue *issue, struct hint *hint)
{
    for (uint32_t line = hint->first; line <= hint->last; line++) {
        const struct hint_mark *mark = &hints->marks[line];
        if (mark->by && &hints->list.items[mark->by - 1] == hint && !mark->met)
            hint_fail(hints, hint, "line %u did not come out as %s", issue->lines.items[line].number,
                      told_name(hint->told));
    }
}

static void finish_joint(struct hints *hints, galley_issue *issue, struct hint *hint)
{
    (void)issue;
    if (!hints->marks[hint->first].joined)
        hint_fail(hints, hint, "no text goes %s there", hint->verb == HINT_JOINS ? "on" : "from");
}

static galley_article *article_at(struct hints *hints, galley_issue *issue, struct hint *hint, uint32_t line)
{
    uint32_t index = hints->marks[line].article;
    if (index == GALLEY_NONE)
        hint_fail(hints, hint, "line %u belongs to no article", issue->lines.items[line].number);
    return index == GALLEY_NONE ? NULL : issue->articles.items[index];
}

static void finish_article(struct hints *hints, galley_issue *issue, struct hint *hint)
{
    article_at(hints, issue, hint, hint->first);
}

static void finish_kind(struct hints *hints, galley_issue *issue, struct hint *hint)
{
    galley_article *article = article_at(hints, issue, hint, hint->first);
    for (struct hint *other = hints->list.items; article && other < hint; other++)
        if (other->verb == HINT_KIND && !other->failed && other->kind != hint->kind &&
            hints->marks[other->first].article == hints->marks[hint->first].article) {
            hint_fail(hints, hint, "line %u of %s contradicts it for the same article, and stands", other->at,
                      hints->file);
            return;
        }
    if (article)
        article->kind = hint->kind;
}

static void finish_head(struct hints *hints, galley_issue *issue, struct hint *hint)
{
    galley_article *head = article_at(hints, issue, hint, hint->first);
    galley_article *text = head ? article_at(hints, issue, hint, hint->last) : NULL;
    bool whole = text == head;
    for (uint32_t line = hint->first; line <= hint->end; line++)
        whole &= hints->marks[line].article == hints->marks[hint->first].article;
    if (text && !whole)
        hint_fail(hints, hint, "no head could be given to the text that holds line %u", hint->to);
}

/* Parts on two pages are linked as a jump line links them. */
static void finish_one(struct hints *hints, galley_issue *issue, struct hint *hint)
{
    galley_article *part = article_at(hints, issue, hint, hint->first);
    galley_article *rest = part ? article_at(hints, issue, hint, hint->last) : NULL;
    if (!rest || part == rest)
        return;
    if (part->page > rest->page) {
        galley_article *first = rest;
        rest = part;
        part = first;
    }
    uint32_t from = hints->marks[hint->first].article, to = hints->marks[hint->last].article;
    if (issue->articles.items[from] != part) {
        uint32_t first = to;
        to = from;
        from = first;
    }
    if (part->page == rest->page || (part->continued_in != GALLEY_NONE && part->continued_in != to) ||
        (rest->continues != GALLEY_NONE && rest->continues != from)) {
        hint_fail(hints, hint, "they could not be put together");
        return;
    }
    part->continued_in = to;
    rest->continues = from;
    if (!part->continued_on.length)
        part->continued_on = issue->pages.items[rest->page].number;
    if (!rest->continued_from.length)
        rest->continued_from = issue->pages.items[part->page].number;
}

static void (*const finish[])(struct hints *, galley_issue *, struct hint *) = {
    [HINT_IS] = finish_lines,    [HINT_PARAGRAPH] = finish_joint,
    [HINT_JOINS] = finish_joint, [HINT_ARTICLE] = finish_article,
    [HINT_ONE] = finish_one,     [HINT_HEAD] = finish_head,
    [HINT_KIND] = finish_kind,   [HINT_NAMES] = NULL,
};

galley_status hints_finish(struct hints *hints, galley_issue *issue)
{
    check_readings(hints, issue);
    for (size_t i = 0; i < hints->list.count; i++) {
        struct hint *hint = &hints->list.items[i];
        if (!hint->failed && finish[hint->verb])
            finish[hint->verb](hints, issue, hint);
        if (hint->failed)
            continue;
        galley_repair_record *record = galley_issue_add_repair(issue, "hints", "editor", hint->first, 1);
        record->why = galley_arena_print(issue->arena, "an editor decided so: %.*s", GALLEY_SHOW(hint->text));
    }
    return galley_issue_status(issue);
}

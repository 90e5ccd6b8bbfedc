/* SPDX-License-Identifier: MIT
 * The checker of the law.  One bit for each byte of the facts: every text that
 * is no copy is walked beside its spans, character by character, and sets the
 * bits it stands on; a bit set twice is a doubled character, one never set a
 * lost one, a difference an invented one.
 *
 * Nearly all spans hold byte for byte what the text has, and no bit of theirs is set:
 * they are taken as a whole. */
#include <galley/law.h>
#include <galley/text.h>

#include <stdlib.h>

typedef struct checker {
    const galley_issue *issue;
    galley_findings *findings;
    uint64_t *taken; /* a bit a byte of the facts */
    size_t *starts;  /* of each line in that bit field */
    galley_law_report report;
    bool counts;       /* somebody asks how many characters there are */
    const char *owner; /* what is being walked, for the messages */
} checker;

#define WORD 64 /* bits */

static bool take(checker *check, size_t bit)
{
    uint64_t mask = UINT64_C(1) << bit % WORD;
    bool was = check->taken[bit / WORD] & mask;
    check->taken[bit / WORD] |= mask;
    return !was;
}

/* The bits [from, to) of one word of the field, which holds bit `from`. */
static uint64_t bits_of(size_t from, size_t to)
{
    size_t first = from % WORD, past = to - (from - first);
    return (UINT64_MAX << first) & (UINT64_MAX >> (past < WORD ? WORD - past : 0));
}

/* Whether of the bits [from, to) all are set, or none. */
static bool all_taken(const checker *check, size_t from, size_t to, bool set)
{
    for (size_t bit = from; bit < to; bit = bit / WORD * WORD + WORD) {
        uint64_t mask = bits_of(bit, to);
        if ((check->taken[bit / WORD] & mask) != (set ? mask : 0))
            return false;
    }
    return true;
}

/* Where a text goes on that has at `at` the bytes of a part, spaces aside: a line that was
 * spread has them, its text has none.  NULL where it differs. */
static const char *pass_bytes(galley_slice part, const char *at, const char *end)
{
    const char *step = part.text, *stop = galley_slice_end(part);
    while (step < stop) {
        if (*step == ' ')
            step++;
        else if (at < end && *at == ' ')
            at++;
        else if (at == end || *at++ != *step++)
            return NULL;
    }
    return at;
}

/* Takes a span as a whole, where the text at `at` has the same bytes and none of them was
 * taken; what is no first byte of a character is then taken with it.  NULL where not. */
static const char *take_whole(checker *check, const galley_text *text, galley_slice part, size_t from, const char *at)
{
    const char *end = galley_slice_end(text->text);
    size_t to = from + part.length;
    while (at < end && *at == ' ')
        at++;
    bool same = (size_t)(end - at) >= part.length && memcmp(at, part.text, part.length) == 0;
    at = same ? at + part.length : pass_bytes(part, at, end);
    if (!at || (!text->copy && !all_taken(check, from, to, false)))
        return NULL;
    for (size_t bit = from; !text->copy && bit < to; bit = bit / WORD * WORD + WORD)
        check->taken[bit / WORD] |= bits_of(bit, to);
    return at;
}

/* The next non-space character; false at the end.  *from is its first byte. */
static bool next_character(const char **at, const char *end, const char **from, uint32_t *code)
{
    while (*at < end) {
        *from = *at;
        *code = galley_text_next(at, end);
        if (!galley_code_space(*code))
            return true;
    }
    return false;
}

static void report_invented(checker *check, uint32_t line, uint32_t byte)
{
    check->report.invented++;
    galley_find(check->findings, GALLEY_FATAL, "law.invented", galley_line_place(check->issue, line, byte),
                "a character of a %s is not what the page has there; this is a defect of Galley", check->owner);
}

/* Walks one span beside the text; returns where the text stands after it. */
static const char *walk_span(checker *check, const galley_text *text, const galley_span *span, const char *at)
{
    galley_slice fact = check->issue->lines.items[span->line].text;
    const char *end = galley_slice_end(text->text), *from, *fact_from;
    uint32_t code, fact_code;
    galley_slice part = galley_slice_part(fact, span->from, span->to);
    const char *whole = take_whole(check, text, part, check->starts[span->line] + span->from, at);
    if (whole)
        return whole;
    for (const char *step = part.text, *stop = galley_slice_end(part);
         next_character(&step, stop, &fact_from, &fact_code);) {
        uint32_t byte = (uint32_t)(fact_from - fact.text);
        if (!next_character(&at, end, &from, &code) || code != fact_code)
            report_invented(check, span->line, byte);
        if (text->copy || take(check, check->starts[span->line] + byte))
            continue;
        check->report.doubled++;
        galley_find(check->findings, GALLEY_FATAL, "law.doubled", galley_line_place(check->issue, span->line, byte),
                    "a character stands in two readings, the second is a %s; this is a defect of Galley", check->owner);
    }
    return at;
}

static bool span_is_sound(const galley_issue *issue, const galley_span *span)
{
    return span->line < issue->lines.count && span->from <= span->to &&
           span->to <= issue->lines.items[span->line].text.length;
}

static void walk_text(void *state, const char *role, const galley_text *text)
{
    checker *check = state;
    check->owner = role;
    const char *at = text->text.text, *end = galley_slice_end(text->text), *from;
    for (uint32_t i = 0; i < text->span_count; i++) {
        if (span_is_sound(check->issue, &text->spans[i]))
            at = walk_span(check, text, &text->spans[i], at);
        else
            report_invented(check, GALLEY_NONE, 0);
    }
    uint32_t code;
    while (next_character(&at, end, &from, &code))
        report_invented(check, text->span_count ? text->spans[text->span_count - 1].line : GALLEY_NONE, 0);
}

static void count_lost(checker *check)
{
    for (uint32_t i = 0; i < check->issue->lines.count; i++) {
        galley_slice fact = check->issue->lines.items[i].text;
        if (!check->counts && all_taken(check, check->starts[i], check->starts[i] + fact.length, true))
            continue;
        const char *at = fact.text, *end = galley_slice_end(fact), *from;
        uint32_t code;
        while (next_character(&at, end, &from, &code)) {
            check->report.characters++;
            if (!take(check, check->starts[i] + (size_t)(from - fact.text)))
                continue;
            check->report.lost++;
            galley_find(check->findings, GALLEY_FATAL, "law.lost",
                        galley_line_place(check->issue, i, (uint32_t)(from - fact.text)),
                        "a character stands in no reading; this is a defect of Galley");
        }
    }
}

static galley_status prepare(checker *check)
{
    size_t count = check->issue->lines.count, bytes = 0;
    check->starts = malloc((count + 1) * sizeof *check->starts);
    if (!check->starts)
        return GALLEY_MEMORY;
    for (size_t i = 0; i < count; i++) {
        check->starts[i] = bytes;
        bytes += check->issue->lines.items[i].text.length;
    }
    check->taken = calloc(bytes / WORD + 1, sizeof *check->taken);
    return check->taken ? GALLEY_OK : GALLEY_MEMORY;
}

galley_status galley_law_check(const galley_issue *issue, galley_findings *findings, galley_law_report *out)
{
    checker check = { .issue = issue, .findings = findings, .counts = out != NULL };
    galley_status status = prepare(&check);
    if (status == GALLEY_OK) {
        for (size_t i = 0; i < issue->articles.count; i++)
            galley_article_visit(issue->articles.items[i], walk_text, &check);
        for (size_t i = 0; i < issue->furniture.count; i++)
            walk_text(&check, "piece of furniture", &issue->furniture.items[i].text);
        count_lost(&check);
        if (check.report.lost + check.report.doubled + check.report.invented)
            status = GALLEY_INTERNAL;
    }
    free(check.starts);
    free(check.taken);
    if (out)
        *out = check.report;
    return status;
}

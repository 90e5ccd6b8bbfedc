/* SPDX-License-Identifier: MIT
 * Hints: what an editor says of the lines of an issue, one correction a line
 * (doc/hints.md has the form).  A hint wins over every rule: its lines are marked
 * before the rules look at them, and a rule asks the marks first.  Afterwards each hint
 * is checked against what came out; what could not be done is told, never passed over. */
#ifndef CORE_REPAIR_HINTS_H
#define CORE_REPAIR_HINTS_H

#include <galley/issue.h>
#include <galley/source.h>

/* What an editor says a line is; those up to TOLD_TEASER are display lines. */
enum told {
    TOLD_NOTHING,
    TOLD_HEAD, /* any part of a head */
    TOLD_HEADLINE,
    TOLD_KICKER,
    TOLD_SUBHEADLINE,
    TOLD_SECTION,
    TOLD_TEASER,
    TOLD_BODY,
    TOLD_CROSSHEAD,
    TOLD_CAPTION,
    TOLD_BYLINE,
    TOLD_CREDIT,
    TOLD_MASTHEAD,
    TOLD_FURNITURE,
    TOLD_COUNT
};

/* What a hint does with its lines. */
enum hint_verb {
    HINT_IS,        /* the lines [from, to] are `told` */
    HINT_PARAGRAPH, /* a paragraph begins with line `from` */
    HINT_JOINS,     /* line `from` goes on from the line above */
    HINT_ARTICLE,   /* an article begins with line `from` */
    HINT_ONE,       /* the articles that hold `from` and `to` are one */
    HINT_HEAD,      /* the lines [from, until] are the head of the text that holds `to` */
    HINT_KIND,      /* the article that holds `from` is of a kind */
    HINT_NAMES      /* the names in line `from` are parted so */
};

struct hint {
    enum hint_verb verb;
    enum told told;
    galley_furniture_kind furniture;
    galley_kind kind;
    galley_slice names;   /* parted by spaces */
    uint32_t from, to;    /* line numbers in the source */
    uint32_t until;       /* HINT_HEAD: the last line of the head; one line stands for all of its head */
    uint32_t page;        /* from 1; 0: any */
    galley_slice file;    /* empty: any */
    uint32_t at;          /* the hint's own line in its file, from 1 */
    galley_slice text;    /* as written */
    uint32_t first, last; /* from, to as indexes in issue->lines; GALLEY_NONE: no such line */
    uint32_t end;         /* HINT_HEAD: until, as an index */
    bool failed;          /* it was told that it could not be followed */
};

/* What the hints say of one line of the issue. */
struct hint_mark {
    uint32_t by; /* the hint that says what it is, from 1 */
    uint8_t told;
    int8_t joint;     /* 1: begins a paragraph, -1: goes on */
    bool begins;      /* an article */
    bool met;         /* it came out as told … */
    bool joined;      /* … and so did its joint */
    uint32_t article; /* that holds it in the end, or GALLEY_NONE */
};

struct hints {
    const char *file;
    galley_arena *arena;
    galley_findings *findings;
    GALLEY_VECTOR(struct hint) list;
    struct hint_mark *marks; /* one for each line of the issue */
};

/* Reads a hints file; every bad line is one fatal finding.  GALLEY_FORMAT then, or
 * GALLEY_MEMORY.  All lives in the arena and in the source.  (hintfile.c) */
galley_status hints_parse(galley_arena *arena, const galley_source *source, galley_findings *findings,
                          struct hints **out);

/* Finds the lines that the hints mean and marks them. */
galley_status hints_resolve(struct hints *hints, const galley_issue *issue);

/* After all passes: kinds, articles of several pages, and what could not be followed. */
galley_status hints_finish(struct hints *hints, galley_issue *issue);

/* Tells, once, that a hint could not be followed. */
void hint_fail(struct hints *hints, struct hint *hint, const char *format, ...) GALLEY_PRINTF(3, 4);

const char *told_name(enum told told);

static inline bool told_is_head(enum told told)
{
    return told >= TOLD_HEAD && told <= TOLD_TEASER;
}

#endif

/* SPDX-License-Identifier: MIT
 * The document model, in two layers.
 *
 * Facts are what a reader found: pages, zones, lines.  They are written once,
 * by the reader, and never change.  Readings are what was concluded: articles
 * with their heads and blocks, and furniture (what belongs to no article).
 * Every text of a reading points at the facts it came from, in spans, so that
 * the number k non-space character of the text is the number k non-space
 * character of its spans.  That is how the law of conservation is checked
 * (law.h), and how any word finds its way back to the page.
 *
 * All structures live in the issue's arena and are made by the functions below,
 * which never return NULL: when memory or the cap is reached they hand out a
 * spare that belongs to no issue, and galley_issue_status tells.  New members
 * are added at the end within one ABI version. */
#ifndef GALLEY_ISSUE_H
#define GALLEY_ISSUE_H

#include <stdint.h>

#include <galley/arena.h>
#include <galley/finding.h>
#include <galley/slice.h>

#define GALLEY_NONE UINT32_MAX /* no index */

/* ---- Facts ---------------------------------------------------------------- */

/* A rectangle in the page's own units, x to the right, y downwards. */
typedef struct galley_box {
    float left, top, right, bottom;
} galley_box;

typedef struct galley_line {
    galley_slice text;    /* as found, UTF-8, its spaces too, without the line end */
    uint32_t id;          /* number in the issue, from 1; blank lines are counted, so for one
                             file it is the line number of that file */
    uint32_t number;      /* line number in its own source, from 1 */
    uint32_t zone;        /* index in issue->zones */
    uint32_t blank_before; /* blank lines between it and the line before it on its page */
    uint64_t offset;      /* byte offset of the line in its source */
    const galley_box *box; /* NULL where the format has no geometry */
    float font_size;      /* points; 0 unknown */
    float confidence;     /* of the recogniser, 0..1; negative: not known */
} galley_line;

/* Lines that the source itself holds together: in a text dump a run without a
 * blank line, in ALTO a TextBlock. */
typedef struct galley_zone {
    uint32_t page;                   /* index in issue->pages */
    uint32_t first_line, line_count; /* in issue->lines */
    const galley_box *box;
    galley_slice kind; /* what the source calls it: "heading", "caption" …; mostly empty */
} galley_zone;

typedef struct galley_page {
    galley_slice id;      /* "p1", "p2" … */
    galley_slice number;  /* as printed, or counted: "1" */
    galley_slice section; /* the page's section, "要闻"; a reading, set by the repair */
    galley_slice source;  /* name of the file it came from */
    uint32_t line_base;   /* line.id - line.number for the lines of this page */
    uint32_t first_zone, zone_count;
    uint32_t first_line, line_count;
    float width, height; /* 0 unknown */
    bool number_given;   /* the number stands on the page, or whoever handed it over gave it; else it
                            is counted, and no page can be cited by it */
} galley_page;

/* A picture as it was handed over.  Blocks show it by its name. */
typedef struct galley_image {
    galley_slice name;       /* "images/ferry.jpg": a relative path, no two alike */
    galley_slice media_type; /* "image/jpeg"; empty: not known */
    galley_slice bytes;      /* empty: only the name is known */
    uint32_t width, height;  /* pixels; 0 unknown */
    galley_slice alt;        /* what is to be seen, for those who do not see it */
    bool alt_known;          /* somebody said so: an empty `alt` then means an ornament */
} galley_image;

/* ---- Readings ------------------------------------------------------------- */

/* The bytes [from, to) of the text of issue->lines[line]. */
typedef struct galley_span {
    uint32_t line, from, to;
} galley_span;

typedef enum galley_mark_type {
    GALLEY_LANGUAGE, /* in another language; its value is a BCP 47 tag */
    GALLEY_EMPHASIS,
    GALLEY_STRONG,
    GALLEY_LINK,    /* its value is an address */
    GALLEY_RUBY,    /* its value is how it is read, printed beside it */
    GALLEY_UNCLEAR, /* hard to read on the page; its value may say why */
    GALLEY_MARK_COUNT
} galley_mark_type;

/* What is said of the bytes [from, to) of a text (its own bytes, not those of its line). */
typedef struct galley_mark {
    uint32_t from, to; /* from < to, both where a character begins */
    galley_mark_type type;
    galley_slice value;
} galley_mark;

#define GALLEY_MARK_DEPTH 16 /* marks within one another, at most */

/* A text and where it stands.  An empty text has no spans. */
typedef struct galley_text {
    galley_slice text;
    const galley_span *spans;
    uint32_t span_count;
    bool copy; /* its characters stand in another reading as well (a byline taken from a
                  lead): the law counts them there */
    uint32_t mark_count;
    const galley_mark *marks; /* in the order in which they begin, the outer one first; one stands
                                 within another or beside it, two never cross */
} galley_text;

typedef enum galley_kind {
    GALLEY_NEWS,     /* any article with a body */
    GALLEY_PHOTO,    /* a picture's caption with its credit */
    GALLEY_TEASER,   /* a headline whose body stands elsewhere */
    GALLEY_NOTICE,   /* addressee, text, signature */
    GALLEY_AD,       /* an advertisement */
    GALLEY_MASTHEAD, /* the title block */
    GALLEY_KIND_COUNT
} galley_kind;

typedef enum galley_block_type {
    GALLEY_PARAGRAPH, /* text */
    GALLEY_CROSSHEAD, /* text: a heading inside an article */
    GALLEY_QUOTATION, /* text: a display quotation */
    GALLEY_FIGURE,    /* text is the caption, credit the credit, image the picture's name */
    GALLEY_LIST,      /* items */
    GALLEY_TABLE,     /* items, `columns` to a row */
    GALLEY_BLOCK_COUNT
} galley_block_type;

typedef struct galley_block {
    galley_block_type type;
    galley_text text;
    galley_text credit;
    galley_slice image;      /* empty: none */
    const galley_text *items; /* list items, or table cells row by row */
    uint32_t item_count;
    uint32_t columns;
    float confidence; /* 0..1 */
    uint32_t level;   /* of a crosshead: 2 stands below 1, as h3 below h2; 0 is the same as 1 */
} galley_block;

/* A reason that was weighed: "shares 重点工作 with the body", +1.7. */
typedef struct galley_evidence {
    const char *reason;
    float weight;
} galley_evidence;

typedef struct galley_article {
    galley_slice id; /* from its page and its first source line: "p1-l0112" */
    galley_kind kind;
    uint32_t page;   /* index of its first page */
    galley_text section, kicker, headline;
    GALLEY_VECTOR(galley_text) subheadlines;
    galley_text byline, dateline, credit;
    galley_slice continued_on, continued_from;      /* a page number as digits, or empty */
    uint32_t continued_in, continues;               /* index of the other part in issue->articles, or GALLEY_NONE */
    GALLEY_VECTOR(galley_block) blocks;
    float confidence; /* 0..1 */
    GALLEY_VECTOR(galley_evidence) evidence;
    galley_slice note; /* what a person should look at; empty when nothing */
    galley_slice language; /* BCP 47; empty: the issue's */
} galley_article;

typedef enum galley_furniture_kind {
    GALLEY_FOLIO,        /* page number, running head */
    GALLEY_JUMP_LINE,    /* （下转第二版） */
    GALLEY_GUIDE,        /* ornaments and pointers of a guide */
    GALLEY_DOUBLED,      /* the second of a glyph printed twice */
    GALLEY_HYPHEN,       /* a hyphen at a line end, left out where the word was joined */
    GALLEY_RULE,         /* ornament, separator */
    GALLEY_LABEL,        /* a standing label that belongs to no article */
    GALLEY_OTHER,        /* text of no article that nothing else describes */
    GALLEY_FURNITURE_COUNT
} galley_furniture_kind;

typedef struct galley_furniture {
    galley_furniture_kind kind;
    galley_text text;
} galley_furniture;

/* What a pass did.  `before` and `after` are given where a reader of the record
 * needs them; the characters of the facts never change. */
typedef struct galley_repair_record {
    const char *pass; /* "spacing" */
    const char *kind; /* "justified-line" */
    uint32_t line;    /* index in issue->lines */
    galley_slice before, after;
    float confidence;
    const char *why;
} galley_repair_record;

/* What was decided about a part of a line, and why.  Kept only when somebody asks
 * (galley_repair_options.explain).  A weight above zero spoke for the verdict. */
typedef struct galley_decision {
    galley_span where;
    const char *pass;    /* "paragraphs" */
    const char *verdict; /* "begins a paragraph" */
    float points;        /* how far it was ahead of the next best answer; 0: not weighed */
    GALLEY_VECTOR(galley_evidence) evidence;
} galley_decision;

/* What is known of the issue.  Values are normalised (a date is 2021-03-03), so
 * they are no texts with spans: the printed words stay in the masthead. */
typedef struct galley_meta {
    galley_slice id; /* stable, from the content or the metadata; see galley_issue_identify */
    galley_slice title, date, number, language, publisher, place, issn, cn;
    galley_slice subtitle;
    galley_slice edition, volume; /* "morning"; "12" */
    galley_slice editor;          /* who answers for it */
    galley_slice licence;         /* of the text: an SPDX expression, an address, or a sentence */
    galley_slice source_url;      /* where it was found */
    galley_slice previous, next;  /* the issues before and after it: their id or address */
    galley_slice conversion;      /* who made the text out of the pages: "tesseract 5.3, read by A. B." */
} galley_meta;

typedef struct galley_issue {
    galley_arena *arena;
    galley_meta meta;
    GALLEY_VECTOR(galley_page) pages;
    GALLEY_VECTOR(galley_zone) zones;
    GALLEY_VECTOR(galley_line) lines;
    GALLEY_VECTOR(galley_article *) articles;
    GALLEY_VECTOR(galley_furniture) furniture;
    GALLEY_VECTOR(galley_repair_record) repairs;
    bool has_readings; /* the reader handed over readings: the repair leaves them alone */
    GALLEY_VECTOR(galley_decision) decisions; /* pass by pass, in the order of the page */
    GALLEY_VECTOR(galley_image) images;
} galley_issue;

/* ---- Making one ----------------------------------------------------------- */

/* An empty issue whose arena may hold `cap` bytes (0: GALLEY_ARENA_CAP).  You
 * own it; NULL when there is no memory. */
GALLEY_API galley_issue *galley_issue_new(size_t cap);
GALLEY_API void galley_issue_drop(galley_issue *issue);

/* GALLEY_OK, GALLEY_LIMIT or GALLEY_MEMORY. */
GALLEY_API galley_status galley_issue_status(const galley_issue *issue);

/* Facts, in reading order of the source: a page, then its zones, then their
 * lines.  The pointer is good until the next call that adds one of its kind.
 * `source` and `text` are kept, not copied: they must live as long as the issue
 * (galley_arena_copy, or a source that the issue owns). */
GALLEY_API galley_page *galley_issue_add_page(galley_issue *issue, galley_slice source);
GALLEY_API galley_zone *galley_issue_add_zone(galley_issue *issue);
GALLEY_API galley_line *galley_issue_add_line(galley_issue *issue, galley_slice text, uint32_t id, uint32_t number);

/* Readings.  The article pointer stays good as long as the issue. */
GALLEY_API galley_article *galley_issue_add_article(galley_issue *issue, galley_kind kind);
GALLEY_API galley_block *galley_article_add_block(galley_issue *issue, galley_article *article,
                                                  galley_block_type type);
GALLEY_API galley_text *galley_article_add_subheadline(galley_issue *issue, galley_article *article);
GALLEY_API void galley_article_add_evidence(galley_issue *issue, galley_article *article, float weight,
                                            const char *format, ...) GALLEY_PRINTF(4, 5);
GALLEY_API galley_furniture *galley_issue_add_furniture(galley_issue *issue, galley_furniture_kind kind,
                                                        galley_text text);
GALLEY_API galley_repair_record *galley_issue_add_repair(galley_issue *issue, const char *pass, const char *kind,
                                                         uint32_t line, float confidence);

GALLEY_API galley_decision *galley_issue_add_decision(galley_issue *issue, const char *pass, const char *verdict,
                                                      galley_span where);

/* A picture; its name is kept, not copied.  A name that is there already gives that picture. */
GALLEY_API galley_image *galley_issue_add_image(galley_issue *issue, galley_slice name);

/* Facts for readings that came without, as from a format that has no lines: each article is a
 * zone of its page, each text a line of it, and gets its spans.  A copy points into the text of
 * its article that holds it; where none does, it is no copy any more.  Pages must be there (one
 * is made where none is), zones and lines must not.  `furniture_pages`: the page index of each
 * piece of furniture; NULL: all stand on the first page. */
GALLEY_API void galley_issue_make_facts(galley_issue *issue, const uint32_t *furniture_pages);

/* Fills meta.id from ISSN, CN or title with date, number and edition, or from the bytes
 * of the facts where none is known: a UUID of version 5, the same for the same issue. */
GALLEY_API void galley_issue_identify(galley_issue *issue);

/* ---- Asking --------------------------------------------------------------- */

GALLEY_API const galley_page *galley_line_page(const galley_issue *issue, uint32_t line);
GALLEY_API galley_place galley_line_place(const galley_issue *issue, uint32_t line, uint32_t byte);

/* The picture of that name (block->image); NULL when there is none. */
GALLEY_API const galley_image *galley_issue_image(const galley_issue *issue, galley_slice name);

/* The names used in JSON, TEI and on screen: "news", "crosshead", "jump-line", "ruby". */
GALLEY_API const char *galley_kind_name(galley_kind kind);
GALLEY_API const char *galley_block_name(galley_block_type type);
GALLEY_API const char *galley_furniture_name(galley_furniture_kind kind);
GALLEY_API const char *galley_mark_name(galley_mark_type type);
GALLEY_API bool galley_kind_parse(galley_slice name, galley_kind *out);
GALLEY_API bool galley_block_parse(galley_slice name, galley_block_type *out);
GALLEY_API bool galley_furniture_parse(galley_slice name, galley_furniture_kind *out);
GALLEY_API bool galley_mark_parse(galley_slice name, galley_mark_type *out);

/* Calls `visit` with every text of an article in printed order: section, kicker,
 * headline, subheadlines, byline, dateline, blocks (with items and credits),
 * credit.  `role` is the JSON name of the field.  Empty texts are left out. */
typedef void galley_text_visitor(void *state, const char *role, const galley_text *text);
GALLEY_API void galley_article_visit(const galley_article *article, galley_text_visitor *visit, void *state);

/* The indexes of the pages an article stands on, first one first, into `out`
 * (room for `room`); returns how many there are. */
GALLEY_API size_t galley_article_pages(const galley_issue *issue, const galley_article *article, uint32_t *out,
                                       size_t room);

/* Walks a text run by run, where a run is what came from one span: the piece of
 * the clean text (with the space behind it), and the span.
 *     galley_run run = galley_text_runs(issue, text);
 *     while (galley_run_next(&run)) … run.piece, run.span …            */
typedef struct galley_run {
    galley_slice piece;
    const galley_span *span;
    /* private */
    const struct galley_issue *issue;
    const galley_text *of;
    size_t next_span, at;
} galley_run;
GALLEY_API galley_run galley_text_runs(const galley_issue *issue, const galley_text *text);
GALLEY_API bool galley_run_next(galley_run *run);

#endif

/* SPDX-License-Identifier: MIT
 * What the passes share while one page is repaired.
 *
 *     glyphs   the page's non-space characters, in order, each with its place
 *     pieces   runs of glyphs that are one thing: a line, or a part of a line
 *     stories  runs of body pieces: what will be articles
 *     clusters runs of head pieces between the stories
 *
 * Every pass reads what earlier passes found and adds its own.  All of it lives
 * in a scratch arena that is emptied after each page, so the cost of a page does
 * not grow with the number of pages. */
#ifndef CORE_REPAIR_WORK_H
#define CORE_REPAIR_WORK_H

#include <math.h>

#include <galley/finding.h>
#include <galley/issue.h>

#include "core/repair/evidence.h"
#include "core/repair/hints.h"
#include "core/text/profile.h"
#include "core/text/shingle.h"

struct glyph {
    uint32_t code;
    uint32_t line, byte; /* where it stands: index in issue->lines, byte in its text */
    uint16_t classes;    /* enum galley_class */
    uint8_t bytes;
    uint8_t cells;  /* display cells, 0..2 */
    uint8_t gap;    /* spaces before it in its line, 255 at most */
    bool torn;      /* glyphs between it and the one before were taken out: a new span begins */
    bool space;     /* a space is to be set before it (setting.c decides) */
    bool joins : 1; /* with its neighbour, without a space: galley_code_joins */
    bool fixed : 1; /* that decision stands (names, bylines.c) */
    bool told : 1;  /* an editor made it (told.c) */
};

/* What a piece is. */
enum role {
    ROLE_BODY,
    ROLE_HEAD,
    ROLE_BYLINE,   /* reporters on a line of their own */
    ROLE_CREDIT,   /* a picture's credit */
    ROLE_MASTHEAD, /* a line of the title block */
    ROLE_FOLIO,    /* a page number or the label of another page */
    ROLE_JUMP_TO,
    ROLE_JUMP_FROM,
    ROLE_GUIDE, /* an ornament or word of the guide */
    ROLE_RULE,  /* ornaments only */
    ROLE_COUNT
};

/* What the words of a piece say of its part in a head; one bit each. */
enum say {
    SAYS_SUB = 1,        /* begins as a subheadline does: —— */
    SAYS_KICKER = 2,     /* ends as a kicker does: …强调 */
    SAYS_ATTENDANCE = 4, /* ends with who came: …出席 */
    SAYS_COMPLETE = 8,   /* ends as a whole statement does: …召开 */
    SAYS_NOTICE = 16,    /* ends as the title of a notice does: …公告 */
    SAYS_PREDICATE = 32, /* begins as predicates do: what somebody did */
    SAYS_ABOUT = 64      /* begins as the title of a notice does: 关于… */
};

struct piece {
    uint32_t from, to;  /* glyphs */
    uint32_t line;      /* index in issue->lines */
    uint16_t blanks;    /* blank lines before it; 0 for a later part of a line */
    uint16_t lead_gap;  /* spaces before its first glyph in its line */
    bool opens_line;    /* the first piece of its line */
    bool ends_line;     /* the last one */
    bool goes_on;       /* the second line of the credit before it */
    float cells;        /* its width without justification, in cells */
    float natural;      /* the same with every mark in its whole square */
    uint16_t marks;     /* of those marks: brackets, quotes, commas, stops */
    float spread;       /* share of its inner gaps that hold a space, 0..1 */
    bool justified;     /* spaced out: its spaces mean nothing, and it was full */
    float measure;      /* of its column, in cells; 0 where lines are not cut to a measure */
    float spare;        /* cells left empty in it beyond what the next line's first character
                           would have needed; up to SPARE_FULL the line could take no more */
    float room;         /* the same for its place in a paragraph (filling.c); less than nothing where
                           lines are broken between words and more is pressed into one */
    bool full;          /* fills the measure */
    bool hollow;        /* much shorter than lines above and below it, and not spaced out */
    bool may_begin;     /* the piece before it leaves room: a paragraph may begin with it */
    bool opens_story;   /* begins with a lead formula */
    bool may_end;       /* ends a sentence, or a quotation that may be one */
    bool sentence_ends; /* the last glyph ends a sentence (brackets and quotes looked through) */
    bool stop_inside;   /* a sentence ends before its last glyph */
    uint8_t pauses;     /* commas and the like inside */
    int8_t open_marks;  /* opening less closing brackets and quotes */
    bool dated;         /* nothing but a date */
    bool signs;         /* belongs to a signature: body, not head */
    bool signs_on;      /* … and goes on with the name in the line above */
    bool calls;         /* begins as the lines of advertisements do, and needs no stop */
    bool names;         /* short, and nothing but a name */
    bool caption_start; /* opens as captions do */
    float echo;         /* share of it that stands again elsewhere on the page, 0..1; 0 where it
                           has pauses or ends a sentence (echoes.c) */
    uint8_t says;       /* enum say: words of the pack it begins or ends with */
    uint32_t gaps;      /* spaces that part it into clauses */
    bool figures;       /* it has digits */
    bool again;         /* its text stands on the page more than once (echoes.c) */
    bool begins_small;  /* with a small letter, or with what no headline begins with: a particle */
    bool ends_little;   /* with a word that no headline ends with: the, of, und, a particle */
    uint8_t lettering;  /* enum lettering (wrap.h), in an alphabet */
    enum role role;
    float breaks;     /* a body's: how far "a paragraph begins with it" is ahead of "it goes on", in
                         points; 0 or less: it goes on (paragraphs.c) */
    float sure;       /* how far the role was ahead of the next best, in points */
    uint8_t told;     /* enum told: what an editor says it is */
    int8_t joint;     /* an editor says: 1, a paragraph begins with it; -1, the text goes on */
    bool begins;      /* an editor says: an article begins with it */
    uint32_t told_by; /* the hint that says what it is, from 1 */
    uint64_t lacks;   /* what surely stands nowhere in its line: pattern_lacks */
};

#define SPARE_FULL 0.4f /* cells: a mark set wider */
#define INDENT 4        /* cells: two full-width characters */
#define NO_BLANKS 1.96f /* the weight of a blank line where fewer than one line of fifty has one */

#define HEAD_LONGEST 6
#define SURE_ENOUGH 20.0f /* points: no margin is kept as more than this */

/* A text that will be an article: its body pieces, and what was found to go with it.
 * A member that names a piece is GALLEY_NONE when there is none. */
struct story {
    GALLEY_VECTOR(uint32_t) pieces; /* of its body, in order */
    uint32_t head[HEAD_LONGEST];    /* pieces of its head group */
    uint32_t head_count;
    galley_kind kind;
    bool has_lead;
    uint32_t byline, credit, jump_to, jump_from;
    bool signed_above;   /* its byline stands on top of it, not at its end */
    uint32_t crosshead;  /* the piece between the story it goes on from and itself, */
    bool two_lines;      /* … or that and the next one */
    uint32_t joined_to;  /* that story, or GALLEY_NONE */
    bool goes_on;        /* the text before it may go on in it: heads.c decides */
    bool whole;          /* it does, without a crosshead between them */
    uint32_t from, to;   /* the documents of its words: its own, and those of what was joined to it */
    uint32_t reads_from; /* the first story of the text that ends with it: itself, unless crossheads join them */
    uint32_t last_part;  /* the last story that crossheads join to it, or itself: heads are read against it */
    uint32_t characters; /* of its body */
    uint32_t ad_words;   /* in its body: reasons to take it for an advertisement */
    float head_share;    /* how much of the head stands in the body, 0..1 */
    float head_sure;     /* how far that head was ahead of the next best answer, in points */
    bool head_far;       /* it stands elsewhere on the page (strays.c) */
    float begin_sure;    /* a caption: how far its beginning was ahead of the next best */
    bool told;           /* an editor gave it its head, or joined another text to it */
};

/* Head pieces between two bodies, with the bylines among them. */
struct cluster {
    GALLEY_VECTOR(uint32_t) pieces;
    uint32_t before, after; /* the stories on either side, or GALLEY_NONE */
    bool open;              /* no line stands here: the two may be one text … */
    float one_text;         /* … and so much speaks for it, but for the heads (cuts.c) */
};

/* A head group that no body took: a teaser. */
struct teaser {
    uint32_t head[HEAD_LONGEST];
    uint32_t count;
    float sure; /* how far that answer was ahead of the next best, in points */
};

/* The story that shares most words with a head line, of all on the page. */
struct nearest {
    uint32_t story; /* or GALLEY_NONE */
    float share;
};

/* How much of a line stands in the documents [from, to), and in what opens them: 0..1. */
struct share {
    uint32_t from, to;
    float text, opening;
};

struct work {
    galley_issue *issue;
    galley_arena *scratch;
    galley_findings *findings;
    const language *language;
    const struct words *words;     /* of the issue, where lines break them; else NULL */
    uint32_t page;                 /* index of the page being repaired */
    bool east_asian;               /* full-width characters: widths are counted in cells of two */
    bool spaceless;                /* words are written without spaces: Chinese, Japanese */
    bool explains;                 /* somebody asks why: decisions are kept with their evidence */
    struct hints *hints;           /* what an editor says, or NULL */
    const struct profile *profile; /* what is particular to this newspaper, or NULL */
    const struct weights *weights;
    GALLEY_VECTOR(struct glyph) glyphs;
    GALLEY_VECTOR(struct piece) pieces;
    GALLEY_VECTOR(struct story) stories;
    GALLEY_VECTOR(struct cluster) clusters;
    GALLEY_VECTOR(struct teaser) teasers;
    uint32_t *story_of;                  /* of each piece: index of its story, or GALLEY_NONE */
    uint32_t *folded;                    /* folded code points of the glyphs, for patterns */
    bool *spaced;                        /* whether a space or a line's beginning stands before each, for patterns */
    const shingle_list *lists;           /* the words of each piece, by their numbers */
    uint32_t inside_lines;               /* so many of the words stand inside a line; the others across a line's end */
    const shingle_list *lists_across;    /* the pair of its first character and the one before */
    shingle_table *table;                /* that these are of (lists.c) */
    shingle_index *shingles;             /* words of the stories */
    shingle_index *openings;             /* words of their first lines */
    struct lack_table *lacks;            /* what a line says of a measure that it does not fill (fitting.c) */
    float lean;                          /* > 0: heads stand above their bodies on this page (heads.c) */
    float blank_weight;                  /* what a blank line beside a line says for a head (roles.c) */
    float blank_says, no_blank_says;     /* what a blank line says for a paragraph, and what none says */
    const struct paragraphs *paragraphs; /* words of each paragraph (cuts.c) */
    struct nearest *nearest;             /* of each piece: the story that a head line shares most with (shares.c) */
    struct share *shares;                /* of each piece: what it shares with texts, as far as asked (shares.c) */
    bool *claimed;                       /* pieces that a reading or furniture already has */
    float indents;                       /* share of paragraphs that begin with an indent on this page (roles.c) */
    struct {
        bool seen;
        float close, headless;
    } doubts; /* how many decisions of the page were close, how many texts have no head (confidence.c) */
};

/* Whether a text reads as an advertisement: its words give it away. */
static inline bool story_advertises(const struct story *story)
{
    return !story->has_lead && story->pieces.count < 12 && story->ad_words >= 2;
}

/* The glyphs [from, to) for patterns. */
static inline pattern_text glyphs_text(const struct work *work, uint32_t from, uint32_t to)
{
    return (pattern_text){ work->folded + from, to - from, work->spaced + from, 0 };
}

/* Glyphs of a piece for patterns. */
static inline pattern_text piece_part(const struct work *work, const struct piece *piece, uint32_t from, uint32_t to)
{
    return (pattern_text){ work->folded + from, to - from, work->spaced + from, piece->lacks };
}

static inline pattern_text piece_text(const struct work *work, const struct piece *piece)
{
    return piece_part(work, piece, piece->from, piece->to);
}

static inline const struct glyph *last_glyph(const struct work *work, const struct piece *piece)
{
    return &work->glyphs.items[piece->to - 1];
}

static inline const struct glyph *first_glyph(const struct work *work, const struct piece *piece)
{
    return &work->glyphs.items[piece->from];
}

/* As wide as the first line of a paragraph: with an indent it could take no more. */
static inline bool piece_indented(const struct piece *piece)
{
    return piece->measure > 0 && piece->spare > SPARE_FULL && piece->spare <= INDENT + SPARE_FULL;
}

static inline uint32_t piece_length(const struct piece *piece)
{
    return piece->to - piece->from;
}

/* An empty sum by a table's points; `ledger` may be NULL. */
static inline struct scale scale_new(const struct work *work, enum evidence_table table, struct ledger *ledger)
{
    return (struct scale){ work->weights->of[table], evidence_tables[table].rows, ledger, 0 };
}

/* ---- The passes, in the order of the table in passes.c --------------------- */

galley_status repair_glyphs(struct work *work);        /* glyphs.c: facts -> glyphs */
galley_status repair_mixed(struct work *work);         /* mixed.c: columns mixed line by line, taken apart */
galley_status repair_cut(struct work *work);           /* cut.c: lines -> pieces */
galley_status repair_hints(struct work *work);         /* told.c: what an editor says of lines */
galley_status repair_spacing(struct work *work);       /* spacing.c: which pieces are spaced out */
galley_status repair_measure(struct work *work);       /* measure.c: the column's measure, full and short */
galley_status repair_features(struct work *work);      /* features.c: what can be seen of a piece by itself */
galley_status repair_roles(struct work *work);         /* roles.c: head or body */
galley_status repair_masthead(struct work *work);      /* masthead.c: title block and what it says */
galley_status repair_stories(struct work *work);       /* stories.c: where one text ends and the next begins */
galley_status repair_paragraphs(struct work *work);    /* paragraphs.c: where paragraphs end */
galley_status repair_cuts(struct work *work);          /* cuts.c: where a text may end that shows no end */
galley_status repair_story_measure(struct work *work); /* measure.c: the same again within each text */
galley_status repair_heads(struct work *work);         /* heads.c: which head stands with which body */
galley_status repair_joins(struct work *work);         /* told.c: heads and articles that an editor joins */
galley_status repair_articles(struct work *work);      /* articles.c: articles with their parts */
galley_status repair_explain(struct work *work);       /* explain.c: what was decided and why, if asked */
galley_status repair_remainder(struct work *work);     /* remainder.c: the rest is furniture */

/* Whether a space parts a piece into clauses of three characters or more, as main
 * headlines are (features.c). */
bool has_clauses(const struct work *work, const struct piece *piece);

/* Whether a piece names whom a text is for, with a colon or as the pack knows it (features.c). */
bool ends_as_addressee(const struct work *work, const struct piece *piece);

/* Gives the words of the page their numbers, if that is not done yet (lists.c). */
galley_status list_words(struct work *work);

/* Adds the words of a story's piece `at` to a document of an index, also those that begin
 * in the line before (lists.c). */
void add_words(const struct work *work, shingle_index *index, uint32_t document, const struct story *story,
               uint32_t at);

/* Of the words of the second story that come again on the page, the share that stands in
 * the first one, weighed by rarity: 0..1 (cuts.c). */
float ties_between(const struct work *work, uint32_t first, uint32_t second);

/* How far what each of two stories says again and again is what the other never says, beyond
 * the usual; less than nothing for one text (cuts.c). */
float topics_between(const struct work *work, uint32_t first, uint32_t second);

/* What patterns see of the glyphs, again after their order was changed (glyphs.c). */
void fold_glyphs(struct work *work);

/* Takes a story apart before piece `at` of its list, until heads.c says whether the parts are one
 * text, for which `one_text` speaks (whole.c). */
void cut_story(struct work *work, uint32_t index, uint32_t at, float one_text);

/* Puts the parts together again that are one text. */
galley_status make_whole(struct work *work);

/* How often patterns of a list stand in some pieces. */
uint32_t count_words(const struct work *work, const uint32_t *pieces, size_t count, language_list list);

/* ---- Setting text (setting.c) ---------------------------------------------- */

enum setting {
    SET_BODY, /* running text: no spaces between characters that join */
    SET_HEAD, /* a display line: the spaces between its clauses stay */
    SET_PLAIN /* as printed, runs of spaces made one */
};

/* A text over several pieces, in order: spaces decided by `how`, spans made.  Names
 * in it may have been given spaces before (bylines.c).  `couplets`, if given, says
 * for each piece whether a space parts it from the piece before it. */
galley_text set_pieces(struct work *work, const uint32_t *pieces, uint32_t count, enum setting how,
                       const bool *couplets);

/* A text over the glyphs named, in their order, spaces as they are decided now. */
galley_text set_glyphs(struct work *work, const uint32_t *glyphs, uint32_t count);

galley_text set_piece(struct work *work, uint32_t piece, enum setting how);

/* ---- Names of pages (jump.c) --------------------------------------------------- */

/* The page that a jump line names: 5, A5; empty when it names none, or for GALLEY_NONE. */
galley_slice jump_page(struct work *work, uint32_t piece);

/* The page that a folio names, in the same form. */
galley_slice folio_page(struct work *work, pattern_text text);

/* Where the name of the page stands in a folio: at its beginning or its end. */
bool folio_name(const struct work *work, pattern_text text, size_t *from, size_t *to);

/* ---- Where lines meet (joint.c) ----------------------------------------------- */

enum joint {
    JOINT_TIGHT, /* nothing between them */
    JOINT_SPACE,
    JOINT_HYPHEN /* the hyphen broke a word: it is left out, nothing between them */
};

enum joint join_lines(const struct work *work, const struct piece *above, const struct piece *below);

/* Whether a glyph has no spaces around it. */
bool glyph_joins(const struct work *work, const struct glyph *one);

/* ---- Bylines (bylines.c) --------------------------------------------------- */

/* Looks for the reporters' bracket of the lead that a paragraph's pieces open with,
 * decides the spaces between the names there, and returns the byline as a copy; empty
 * when there is none.  To be called before the paragraph is set. */
galley_text byline_of_lead(struct work *work, const uint32_t *pieces, uint32_t count);

/* A byline that stands alone, on one line or more. */
galley_text byline_of_pieces(struct work *work, const uint32_t *pieces, uint32_t count);

/* A picture's credit, with its second line. */
galley_text byline_of_credit(struct work *work, uint32_t credit);

/* Whether a piece is an address for letters: name@paper.example. */
bool piece_is_address(const struct work *work, const struct piece *piece);

/* Whether a piece reads as a byline standing alone. */
bool piece_is_byline(const struct work *work, const struct piece *piece);

/* Whether a piece is nothing but one to three names. */
bool piece_is_names(const struct work *work, const struct piece *piece);

/* ---- Paragraphs (paragraphs.c) ---------------------------------------------- */

/* What spoke for a paragraph to begin with piece `at` (from 1) of a story, its neighbours being
 * as they are. */
void weigh_paragraph(const struct work *work, const struct story *story, uint32_t at, struct ledger *ledger);

/* ---- Words shared (shares.c) ------------------------------------------------- */

/* Indexes the words of all texts.  GALLEY_MEMORY. */
galley_status index_bodies(struct work *work);

/* How much of a piece stands in a story, with all texts joined to it. */
struct share share_in(const struct work *work, uint32_t piece, uint32_t document);

/* ---- Head parts (parts.c) --------------------------------------------------- */

enum head_part { PART_SECTION, PART_KICKER, PART_MAIN, PART_SUB };

struct head_shape {
    enum head_part part[HEAD_LONGEST];
    bool joined[HEAD_LONGEST];  /* continues the part of the piece before it */
    bool couplet[HEAD_LONGEST]; /* joined with a space: two clauses */
    uint32_t lines;             /* of the group; those behind them are bylines */
    float points;
    float margin; /* over the next best reading */
};

/* Two lines of a head that stand one below the other. */
struct seam {
    const struct piece *above, *below;
    uint32_t document;  /* the text below the head, or GALLEY_NONE */
    bool after_couplet; /* the line above is already the second clause of a couplet */
    bool open;          /* a bracket, a quote or the title of a notice is, in the lines above */
};

/* Points for the two to be one headline; *couplet: they are its two clauses (seams.c). */
float seam_points(const struct work *work, const struct seam *seam, bool *couplet, struct ledger *ledger);

/* The best reading of `count` head pieces as a head group of a document
 * (GALLEY_NONE: of no body). */
struct head_shape shape_head(const struct work *work, const uint32_t *pieces, uint32_t count, uint32_t document,
                             struct ledger *ledger);

/* ---- Confidence (confidence.c) ----------------------------------------------- */

/* Adds up how sure an article is, with its reasons. */
void judge_story(struct work *work, galley_article *article, uint32_t of);
void judge_teaser(struct work *work, galley_article *article, const struct teaser *teaser);
void judge_masthead(struct work *work, galley_article *article);

/* ---- Hints (told.c) ---------------------------------------------------------- */

/* Points against a role that an editor ruled out. */
static inline float told_role(const struct piece *piece, bool head)
{
    return piece->told && told_is_head(piece->told) != head ? -INFINITY : 0;
}

/* Points against lines of a cluster as one head group for an owner (match.h), and against
 * a division of a head; what no division can do, tell_shape does. */
float told_group(const struct work *work, const struct cluster *cluster, uint32_t from, uint32_t count, int owner);
float told_division(const struct work *work, const uint32_t *pieces, const struct head_shape *shape);
void tell_shape(const struct work *work, const uint32_t *pieces, struct head_shape *shape);

/* Whether a cluster's line can be no crosshead, and whether a head is a teaser for sure. */
bool told_apart(const struct work *work, const struct cluster *cluster);
bool told_teaser(const struct work *work, const struct teaser *teaser);

/* Whether the lines of a hint stand on this page. */
bool told_here(const struct work *work, const struct hint *hint);

/* The kind of furniture, as an editor says or as it is. */
galley_furniture_kind told_furniture(const struct work *work, const struct piece *piece, galley_furniture_kind kind);

/* Whether an editor said anything of a text or its head. */
bool told_of_story(const struct work *work, const struct story *story);
bool told_of_teaser(const struct work *work, const struct teaser *teaser);

/* ---- Why (for explain.c) ---------------------------------------------------- */

/* What a piece says for a display line by itself (`own`), and what the pair of it and the
 * one before it says for the roles that they have (`beside`); roles.c.  What made it a
 * line of the title block; masthead.c. */
void weigh_role(const struct work *work, uint32_t piece, struct ledger *own, struct ledger *beside);
void weigh_masthead(const struct work *work, uint32_t piece, struct ledger *ledger);

#endif

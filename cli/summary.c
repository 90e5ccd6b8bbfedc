/* SPDX-License-Identifier: MIT
 * What convert says at the end, for a person: what the issue is, what it holds,
 * what was repaired, what to look at, what the target could not say, and that
 * nothing was lost.  One row a question, and no row without an answer. */
#include "cli/cli.h"

#include <stdlib.h>

#define LABEL_CELLS 11
#define ROW_CELLS 100  /* where nobody knows how wide the reader's window is */
#define LOOK_MOST 4    /* articles to look at */
#define REPAIR_MOST 6  /* kinds of repairs */
#define FINDING_MOST 3 /* findings of a level */

/* ---- Counting --------------------------------------------------------------- */

/* A word and how often it came. */
typedef struct tally {
    const char *word;
    size_t count;
} tally;

typedef struct tally_list {
    GALLEY_VECTOR(tally) rows;
} tally_list;

static void count_word(cli_run *cli, tally_list *list, const char *word)
{
    for (size_t i = 0; i < list->rows.count; i++)
        if (strcmp(list->rows.items[i].word, word) == 0) {
            list->rows.items[i].count++;
            return;
        }
    tally *row = galley_push(cli->arena, &list->rows);
    if (row)
        *row = (tally){ word, 1 };
}

static int by_count(const void *a, const void *b)
{
    const tally *left = a, *right = b;
    if (left->count != right->count)
        return left->count < right->count ? 1 : -1;
    return strcmp(left->word, right->word);
}

uint64_t cli_count_characters(galley_slice text)
{
    uint64_t count = 0;
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;)
        count += !galley_code_space(galley_text_next(&at, end));
    return count;
}

static uint64_t all_characters(const galley_issue *issue)
{
    uint64_t count = 0;
    for (size_t i = 0; i < issue->lines.count; i++)
        count += cli_count_characters(issue->lines.items[i].text);
    return count;
}

bool cli_needs_look(const galley_article *article)
{
    return article->confidence < GALLEY_DOUBT || article->note.length;
}

/* What to call an article that may have no headline: the beginning of its text. */
galley_slice cli_headline(const galley_article *article)
{
    if (article->headline.text.length)
        return article->headline.text;
    for (size_t i = 0; i < article->blocks.count; i++)
        if (article->blocks.items[i].text.text.length)
            return article->blocks.items[i].text.text;
    return article->kicker.text.length ? article->kicker.text : galley_slice_of("(no text)");
}

/* ---- Rows ------------------------------------------------------------------- */

static void label(cli_run *cli, const char *word)
{
    cli_pad(&cli->err, 2);
    cli_puts(&cli->err, CLI_DIM, word);
    cli_pad(&cli->err, LABEL_CELLS - (int)strlen(word));
}

const char *cli_plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void put_part(cli_run *cli, bool *first, cli_style style, const char *before, galley_slice text)
{
    if (!text.length)
        return;
    cli_puts(&cli->err, CLI_DIM, *first ? "" : " · ");
    cli_puts(&cli->err, CLI_PLAIN, before);
    cli_put(&cli->err, style, text);
    *first = false;
}

static void print_issue(cli_run *cli, const galley_issue *issue)
{
    const galley_meta *meta = &issue->meta;
    size_t pages = issue->pages.count;
    bool first = true;
    put_part(cli, &first, CLI_BOLD, "", meta->title.length ? meta->title : galley_slice_of("Untitled issue"));
    put_part(cli, &first, CLI_PLAIN, "", meta->date);
    put_part(cli, &first, CLI_PLAIN, "no. ", meta->number);
    put_part(cli, &first, CLI_PLAIN, "",
             galley_slice_of(galley_arena_print(cli->arena, "%zu page%s", pages, cli_plural(pages))));
    put_part(cli, &first, CLI_PLAIN, "", meta->language);
    cli_newline(&cli->err);
}

static void print_articles(cli_run *cli, const galley_issue *issue)
{
    size_t kinds[GALLEY_KIND_COUNT] = { 0 };
    for (size_t i = 0; i < issue->articles.count; i++)
        kinds[issue->articles.items[i]->kind]++;
    label(cli, "articles");
    cli_puts(&cli->err, CLI_BOLD, cli_number(cli->arena, issue->articles.count));
    const char *before = ": ";
    for (unsigned kind = 0; kind < GALLEY_KIND_COUNT; kind++) {
        if (!kinds[kind])
            continue;
        cli_print(&cli->err, CLI_PLAIN, "%s%s %s%s", before, cli_number(cli->arena, kinds[kind]),
                  galley_kind_name((galley_kind)kind), kind == GALLEY_NEWS ? "" : cli_plural(kinds[kind]));
        before = ", ";
    }
    cli_newline(&cli->err);
}

/* Each chain is counted at the part that runs on; what leads out of the issue is told apart. */
static void print_continued(cli_run *cli, const galley_issue *issue)
{
    size_t joined = 0, open = 0;
    for (size_t i = 0; i < issue->articles.count; i++) {
        const galley_article *article = issue->articles.items[i];
        joined += article->continued_in != GALLEY_NONE;
        open += article->continued_in == GALLEY_NONE && article->continued_on.length;
    }
    if (!joined && !open)
        return;
    label(cli, "continued");
    if (joined)
        cli_print(&cli->err, CLI_PLAIN, "%zu on another page of the issue%s", joined, open ? ", " : "");
    if (open)
        cli_print(&cli->err, CLI_YELLOW, "%zu on a page that is not here", open);
    cli_newline(&cli->err);
}

/* ---- Repairs ---------------------------------------------------------------- */

/* What a person calls a kind of repair: one of them, several. */
static const struct {
    const char *kind, *one, *many;
} repair_words[] = {
    { "lines-joined", "paragraph joined from its lines", "paragraphs joined from their lines" },
    { "justified-line", "justified line closed up", "justified lines closed up" },
    { "column-break", "column break healed", "column breaks healed" },
    { "hidden-break", "hidden paragraph break found", "hidden paragraph breaks found" },
    { "wrapped-head", "wrapped headline joined", "wrapped headlines joined" },
    { "couplet", "couplet headline joined", "couplet headlines joined" },
    { "doubled-glyphs", "doubled glyph set aside", "doubled glyphs set aside" },
    { "mixed-columns", "run of mixed columns taken apart", "runs of mixed columns taken apart" },
    { "editor", "correction by an editor followed", "corrections by an editor followed" },
};

static const char *repair_phrase(cli_run *cli, const tally *row)
{
    for (size_t i = 0; i < sizeof repair_words / sizeof *repair_words; i++)
        if (strcmp(repair_words[i].kind, row->word) == 0)
            return row->count == 1 ? repair_words[i].one : repair_words[i].many;
    galley_slice copy = galley_arena_copy(cli->arena, galley_slice_of(row->word));
    for (size_t i = 0; i < copy.length; i++)
        if (copy.text[i] == '-')
            ((char *)(uintptr_t)copy.text)[i] = ' ';
    return copy.length ? copy.text : row->word;
}

/* A comma, or a new row when the phrase would not fit any more; *used counts cells. */
static void print_phrase(cli_run *cli, const char *phrase, int *used)
{
    int cells = (int)strlen(phrase) + 2, width = cli->err.width ? cli->err.width : ROW_CELLS;
    if (*used && *used + cells > width - LABEL_CELLS - 2) {
        cli_puts(&cli->err, CLI_PLAIN, ",");
        cli_newline(&cli->err);
        label(cli, "");
        *used = 0;
    }
    cli_puts(&cli->err, CLI_PLAIN, *used ? ", " : "");
    cli_puts(&cli->err, CLI_PLAIN, phrase);
    *used += cells;
}

static void print_repairs(cli_run *cli, const galley_issue *issue)
{
    tally_list list = { 0 };
    int used = 0;
    for (size_t i = 0; i < issue->repairs.count; i++)
        count_word(cli, &list, issue->repairs.items[i].kind);
    if (!list.rows.count)
        return;
    qsort(list.rows.items, list.rows.count, sizeof *list.rows.items, by_count);
    label(cli, "repaired");
    for (size_t i = 0; i < list.rows.count && i < REPAIR_MOST; i++)
        print_phrase(cli,
                     galley_arena_print(cli->arena, "%s %s", cli_number(cli->arena, list.rows.items[i].count),
                                        repair_phrase(cli, &list.rows.items[i])),
                     &used);
    if (list.rows.count > REPAIR_MOST)
        print_phrase(cli, "and more", &used);
    cli_newline(&cli->err);
}

/* ---- What to look at -------------------------------------------------------- */

static const char *reason(cli_run *cli, const galley_article *article)
{
    if (article->note.length)
        return galley_arena_copy(cli->arena, article->note).text;
    return galley_arena_print(cli->arena, "only %.0f %% sure", (double)article->confidence * 100);
}

static void print_look(cli_run *cli, const galley_issue *issue)
{
    size_t count = 0;
    int width = cli->err.width ? cli->err.width : ROW_CELLS;
    for (size_t i = 0; i < issue->articles.count; i++) {
        const galley_article *article = issue->articles.items[i];
        if (!cli_needs_look(article) || count++ >= LOOK_MOST)
            continue;
        label(cli, count == 1 ? "look at" : "");
        cli_put(&cli->err, CLI_YELLOW, article->id);
        cli_puts(&cli->err, CLI_PLAIN, " ");
        const char *why = reason(cli, article);
        int left = width - LABEL_CELLS - 5 - (int)article->id.length - galley_text_cells(galley_slice_of(why), false);
        cli_put_cut(&cli->err, CLI_PLAIN, cli_headline(article), left < 16 ? 16 : left);
        cli_print(&cli->err, CLI_DIM, ": %s", why);
        cli_newline(&cli->err);
    }
    if (count <= LOOK_MOST)
        return;
    label(cli, "");
    cli_print(&cli->err, CLI_PLAIN, "and %zu more; `galley inspect` lists them", count - LOOK_MOST);
    cli_newline(&cli->err);
}

/* ---- What was found -------------------------------------------------------- */

/* Lowering says the same of every issue: one word each is enough. */
static const struct {
    const char *code, *words;
} lowered[] = {
    { "lower.tables", "tables (now paragraphs)" },
    { "lower.figures", "figures (now their captions)" },
    { "lower.heads", "kickers and subheadlines (now paragraphs)" },
    { "lower.furniture", "folios and other furniture" },
    { "lower.facts", "the way back to the source lines" },
    { "lower.evidence", "repairs and their reasons" },
    { "lower.images", "pictures" },
    { "lower.marks", "emphasis, links and other marks (their words stay)" },
    { "lower.levels", "levels of crossheads (now one)" },
    { "lower.copies", "bylines and credits twice (they stand in the text)" },
    { "lower.confidence", "how sure a reading is" },
    { "lower.ids", "the ids of articles" },
    { "lower.pages", "numbers and sections of pages" },
    { "lower.meta", "title, date and what else is known of the issue" },
    { "lower.details", "edition, licence and other details of the issue" },
};

/* Lowering and what to look at have rows of their own. */
static bool has_row(const galley_finding *finding)
{
    return strncmp(finding->code, "lower.", 6) == 0 || strcmp(finding->code, "article.look") == 0;
}

static void print_lowered(cli_run *cli, const galley_format *writer)
{
    int used = 0;
    for (size_t i = 0; i < sizeof lowered / sizeof *lowered; i++) {
        if (!galley_findings_count_code(cli->findings, lowered[i].code))
            continue;
        if (!used)
            label(cli, "left out");
        print_phrase(cli, lowered[i].words, &used);
    }
    if (!used)
        return;
    cli_print(&cli->err, CLI_DIM, " (%s has no place for them)", writer->id);
    cli_newline(&cli->err);
}

static size_t count_rows(const cli_run *cli, galley_level level)
{
    if (level == GALLEY_UNSURE)
        return galley_findings_count_code(cli->findings, "article.look");
    size_t count = 0;
    for (size_t i = 0; level == GALLEY_LOST && i < sizeof lowered / sizeof *lowered; i++)
        count += galley_findings_count_code(cli->findings, lowered[i].code);
    return count;
}

static void print_place(cli_run *cli, const galley_place *place)
{
    if (place->file && place->line)
        cli_print(&cli->err, CLI_PLAIN, "%s:%u: ", place->file, (unsigned)place->line);
    else if (place->file)
        cli_print(&cli->err, CLI_PLAIN, "%s: ", place->file);
    else if (place->page)
        cli_print(&cli->err, CLI_PLAIN, "page %u: ", (unsigned)place->page);
}

/* The first few findings of a level, without those that have a row of their own. */
static void print_level(cli_run *cli, galley_level level, const char *word)
{
    size_t count = 0;
    for (size_t i = 0; i < galley_findings_kept(cli->findings); i++) {
        const galley_finding *finding = galley_findings_at(cli->findings, i);
        if (finding->level != level || has_row(finding) || count >= FINDING_MOST)
            continue;
        count++;
        label(cli, count == 1 ? word : "");
        print_place(cli, &finding->place);
        cli_puts(&cli->err, CLI_YELLOW, finding->text);
        cli_newline(&cli->err);
    }
    size_t all = galley_findings_count(cli->findings, level) - count_rows(cli, level);
    if (all <= count)
        return;
    label(cli, "");
    cli_print(&cli->err, CLI_PLAIN, "and %s more; -v lists them", cli_number(cli->arena, all - count));
    cli_newline(&cli->err);
}

/* Whether the reader itself had to give up characters. */
static bool lost_in_reading(const cli_run *cli)
{
    for (size_t i = 0; i < galley_findings_kept(cli->findings); i++) {
        const galley_finding *finding = galley_findings_at(cli->findings, i);
        if (finding->level == GALLEY_LOST && !strncmp(finding->code, "text.", 5))
            return true;
    }
    return false;
}

static void print_law(cli_run *cli, const galley_issue *issue)
{
    label(cli, "kept");
    if (!issue->lines.count)
        cli_puts(&cli->err, CLI_DIM, "the articles as they came; the input has no lines to check them against");
    else if (lost_in_reading(cli))
        cli_print(&cli->err, CLI_PLAIN, "%s characters, every one that could be read is accounted for",
                  cli_number(cli->arena, all_characters(issue)));
    else
        cli_print(&cli->err, CLI_GREEN, "%s characters, every one accounted for: nothing lost, nothing invented",
                  cli_number(cli->arena, all_characters(issue)));
    cli_newline(&cli->err);
}

static void print_written(cli_run *cli, const cli_outcome *outcome)
{
    bool standard = strcmp(outcome->path, "-") == 0;
    label(cli, "written");
    cli_puts(&cli->err, CLI_BOLD, standard ? "standard output" : outcome->path);
    cli_print(&cli->err, CLI_DIM, " (%s, from %s)", outcome->writer->id, outcome->reader->id);
    cli_newline(&cli->err);
}

void cli_print_summary(cli_run *cli, const cli_outcome *outcome)
{
    const galley_issue *issue = outcome->issue;
    print_issue(cli, issue);
    print_articles(cli, issue);
    print_continued(cli, issue);
    print_repairs(cli, issue);
    print_look(cli, issue);
    if (!cli->options.verbose) {
        print_level(cli, GALLEY_UNSURE, "unsure");
        print_level(cli, GALLEY_LOST, "lost");
    }
    print_lowered(cli, outcome->writer);
    print_law(cli, issue);
    print_written(cli, outcome);
}

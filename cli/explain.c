/* SPDX-License-Identifier: MIT
 * galley explain: why a line or an article came out as it did.  The repair keeps each
 * decision with its evidence when it is asked to; here they are put into words, the
 * strongest reason first. */
#include "cli/cli.h"

#include <math.h>
#include <stdlib.h>

/* Our own words, with tabs for programs: not through the screen's escapes. */
static void list_sources(cli_run *cli)
{
    galley_evidence_source one;
    for (size_t i = 0; galley_repair_evidence(i, &one); i++)
        fprintf(cli->out.file, "%s.%s\t%g\t%s\n", one.table, one.name, (double)one.points, one.reason);
}

/* ---- Where a line went ------------------------------------------------------------- */

struct finding_line {
    cli_run *cli;
    const galley_issue *issue;
    const galley_article *article;
    size_t number; /* of the article */
    uint32_t line;
};

static bool stands_in(const galley_text *text, uint32_t line)
{
    for (uint32_t i = 0; i < text->span_count; i++)
        if (text->spans[i].line == line)
            return true;
    return false;
}

/* "paragraph 3", or the name of the field. */
static const char *part_name(cli_run *cli, const galley_article *article, const char *role, const galley_text *text)
{
    size_t counts[GALLEY_BLOCK_COUNT] = { 0 };
    for (size_t i = 0; i < article->blocks.count; i++) {
        const galley_block *block = &article->blocks.items[i];
        counts[block->type]++;
        if (text == &block->text)
            return galley_arena_print(cli->arena, "%s %zu", galley_block_name(block->type), counts[block->type]);
    }
    return strcmp(role, "subheadlines") == 0 ? "subheadline" : role;
}

static void print_part(void *state, const char *role, const galley_text *text)
{
    struct finding_line *find = state;
    if (!stands_in(text, find->line) || text->copy)
        return;
    cli_print(&find->cli->out, CLI_PLAIN, "  in article %zu (%.*s), %s", find->number, GALLEY_SHOW(find->article->id),
              part_name(find->cli, find->article, role, text));
    cli_newline(&find->cli->out);
}

static void print_whereabouts(cli_run *cli, const galley_issue *issue, uint32_t line)
{
    struct finding_line find = { .cli = cli, .issue = issue, .line = line };
    for (size_t i = 0; i < issue->articles.count; i++) {
        find.article = issue->articles.items[i];
        find.number = i + 1;
        galley_article_visit(find.article, print_part, &find);
    }
    for (size_t i = 0; i < issue->furniture.count; i++) {
        const galley_furniture *one = &issue->furniture.items[i];
        if (!stands_in(&one->text, line))
            continue;
        cli_print(&cli->out, CLI_PLAIN, "  in no article: furniture (%s) “", galley_furniture_name(one->kind));
        cli_put_cut(&cli->out, CLI_PLAIN, one->text.text, 40);
        cli_puts(&cli->out, CLI_PLAIN, "”");
        cli_newline(&cli->out);
    }
}

/* ---- Decisions ---------------------------------------------------------------------- */

static int by_weight(const void *a, const void *b)
{
    const galley_evidence *left = a, *right = b;
    float one = fabsf(left->weight), other = fabsf(right->weight);
    return one != other ? (one < other ? 1 : -1) : strcmp(left->reason, right->reason);
}

/* What was weighed twice for one reason is told once. */
static size_t add_up(const galley_evidence *evidence, size_t count, galley_evidence *out)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        size_t at = 0;
        while (at < kept && strcmp(out[at].reason, evidence[i].reason) != 0)
            at++;
        if (at == kept)
            out[kept++] = evidence[i];
        else
            out[at].weight += evidence[i].weight;
    }
    return kept;
}

static void print_evidence(cli_run *cli, const galley_evidence *evidence, size_t count)
{
    galley_evidence *sorted = galley_arena_array(cli->arena, count + 1, sizeof *sorted);
    if (!sorted || !count)
        return;
    count = add_up(evidence, count, sorted);
    qsort(sorted, count, sizeof *sorted, by_weight);
    for (size_t i = 0; i < count; i++) {
        bool counts = fabsf(sorted[i].weight) >= 0.05f;
        cli_print(&cli->out, counts ? (sorted[i].weight > 0 ? CLI_GREEN : CLI_RED) : CLI_DIM, "      %s",
                  counts ? galley_arena_print(cli->arena, "%+5.1f", (double)sorted[i].weight) : "     ");
        cli_puts(&cli->out, CLI_PLAIN, "  ");
        cli_puts(&cli->out, CLI_PLAIN, sorted[i].reason);
        cli_newline(&cli->out);
    }
}

/* The text that a decision is about, when it is not the whole line. */
static void print_piece(cli_run *cli, const galley_issue *issue, const galley_decision *decision)
{
    galley_slice line = issue->lines.items[decision->where.line].text;
    galley_slice piece = galley_slice_part(line, decision->where.from, decision->where.to);
    if (galley_slice_equal(galley_slice_trim(line), piece))
        return;
    cli_puts(&cli->out, CLI_DIM, " “");
    cli_put_cut(&cli->out, CLI_DIM, piece, 24);
    cli_puts(&cli->out, CLI_DIM, "”");
}

static void print_decision(cli_run *cli, const galley_issue *issue, const galley_decision *decision)
{
    cli_print(&cli->out, CLI_DIM, "  %-10s ", decision->pass);
    cli_puts(&cli->out, CLI_BOLD, decision->verdict);
    print_piece(cli, issue, decision);
    if (decision->points != 0)
        cli_print(&cli->out, CLI_DIM, " (%.1f point%s ahead)", (double)fabsf(decision->points),
                  fabsf(decision->points) == 1 ? "" : "s");
    cli_newline(&cli->out);
}

/* Of the lines of a head one thing was decided: its reasons are told behind the last. */
static bool same_reasons(const galley_decision *a, const galley_decision *b)
{
    if (a->points != b->points || a->evidence.count != b->evidence.count || strcmp(a->pass, b->pass) != 0)
        return false;
    for (size_t i = 0; i < a->evidence.count; i++)
        if (a->evidence.items[i].weight != b->evidence.items[i].weight ||
            strcmp(a->evidence.items[i].reason, b->evidence.items[i].reason) != 0)
            return false;
    return true;
}

/* ---- A line ---------------------------------------------------------------------------- */

static void print_line_head(cli_run *cli, const galley_issue *issue, uint32_t line)
{
    galley_place place = galley_line_place(issue, line, 0);
    cli_print(&cli->out, CLI_BOLD, "%s:%u", place.file, (unsigned)place.line);
    cli_print(&cli->out, CLI_DIM, " page %u  ", (unsigned)place.page);
    cli_put(&cli->out, CLI_PLAIN, issue->lines.items[line].text);
    cli_newline(&cli->out);
}

static void explain_one_line(cli_run *cli, const galley_issue *issue, uint32_t line)
{
    print_line_head(cli, issue, line);
    print_whereabouts(cli, issue, line);
    for (size_t i = 0; i < issue->decisions.count; i++)
        if (issue->decisions.items[i].where.line == line) {
            const galley_decision *decision = &issue->decisions.items[i];
            print_decision(cli, issue, decision);
            print_evidence(cli, decision->evidence.items, decision->evidence.count);
        }
}

/* The lines of a source, by its line ends: LF, CR or both. */
static size_t count_lines(galley_slice bytes)
{
    size_t count = 0;
    for (size_t i = 0; i < bytes.length; i++)
        count +=
            bytes.text[i] == '\n' || (bytes.text[i] == '\r' && (i + 1 == bytes.length || bytes.text[i + 1] != '\n'));
    return count;
}

/* Blank lines at the end of a text are no facts: they are looked for in the file. */
static bool ends_behind(cli_run *cli, const galley_issue *issue, size_t line)
{
    bool behind = false;
    for (size_t i = 0; !issue->has_readings && i < cli->options.operands.count && !behind; i++) {
        const char *path = cli->options.operands.items[i];
        galley_source *source = NULL;
        if (strcmp(path, "-") == 0 || galley_source_open(path, cli->options.limit_input, NULL, &source) != GALLEY_OK)
            continue;
        behind = count_lines(galley_source_bytes(source)) >= line;
        galley_source_drop(source);
    }
    return behind;
}

/* The numbers from the first to the last line with text, blank ones before them too. */
struct numbers {
    size_t from, to, found;
};

/* A number may stand on several pages when there are several sources. */
static struct numbers explain_lines(cli_run *cli, const galley_issue *issue)
{
    struct numbers numbers = { .from = SIZE_MAX };
    for (uint32_t i = 0; i < issue->lines.count; i++) {
        const galley_line *line = &issue->lines.items[i];
        uint64_t page = (uint64_t)(galley_line_page(issue, i) - issue->pages.items) + 1;
        if (cli->options.page && page != cli->options.page)
            continue;
        size_t from = line->number - (line->blank_before < line->number ? line->blank_before : line->number);
        numbers.from = from < numbers.from ? from : numbers.from;
        numbers.to = line->number > numbers.to ? line->number : numbers.to;
        if (line->number != cli->options.line)
            continue;
        explain_one_line(cli, issue, i);
        numbers.found++;
    }
    return numbers;
}

static galley_status explain_line(cli_run *cli, const galley_issue *issue)
{
    unsigned line = (unsigned)cli->options.line, page = (unsigned)cli->options.page;
    struct numbers numbers = explain_lines(cli, issue);
    if (numbers.found)
        return GALLEY_OK;
    if (page && !numbers.to)
        return cli_misuse(cli, "there is no page %u with a line; the issue has %zu", page, (size_t)issue->pages.count);
    if (page && (line < numbers.from || line > numbers.to))
        return cli_misuse(cli, "there is no line %u on page %u; its lines are %zu to %zu", line, page, numbers.from,
                          numbers.to);
    if (line > numbers.to && !ends_behind(cli, issue, line))
        return cli_misuse(cli, "there is no line %u; the last one is %zu", line, numbers.to);
    cli_print(&cli->out, CLI_PLAIN, "line %u is blank: nothing was made of it", line);
    cli_newline(&cli->out);
    return GALLEY_OK;
}

/* ---- An article ------------------------------------------------------------------------- */

static void print_text(void *state, const char *role, const galley_text *text)
{
    struct finding_line *find = state;
    cli_run *cli = find->cli;
    cli_print(&cli->out, CLI_DIM, "  %-14s ", part_name(cli, find->article, role, text));
    if (text->span_count) {
        galley_place first = galley_line_place(find->issue, text->spans[0].line, 0),
                     last = galley_line_place(find->issue, text->spans[text->span_count - 1].line, 0);
        cli_print(&cli->out, CLI_DIM, first.line == last.line ? "%4u      " : "%4u-%-5u", (unsigned)first.line,
                  (unsigned)last.line);
    }
    cli_put_cut(&cli->out, CLI_PLAIN, text->text, 60);
    cli_newline(&cli->out);
}

#define CLOSE_MOST 6 /* decisions shown */

static int by_points(const void *a, const void *b)
{
    const galley_decision *const *left = a, *const *right = b;
    float one = fabsf((*left)->points), other = fabsf((*right)->points);
    return one != other ? (one > other ? 1 : -1) : *left < *right ? -1 : 1;
}

struct line_set {
    bool *has; /* by line */
};

static void note_lines(void *state, const char *role, const galley_text *text)
{
    (void)role;
    const struct line_set *set = state;
    for (uint32_t i = 0; i < text->span_count; i++)
        set->has[text->spans[i].line] = true;
}

static void print_closest(cli_run *cli, const galley_issue *issue, const galley_article *article)
{
    struct line_set set = { galley_arena_array(cli->arena, issue->lines.count + 1, sizeof(bool)) };
    const galley_decision **close = galley_arena_array(cli->arena, issue->decisions.count + 1, sizeof *close);
    size_t count = 0;
    if (!set.has || !close)
        return;
    galley_article_visit(article, note_lines, &set);
    for (size_t i = 0; i < issue->decisions.count; i++)
        if (set.has[issue->decisions.items[i].where.line] && issue->decisions.items[i].points != 0)
            close[count++] = &issue->decisions.items[i];
    qsort(close, count, sizeof *close, by_points);
    cli_puts(&cli->out, CLI_BOLD, "The closest decisions");
    cli_newline(&cli->out);
    size_t shown = count < CLOSE_MOST ? count : CLOSE_MOST;
    for (size_t i = 0; i < shown; i++) {
        print_line_head(cli, issue, close[i]->where.line);
        print_decision(cli, issue, close[i]);
        if (i + 1 == shown || !same_reasons(close[i], close[i + 1]))
            print_evidence(cli, close[i]->evidence.items, close[i]->evidence.count);
    }
}

static void explain_article(cli_run *cli, const galley_issue *issue, size_t index)
{
    const galley_article *article = issue->articles.items[index];
    struct finding_line find = { .cli = cli, .issue = issue, .article = article, .number = index + 1 };
    cli_print(&cli->out, CLI_BOLD, "Article %zu (%.*s): %s, %.0f%% sure", index + 1, GALLEY_SHOW(article->id),
              galley_kind_name(article->kind), (double)article->confidence * 100);
    cli_newline(&cli->out);
    galley_article_visit(article, print_text, &find);
    cli_puts(&cli->out, CLI_BOLD, "How sure, and why");
    cli_newline(&cli->out);
    print_evidence(cli, article->evidence.items, article->evidence.count);
    print_closest(cli, issue, article);
}

/* By id, or by number from 1. */
static galley_status explain_named(cli_run *cli, const galley_issue *issue)
{
    const char *name = cli->options.article;
    char *end;
    unsigned long number = strtoul(name, &end, 10);
    for (size_t i = 0; i < issue->articles.count; i++)
        if (galley_slice_is(issue->articles.items[i]->id, name) || (!*end && number == i + 1)) {
            explain_article(cli, issue, i);
            return GALLEY_OK;
        }
    return cli_misuse(cli, "there is no article %s among the %zu; `galley inspect` lists them", name,
                      issue->articles.count);
}

/* ---- All of them ---------------------------------------------------------------------------- */

static int by_confidence(const void *a, const void *b)
{
    const galley_article *const *left = a, *const *right = b;
    float one = (*left)->confidence, other = (*right)->confidence;
    return one != other ? (one > other ? 1 : -1) : galley_slice_compare((*left)->id, (*right)->id);
}

static void print_strongest_doubt(cli_run *cli, const galley_article *article)
{
    const galley_evidence *worst = NULL;
    for (size_t i = 0; i < article->evidence.count; i++)
        if (article->evidence.items[i].weight < 0 && (!worst || article->evidence.items[i].weight < worst->weight))
            worst = &article->evidence.items[i];
    if (worst)
        cli_puts(&cli->out, CLI_DIM, galley_arena_print(cli->arena, ": %s", worst->reason));
}

static void explain_all(cli_run *cli, const galley_issue *issue)
{
    const galley_article **sorted = galley_arena_array(cli->arena, issue->articles.count + 1, sizeof *sorted);
    if (!sorted)
        return;
    for (size_t i = 0; i < issue->articles.count; i++)
        sorted[i] = issue->articles.items[i];
    qsort(sorted, issue->articles.count, sizeof *sorted, by_confidence);
    for (size_t i = 0; i < issue->articles.count; i++) {
        bool look = cli_needs_look(sorted[i]);
        cli_print(&cli->out, look ? CLI_YELLOW : CLI_PLAIN, "%3.0f%%%s  %-12.*s ", (double)sorted[i]->confidence * 100,
                  look ? "!" : " ", GALLEY_SHOW(sorted[i]->id));
        cli_put_cut(&cli->out, CLI_PLAIN, cli_headline(sorted[i]), 44);
        print_strongest_doubt(cli, sorted[i]);
        cli_newline(&cli->out);
    }
    cli_puts(&cli->out, CLI_DIM, "`galley explain INPUT --article ID` and `--line N` tell more.");
    cli_newline(&cli->out);
}

static galley_status answer(cli_run *cli, const galley_issue *issue)
{
    if (cli->options.line)
        return explain_line(cli, issue);
    if (cli->options.article)
        return explain_named(cli, issue);
    explain_all(cli, issue);
    return GALLEY_OK;
}

galley_status cli_explain(cli_run *cli)
{
    galley_assignment *given = NULL;
    galley_issue *issue = NULL;
    const galley_format *reader = NULL;
    if (cli->options.list) {
        list_sources(cli);
        return GALLEY_OK;
    }
    if (!cli->options.operands.count)
        return cli_misuse(cli, "explain wants an input, or --list; `galley explain --help` tells more");
    galley_status status = cli_assignments(cli, &given);
    if (status == GALLEY_OK)
        status = cli_open_host(cli);
    if (status == GALLEY_OK)
        status = cli_load(cli, given, &issue, &reader);
    if (status == GALLEY_OK)
        status = answer(cli, issue);
    galley_issue_drop(issue);
    return cli_judge(cli, status);
}

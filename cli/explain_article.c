/* SPDX-License-Identifier: MIT
 * explain --article: the parts of an article and where they stood, what its confidence is
 * made of, and the decisions that were closest. */
#include "cli/explain.h"

#include <math.h>
#include <stdlib.h>

struct telling {
    cli_run *cli;
    const galley_issue *issue;
    const galley_article *article;
};

static void print_text(void *state, const char *role, const galley_text *text)
{
    const struct telling *telling = state;
    cli_run *cli = telling->cli;
    cli_print(&cli->out, CLI_DIM, "  %-14s ", explain_part(cli, telling->article, role, text));
    if (text->span_count) {
        galley_place first = galley_line_place(telling->issue, text->spans[0].line, 0),
                     last = galley_line_place(telling->issue, text->spans[text->span_count - 1].line, 0);
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

static void note_lines(void *state, const char *role, const galley_text *text)
{
    (void)role;
    bool *has = state; /* by line */
    for (uint32_t i = 0; i < text->span_count; i++)
        has[text->spans[i].line] = true;
}

static void print_closest(cli_run *cli, const galley_issue *issue, const galley_article *article)
{
    bool *has = galley_arena_array(cli->arena, issue->lines.count + 1, sizeof *has);
    const galley_decision **close = galley_arena_array(cli->arena, issue->decisions.count + 1, sizeof *close);
    size_t count = 0;
    if (!has || !close)
        return;
    galley_article_visit(article, note_lines, has);
    for (size_t i = 0; i < issue->decisions.count; i++)
        if (has[issue->decisions.items[i].where.line] && issue->decisions.items[i].points != 0)
            close[count++] = &issue->decisions.items[i];
    qsort(close, count, sizeof *close, by_points);
    cli_puts(&cli->out, CLI_BOLD, "The closest decisions");
    cli_newline(&cli->out);
    size_t shown = count < CLOSE_MOST ? count : CLOSE_MOST;
    for (size_t i = 0; i < shown; i++) {
        explain_place(cli, issue, close[i]->where.line);
        explain_decision(cli, issue, close[i]);
        if (i + 1 == shown || !explain_same(close[i], close[i + 1]))
            explain_evidence(cli, close[i]->evidence.items, close[i]->evidence.count);
    }
}

static void explain_one(cli_run *cli, const galley_issue *issue, size_t index)
{
    const galley_article *article = issue->articles.items[index];
    struct telling telling = { cli, issue, article };
    cli_print(&cli->out, CLI_BOLD, "Article %zu (%.*s): %s, %.0f%% sure", index + 1, GALLEY_SHOW(article->id),
              galley_kind_name(article->kind), (double)article->confidence * 100);
    cli_newline(&cli->out);
    galley_article_visit(article, print_text, &telling);
    cli_puts(&cli->out, CLI_BOLD, "How sure, and why");
    cli_newline(&cli->out);
    explain_evidence(cli, article->evidence.items, article->evidence.count);
    print_closest(cli, issue, article);
}

/* By id, or by number from 1. */
galley_status explain_article(cli_run *cli, const galley_issue *issue)
{
    const char *name = cli->options.article;
    char *end;
    unsigned long number = strtoul(name, &end, 10);
    for (size_t i = 0; i < issue->articles.count; i++)
        if (galley_slice_is(issue->articles.items[i]->id, name) || (!*end && number == i + 1)) {
            explain_one(cli, issue, i);
            return GALLEY_OK;
        }
    return cli_misuse(cli, "there is no article %s among the %zu; `galley inspect` lists them", name,
                      issue->articles.count);
}

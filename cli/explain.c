/* SPDX-License-Identifier: MIT
 * galley explain: why a line or an article came out as it did.  The repair keeps each
 * decision with its evidence when it is asked to; here they are put into words, the
 * strongest reason first. */
#include "cli/explain.h"

#include <stdlib.h>

/* Our own words, with tabs for programs: not through the screen's escapes. */
static void list_sources(cli_run *cli)
{
    galley_evidence_source one;
    for (size_t i = 0; galley_repair_evidence(i, &one); i++)
        fprintf(cli->out.file, "%s.%s\t%g\t%s\n", one.table, one.name, (double)one.points, one.reason);
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
        return explain_article(cli, issue);
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

/* SPDX-License-Identifier: MIT
 * What was decided and what spoke for it, in words: evidence with the strongest first, a
 * decision with the text it is about, a line with its place. */
#include "cli/explain.h"

#include <math.h>
#include <stdlib.h>

/* "paragraph 3", or the name of the field. */
const char *explain_part(cli_run *cli, const galley_article *article, const char *role, const galley_text *text)
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

void explain_evidence(cli_run *cli, const galley_evidence *evidence, size_t count)
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

void explain_decision(cli_run *cli, const galley_issue *issue, const galley_decision *decision)
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
bool explain_same(const galley_decision *a, const galley_decision *b)
{
    if (a->points != b->points || a->evidence.count != b->evidence.count || strcmp(a->pass, b->pass) != 0)
        return false;
    for (size_t i = 0; i < a->evidence.count; i++)
        if (a->evidence.items[i].weight != b->evidence.items[i].weight ||
            strcmp(a->evidence.items[i].reason, b->evidence.items[i].reason) != 0)
            return false;
    return true;
}

void explain_place(cli_run *cli, const galley_issue *issue, uint32_t line)
{
    galley_place place = galley_line_place(issue, line, 0);
    cli_print(&cli->out, CLI_BOLD, "%s:%u", place.file, (unsigned)place.line);
    cli_print(&cli->out, CLI_DIM, " page %u  ", (unsigned)place.page);
    cli_put(&cli->out, CLI_PLAIN, issue->lines.items[line].text);
    cli_newline(&cli->out);
}

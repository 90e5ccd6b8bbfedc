/* SPDX-License-Identifier: MIT
 * explain --line: where a line went, and each decision about it.  A blank line is told from
 * one that is not there. */
#include "cli/explain.h"

#include <string.h>

struct searching {
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

static void print_part(void *state, const char *role, const galley_text *text)
{
    const struct searching *search = state;
    if (!stands_in(text, search->line) || text->copy)
        return;
    cli_print(&search->cli->out, CLI_PLAIN, "  in article %zu (%.*s), %s", search->number,
              GALLEY_SHOW(search->article->id), explain_part(search->cli, search->article, role, text));
    cli_newline(&search->cli->out);
}

static void print_whereabouts(cli_run *cli, const galley_issue *issue, uint32_t line)
{
    struct searching search = { .cli = cli, .issue = issue, .line = line };
    for (size_t i = 0; i < issue->articles.count; i++) {
        search.article = issue->articles.items[i];
        search.number = i + 1;
        galley_article_visit(search.article, print_part, &search);
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

/* ---- What was decided of it ---------------------------------------------------------- */

static void explain_one_line(cli_run *cli, const galley_issue *issue, uint32_t line)
{
    explain_place(cli, issue, line);
    print_whereabouts(cli, issue, line);
    for (size_t i = 0; i < issue->decisions.count; i++)
        if (issue->decisions.items[i].where.line == line) {
            const galley_decision *decision = &issue->decisions.items[i];
            explain_decision(cli, issue, decision);
            explain_evidence(cli, decision->evidence.items, decision->evidence.count);
        }
}

/* The lines of a source: each ends with LF, CR, both, or the source. */
static size_t count_lines(galley_slice bytes)
{
    size_t count = 0;
    for (size_t i = 0; i < bytes.length; i++) {
        bool last = i + 1 == bytes.length;
        count += last || bytes.text[i] == '\n' || (bytes.text[i] == '\r' && bytes.text[i + 1] != '\n');
    }
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

galley_status explain_line(cli_run *cli, const galley_issue *issue)
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

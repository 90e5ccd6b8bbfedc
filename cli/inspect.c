/* SPDX-License-Identifier: MIT
 * galley inspect: one line an article, then what needs a look.  The headline stands
 * last, so that the columns need no knowledge of how wide a terminal draws it. */
#include "cli/cli.h"

#include <stdlib.h>

typedef struct measure {
    uint64_t characters;
    size_t paragraphs;
} measure;

static void add_text(void *state, const char *role, const galley_text *text)
{
    (void)role;
    measure *sum = state;
    if (!text->copy)
        sum->characters += cli_count_characters(text->text);
}

static measure measure_article(const galley_article *article)
{
    measure sum = { 0 };
    galley_article_visit(article, add_text, &sum);
    for (size_t i = 0; i < article->blocks.count; i++)
        sum.paragraphs += article->blocks.items[i].type == GALLEY_PARAGRAPH;
    return sum;
}

#define ROW_HEAD "  no  kind      page  paragraphs  characters  sure   headline"
#define ROW_CELLS 56      /* before the headline */
#define STAND_IN_CELLS 40 /* of a text that has no headline */

/* In full where there is room; what only stands in for a headline is cut anyway. */
static void print_headline(cli_term *term, const galley_article *article)
{
    int room = term->width ? term->width - ROW_CELLS : INT32_MAX;
    if (article->headline.text.length)
        cli_put_cut(term, CLI_PLAIN, article->headline.text, room);
    else
        cli_put_cut(term, CLI_DIM, cli_headline(article), room < STAND_IN_CELLS ? room : STAND_IN_CELLS);
}

static void print_article(cli_run *cli, const galley_issue *issue, size_t index)
{
    const galley_article *article = issue->articles.items[index];
    cli_term *term = &cli->out;
    measure sum = measure_article(article);
    bool look = cli_needs_look(article);
    galley_slice page = issue->pages.count ? issue->pages.items[article->page].number : galley_slice_of("");
    cli_print(term, CLI_PLAIN, "%4zu  %-8s  %4.*s  %10zu  %10s  ", index + 1, galley_kind_name(article->kind),
              GALLEY_SHOW(page), sum.paragraphs, cli_number(cli->arena, sum.characters));
    cli_print(term, look ? CLI_YELLOW : CLI_PLAIN, "%3.0f%%%s  ", (double)article->confidence * 100, look ? "!" : " ");
    print_headline(term, article);
    cli_newline(term);
}

static void print_notes(cli_run *cli, const galley_issue *issue)
{
    bool any = false;
    for (size_t i = 0; i < issue->articles.count; i++) {
        const galley_article *article = issue->articles.items[i];
        if (!cli_needs_look(article))
            continue;
        if (!any) {
            cli_newline(&cli->out);
            cli_puts(&cli->out, CLI_BOLD, "Needs a look (!)");
            cli_newline(&cli->out);
        }
        any = true;
        cli_print(&cli->out, CLI_YELLOW, "%4zu", i + 1);
        cli_puts(&cli->out, CLI_PLAIN, "  ");
        cli_put(&cli->out, CLI_DIM, article->id);
        cli_puts(&cli->out, CLI_PLAIN, "  ");
        cli_put(&cli->out, CLI_PLAIN, article->note.length ? article->note : galley_slice_of("the evidence is weak"));
        cli_newline(&cli->out);
    }
}

static void print_table(cli_run *cli, const galley_issue *issue)
{
    cli_puts(&cli->out, CLI_BOLD, ROW_HEAD);
    cli_newline(&cli->out);
    for (size_t i = 0; i < issue->articles.count; i++)
        print_article(cli, issue, i);
    print_notes(cli, issue);
}

static galley_status check_settings(cli_run *cli, const galley_assignment *given, const galley_format *reader)
{
    galley_settings *settings = galley_settings_new(reader->options, reader->option_count);
    galley_status status = settings ? GALLEY_OK : GALLEY_MEMORY;
    for (; status == GALLEY_OK && given->name; given++)
        if (!galley_settings_has(settings, given->name))
            status = cli_misuse(cli, "--set %s is no option of %s", given->name, reader->id);
    galley_settings_drop(settings);
    return status;
}

galley_status cli_inspect(cli_run *cli)
{
    galley_assignment *given = NULL;
    galley_issue *issue = NULL;
    const galley_format *reader = NULL;
    galley_status status = GALLEY_OK;
    if (!cli->options.operands.count)
        status = cli_misuse(cli, "inspect wants an input; `galley inspect --help` tells more");
    if (status == GALLEY_OK)
        status = cli_assignments(cli, &given);
    if (status == GALLEY_OK)
        status = cli_open_host(cli);
    if (status == GALLEY_OK)
        status = cli_load(cli, given, &issue, &reader);
    if (status == GALLEY_OK)
        status = check_settings(cli, given, reader);
    if (status == GALLEY_OK)
        print_table(cli, issue);
    galley_issue_drop(issue);
    return cli_judge(cli, status);
}

/* SPDX-License-Identifier: MIT
 * Findings on standard error, one a line: FILE:LINE:COLUMN: LEVEL: sentence [code].
 * Lines count through a file, so its pages are not said; where a format has pages
 * and no lines it is FILE:pPAGE.  `galley` stands where there is no file. */
#include "cli/cli.h"

#include <stdlib.h>

static const cli_style level_styles[GALLEY_LEVEL_COUNT] = {
    [GALLEY_REPAIRED] = CLI_GREEN, [GALLEY_UNSURE] = CLI_YELLOW, [GALLEY_LOST] = CLI_YELLOW,
    [GALLEY_ERROR] = CLI_RED,      [GALLEY_FATAL] = CLI_RED,
};

static void print_place(cli_term *term, const galley_place *place)
{
    cli_puts(term, CLI_BOLD, place->file ? place->file : "galley");
    if (place->line)
        cli_print(term, CLI_BOLD, ":%u", (unsigned)place->line);
    else if (place->page)
        cli_print(term, CLI_BOLD, ":p%u", (unsigned)place->page);
    if (place->line && place->column)
        cli_print(term, CLI_BOLD, ":%u", (unsigned)place->column);
}

static void print_finding(cli_term *term, const galley_finding *finding)
{
    print_place(term, &finding->place);
    cli_puts(term, CLI_PLAIN, ": ");
    cli_puts(term, level_styles[finding->level], galley_level_name(finding->level));
    cli_puts(term, CLI_PLAIN, ": ");
    cli_puts(term, CLI_PLAIN, finding->text);
    cli_print(term, CLI_DIM, " [%s]", finding->code);
    cli_newline(term);
}

/* -q: what stopped the work; -v: everything; else errors, too. */
static galley_level least(const cli_run *cli)
{
    return cli->options.quiet ? GALLEY_FATAL : cli->options.verbose ? GALLEY_REPAIRED : GALLEY_ERROR;
}

/* A broken law breaks at many places: the first few of a code say enough. */
#define SAME_CODE_MOST 5

static size_t earlier(const cli_run *cli, size_t index)
{
    const char *code = galley_findings_at(cli->findings, index)->code;
    size_t count = 0;
    for (size_t i = 0; i < index && count <= SAME_CODE_MOST; i++)
        count += strcmp(galley_findings_at(cli->findings, i)->code, code) == 0;
    return count;
}

void cli_print_findings(cli_run *cli, galley_status status)
{
    galley_level from = least(cli);
    size_t silent = 0;
    for (; cli->told < galley_findings_kept(cli->findings); cli->told++) {
        const galley_finding *finding = galley_findings_at(cli->findings, cli->told);
        if (finding->level < from)
            continue;
        if (cli->options.verbose || earlier(cli, cli->told) < SAME_CODE_MOST)
            print_finding(&cli->err, finding);
        else
            silent++;
    }
    if (silent) {
        cli_print(&cli->err, CLI_DIM, "galley: and %zu more like these; -v prints them", silent);
        cli_newline(&cli->err);
    }
    if (status > GALLEY_FOUND && !galley_findings_reached(cli->findings, GALLEY_FATAL))
        print_finding(
            &cli->err,
            &(galley_finding){ .level = GALLEY_FATAL, .code = "cli.failed", .text = galley_status_phrase(status) });
}

galley_status cli_judge(const cli_run *cli, galley_status status)
{
    bool reached = cli->options.fails && galley_findings_reached(cli->findings, cli->options.fail_on);
    return status == GALLEY_OK && reached ? GALLEY_FOUND : status;
}

galley_status cli_misuse(cli_run *cli, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = galley_arena_vprint(cli->arena, format, arguments);
    va_end(arguments);
    return galley_fail(cli->findings, GALLEY_USAGE, "cli.usage", (galley_place){ 0 }, "%s", text);
}

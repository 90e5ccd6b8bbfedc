/* SPDX-License-Identifier: MIT
 * galley: a thin coat over libgalley.  Signals that would end us in the middle of a
 * write are turned into errors of that write; the exit status is the galley_status. */
#include "config.h"

#include "cli/cli.h"

#include <signal.h>
#include <stdlib.h>

/* A closed pipe and a full file size are then an error that the sink sees and tells. */
static void ignore_signals(void)
{
    signal(SIGPIPE, SIG_IGN);
#ifdef SIGXFSZ
    signal(SIGXFSZ, SIG_IGN);
#endif
}

static galley_status dispatch(cli_run *cli)
{
    if (cli->options.version)
        cli_print_version(cli);
    else if (cli->options.help)
        cli_print_help(cli, &cli->out);
    else
        return cli->command->run(cli);
    return GALLEY_OK;
}

static galley_status run(cli_run *cli, int count, char **words)
{
    galley_status status = cli_parse(cli, count, words);
    if (status == GALLEY_OK && !cli->command && !cli->options.version && !cli->options.help)
        status = cli_misuse(cli, "say what to do: galley convert dump.txt -o issue.epub; `galley --help` tells more");
    if (status == GALLEY_OK)
        status = dispatch(cli);
    cli_print_findings(cli, status);
    return status;
}

/* Lists go to standard output: when that cannot take them, it is an error as any other. */
static galley_status finish(cli_run *cli, galley_status status)
{
    bool failed = ferror(stdout) | (fflush(stdout) != 0);
    if (status <= GALLEY_FOUND && failed) {
        status = GALLEY_IO;
        cli_puts(&cli->err, CLI_PLAIN, "standard output: fatal: it cannot be written to [cli.output]");
        cli_newline(&cli->err);
    }
    galley_host_drop(cli->host);
    galley_findings_drop(cli->findings);
    galley_arena_drop(cli->arena);
    return status;
}

int main(int count, char **words)
{
    cli_run cli = { .arena = galley_arena_new(0),
                    .findings = galley_findings_new(),
                    .out = cli_term_open(stdout),
                    .err = cli_term_open(stderr) };
    ignore_signals();
    if (!cli.arena || !cli.findings) {
        fputs("galley: fatal: out of memory [cli.failed]\n", stderr);
        return (int)finish(&cli, GALLEY_MEMORY);
    }
    return (int)finish(&cli, run(&cli, count, words));
}

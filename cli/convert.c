/* SPDX-License-Identifier: MIT
 * galley convert: read, repair, write, and say what happened. */
#include "cli/cli.h"

#include <stdlib.h>

static galley_status check_words(cli_run *cli)
{
    const cli_options *options = &cli->options;
    if (!options->operands.count)
        return cli_misuse(cli, "convert wants an input; `galley convert --help` tells more");
    if (!options->output)
        return cli_misuse(cli, "convert wants -o OUTPUT for %s", options->operands.items[0]);
    if (strcmp(options->output, "-") == 0 && !options->to)
        return cli_misuse(cli, "-o - wants --to FORMAT, because standard output has no name");
    return GALLEY_OK;
}

/* "page-markers, cover": what a format lets one set. */
static const char *option_names(cli_run *cli, const galley_format *format)
{
    const char *list = "";
    for (size_t i = 0; i < format->option_count; i++)
        list = galley_arena_print(cli->arena, "%s%s%s", list, i ? ", " : "", format->options[i].name);
    return *list ? list : "nothing";
}

static bool declares(const galley_format *format, const char *name)
{
    for (size_t i = 0; i < format->option_count; i++)
        if (strcmp(format->options[i].name, name) == 0)
            return true;
    return false;
}

static galley_status set_all(cli_run *cli, const galley_assignment *given, const cli_outcome *outcome,
                             galley_settings *settings)
{
    galley_status status = GALLEY_OK;
    for (; status == GALLEY_OK && given->name; given++) {
        if (galley_settings_has(settings, given->name))
            status = galley_settings_set(settings, given->name, given->value, cli->findings);
        else if (!declares(outcome->reader, given->name))
            status = cli_misuse(cli, "--set %s is no option here; %s takes %s, %s takes %s", given->name,
                                outcome->reader->id, option_names(cli, outcome->reader), outcome->writer->id,
                                option_names(cli, outcome->writer));
    }
    return status;
}

static galley_status check_terminal(cli_run *cli, const galley_format *writer)
{
    if (strcmp(cli->options.output, "-") != 0 || !cli->out.terminal || (writer->capabilities & GALLEY_TEXT_OUTPUT))
        return GALLEY_OK;
    return cli_misuse(cli, "%s is not for a terminal; name a file with -o or pipe it on", writer->id);
}

static galley_status save(cli_run *cli, galley_issue *issue, const galley_assignment *given, const cli_outcome *outcome)
{
    galley_settings *settings = galley_settings_new(outcome->writer->options, outcome->writer->option_count);
    if (!settings)
        return GALLEY_MEMORY;
    galley_status status = set_all(cli, given, outcome, settings);
    if (status == GALLEY_OK)
        status = galley_save(issue, outcome->writer, outcome->path, settings, cli->findings);
    galley_settings_drop(settings);
    return status;
}

static galley_status convert(cli_run *cli, const galley_assignment *given, cli_outcome *outcome)
{
    galley_issue *issue = NULL;
    galley_status status =
        galley_host_writer(cli->host, cli->options.output, cli->options.to, cli->findings, &outcome->writer);
    if (status == GALLEY_OK)
        status = check_terminal(cli, outcome->writer);
    if (status == GALLEY_OK)
        status = cli_load(cli, given, &issue, &outcome->reader);
    outcome->issue = issue;
    if (status == GALLEY_OK)
        status = save(cli, issue, given, outcome);
    status = cli_judge(cli, status);
    cli_print_findings(cli, status);
    if (status <= GALLEY_FOUND && !cli->options.quiet)
        cli_print_summary(cli, outcome);
    galley_issue_drop(issue);
    return status;
}

galley_status cli_convert(cli_run *cli)
{
    cli_outcome outcome = { .path = cli->options.output };
    galley_assignment *given = NULL;
    galley_status status = check_words(cli);
    if (status == GALLEY_OK)
        status = cli_assignments(cli, &given);
    if (status == GALLEY_OK)
        status = cli_open_host(cli);
    return status == GALLEY_OK ? convert(cli, given, &outcome) : status;
}

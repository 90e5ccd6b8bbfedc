/* SPDX-License-Identifier: MIT
 * From the words of a command line to a repaired issue: what convert and inspect
 * have in common. */
#include "cli/cli.h"

#include <stdlib.h>

galley_status cli_open_host(cli_run *cli)
{
    cli->host = galley_host_new(cli->options.plugin_dirs.items, cli->findings);
    return cli->host ? galley_host_status(cli->host) : GALLEY_MEMORY;
}

static galley_meta given(const cli_options *options)
{
    return (galley_meta){ .title = galley_slice_of(options->title),
                          .date = galley_slice_of(options->date),
                          .number = galley_slice_of(options->number),
                          .language = galley_slice_of(options->language),
                          .publisher = galley_slice_of(options->publisher),
                          .issn = galley_slice_of(options->issn),
                          .cn = galley_slice_of(options->cn) };
}

/* NAME=VALUE in two; the name is a copy. */
static galley_status split(cli_run *cli, const char *word, galley_assignment *out)
{
    const char *equals = strchr(word, '=');
    if (!equals || equals == word)
        return cli_misuse(cli, "--set wants NAME=VALUE, not %s", word);
    out->name = galley_arena_copy(cli->arena, galley_slice_range(word, equals)).text;
    out->value = equals + 1;
    return GALLEY_OK;
}

galley_status cli_assignments(cli_run *cli, galley_assignment **out)
{
    const cli_words *words = &cli->options.set;
    *out = galley_arena_array(cli->arena, words->count + 1, sizeof **out);
    galley_status status = *out ? GALLEY_OK : GALLEY_MEMORY;
    for (size_t i = 0; status == GALLEY_OK && i < words->count; i++)
        status = split(cli, words->items[i], &(*out)[i]);
    return status;
}

galley_status cli_load(cli_run *cli, const galley_assignment *settings, galley_issue **out,
                       const galley_format **reader)
{
    const cli_options *options = &cli->options;
    cli_progress progress = cli_progress_start(&cli->err);
    galley_load_request request = {
        .inputs = options->operands.items,
        .input_count = options->operands.count,
        .from = options->from,
        .settings = settings,
        .setting_count = options->set.count,
        .given = given(options),
        .arena_cap = (size_t)options->limit_memory,
        .source_cap = options->limit_input,
        .hints = options->hints,
        .profile = options->profile,
        .repair = { .language = options->language,
                    .explain = cli->command->bit == CLI_EXPLAIN,
                    .weights = options->weights,
                    .progress = cli_progress_show,
                    .progress_state = &progress },
    };
    galley_status status = galley_load(cli->host, &request, cli->findings, out, reader);
    cli_progress_end(&progress);
    return status;
}

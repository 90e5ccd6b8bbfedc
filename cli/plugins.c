/* SPDX-License-Identifier: MIT
 * galley plugins: every plugin of the search path, the refused ones with the reason;
 * and, for an installation, the index of a folder. */
#include "cli/cli.h"

static const char *formats_of(cli_run *cli, const galley_plugin_info *plugin)
{
    const char *list = "";
    for (size_t i = 0; i < galley_host_format_count(cli->host); i++) {
        const galley_format *format = galley_host_format(cli->host, i);
        if (galley_host_origin(cli->host, format) == plugin)
            list = galley_arena_print(cli->arena, "%s%s%s", list, *list ? ", " : "", format->id);
    }
    return list;
}

static void put_plugin(cli_run *cli, cli_json *json, const galley_plugin_info *plugin)
{
    cli_json_open(json, NULL, '{');
    cli_json_text(json, "name", plugin->name);
    cli_json_text(json, "path", plugin->path);
    cli_json_text(json, "version", plugin->version);
    cli_json_text(json, "license", plugin->license);
    cli_json_text(json, "description", plugin->description);
    cli_json_text(json, "refused", plugin->refusal);
    cli_json_open(json, "formats", '[');
    for (size_t i = 0; i < galley_host_format_count(cli->host); i++)
        if (galley_host_origin(cli->host, galley_host_format(cli->host, i)) == plugin)
            cli_json_text(json, NULL, galley_host_format(cli->host, i)->id);
    cli_json_close(json, ']');
    cli_json_close(json, '}');
}

static void print_plugin(cli_run *cli, const galley_plugin_info *plugin)
{
    cli_term *term = &cli->out;
    cli_print(term, plugin->refusal ? CLI_RED : CLI_BOLD, "%-10s", plugin->name);
    if (plugin->refusal)
        cli_print(term, CLI_PLAIN, "  refused: %s", plugin->refusal);
    else
        cli_print(term, CLI_PLAIN, "  %s, %s, formats: %s", plugin->version, plugin->license, formats_of(cli, plugin));
    cli_newline(term);
    cli_print(term, CLI_DIM, "            %s", plugin->path);
    cli_newline(term);
}

static void list(cli_run *cli)
{
    cli_json json = { .file = cli->out.file };
    if (cli->options.json)
        cli_json_open(&json, NULL, '[');
    for (size_t i = 0; i < galley_host_plugin_count(cli->host); i++) {
        const galley_plugin_info *plugin = galley_host_plugin(cli->host, i);
        if (cli->options.json)
            put_plugin(cli, &json, plugin);
        else
            print_plugin(cli, plugin);
    }
    if (cli->options.json)
        cli_json_close(&json, ']');
    else if (!galley_host_plugin_count(cli->host))
        galley_find(cli->findings, GALLEY_ERROR, "plugin.none", (galley_place){ 0 },
                    "no plugin was found; --plugin-dir and GALLEY_PLUGIN_PATH say where to look");
}

/* A folder that was given and is refused is no reason to list nothing. */
galley_status cli_plugins(cli_run *cli)
{
    if (cli->options.operands.count)
        return cli_misuse(cli, "plugins takes no operand, not %s", cli->options.operands.items[0]);
    if (cli->options.index)
        return galley_host_index(cli->options.index, cli->findings);
    galley_status status = cli_open_host(cli);
    if (cli->host)
        list(cli);
    return status;
}

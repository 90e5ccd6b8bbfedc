/* SPDX-License-Identifier: MIT
 * galley formats: what can be read and written, as the plugins declare it. */
#include "cli/cli.h"

typedef struct bit_name {
    unsigned bit;
    const char *name;
} bit_name;

static const bit_name capabilities[] = {
    { GALLEY_READS, "reads" },
    { GALLEY_WRITES, "writes" },
    { GALLEY_HAS_GEOMETRY, "geometry" },
    { GALLEY_HAS_IMAGES, "images" },
    { GALLEY_HAS_READINGS, "readings" },
    { GALLEY_MANY_FILES, "many-files" },
    { GALLEY_TEXT_OUTPUT, "text-output" },
    { GALLEY_FOLDER_OUTPUT, "folder-output" },
};

static const bit_name features[] = {
    { GALLEY_NO_FURNITURE, "furniture" },
    { GALLEY_NO_FACTS, "facts" },
    { GALLEY_NO_TABLES, "tables" },
    { GALLEY_NO_FIGURES, "figures" },
    { GALLEY_NO_HEAD_PARTS, "head-parts" },
    { GALLEY_NO_EVIDENCE, "evidence" },
    { GALLEY_NO_IMAGES, "images" },
    { GALLEY_NO_MARKS, "marks" },
    { GALLEY_NO_CONFIDENCE, "confidence" },
    { GALLEY_NO_IDS, "ids" },
    { GALLEY_NO_COPIES, "copies" },
    { GALLEY_NO_PAGES, "pages" },
    { GALLEY_NO_META, "meta" },
    { GALLEY_NO_DETAILS, "details" },
    { GALLEY_NO_LEVELS, "levels" },
};

static const char *const option_types[] = {
    [GALLEY_OPTION_FLAG] = "flag",
    [GALLEY_OPTION_NUMBER] = "number",
    [GALLEY_OPTION_CHOICE] = "choice",
    [GALLEY_OPTION_TEXT] = "text",
};

/* ---- For programs ----------------------------------------------------------- */

static void put_list(cli_json *json, const char *key, const char *const *list)
{
    cli_json_open(json, key, '[');
    for (; list && *list; list++)
        cli_json_text(json, NULL, *list);
    cli_json_close(json, ']');
}

static void put_bits(cli_json *json, const char *key, unsigned bits, const bit_name *names, size_t count)
{
    cli_json_open(json, key, '[');
    for (size_t i = 0; i < count; i++)
        if (bits & names[i].bit)
            cli_json_text(json, NULL, names[i].name);
    cli_json_close(json, ']');
}

static void put_option(cli_json *json, const galley_option *option)
{
    cli_json_open(json, NULL, '{');
    cli_json_text(json, "name", option->name);
    cli_json_text(json, "type", option_types[option->type]);
    cli_json_text(json, "default", option->fallback);
    if (option->type == GALLEY_OPTION_NUMBER) {
        cli_json_number(json, "minimum", option->minimum);
        cli_json_number(json, "maximum", option->maximum);
    }
    if (option->type == GALLEY_OPTION_CHOICE)
        put_list(json, "choices", option->choices);
    cli_json_text(json, "help", option->help);
    cli_json_close(json, '}');
}

static void put_format(cli_run *cli, cli_json *json, const galley_format *format)
{
    cli_json_open(json, NULL, '{');
    cli_json_text(json, "id", format->id);
    cli_json_text(json, "description", format->description);
    cli_json_text(json, "plugin", galley_host_origin(cli->host, format)->name);
    put_list(json, "extensions", format->extensions);
    put_list(json, "media_types", format->media_types);
    put_bits(json, "capabilities", format->capabilities, capabilities, sizeof capabilities / sizeof *capabilities);
    put_bits(json, "cannot", format->cannot, features, sizeof features / sizeof *features);
    cli_json_open(json, "options", '[');
    for (size_t i = 0; i < format->option_count; i++)
        put_option(json, &format->options[i]);
    cli_json_close(json, ']');
    cli_json_close(json, '}');
}

/* ---- For people ------------------------------------------------------------- */

static const char *values_of(cli_run *cli, const galley_option *option)
{
    if (option->type == GALLEY_OPTION_FLAG)
        return "yes|no";
    if (option->type == GALLEY_OPTION_NUMBER)
        return galley_arena_print(cli->arena, "%ld..%ld", option->minimum, option->maximum);
    if (option->type == GALLEY_OPTION_TEXT)
        return "TEXT";
    const char *list = "";
    for (const char *const *choice = option->choices; *choice; choice++)
        list = galley_arena_print(cli->arena, "%s%s%s", list, *list ? "|" : "", *choice);
    return list;
}

static void print_format(cli_run *cli, const galley_format *format)
{
    cli_term *term = &cli->out;
    cli_print(term, CLI_BOLD, "%-10s", format->id);
    cli_print(term, CLI_CYAN, " %c%c  ", format->capabilities & GALLEY_READS ? 'r' : '-',
              format->capabilities & GALLEY_WRITES ? 'w' : '-');
    cli_puts(term, CLI_PLAIN, format->description);
    for (const char *const *extension = format->extensions; *extension; extension++)
        cli_print(term, CLI_DIM, "%s.%s", extension == format->extensions ? "  " : " ", *extension);
    cli_newline(term);
    for (size_t i = 0; i < format->option_count; i++) {
        const galley_option *option = &format->options[i];
        cli_print(term, CLI_CYAN, "               %s=%s", option->name, values_of(cli, option));
        cli_print(term, CLI_PLAIN, "  %s", option->help);
        cli_print(term, CLI_DIM, " (default %s)", *option->fallback ? option->fallback : "empty");
        cli_newline(term);
    }
}

static void list(cli_run *cli)
{
    cli_json json = { .file = cli->out.file };
    if (cli->options.json)
        cli_json_open(&json, NULL, '[');
    for (size_t i = 0; i < galley_host_format_count(cli->host); i++) {
        const galley_format *format = galley_host_format(cli->host, i);
        if (cli->options.json)
            put_format(cli, &json, format);
        else
            print_format(cli, format);
    }
    if (cli->options.json)
        cli_json_close(&json, ']');
}

static galley_status print_schema(cli_run *cli)
{
    const galley_format *format = NULL;
    galley_status status = galley_host_writer(cli->host, NULL, cli->options.schema, cli->findings, &format);
    if (status == GALLEY_OK && !format->schema)
        return cli_misuse(cli, "--schema %s: that format has none", format->id);
    if (status == GALLEY_OK)
        fputs(format->schema, cli->out.file);
    return status;
}

galley_status cli_formats(cli_run *cli)
{
    if (cli->options.operands.count)
        return cli_misuse(cli, "formats takes no operand, not %s", cli->options.operands.items[0]);
    galley_status status = cli_open_host(cli);
    if (status == GALLEY_OK && cli->options.schema)
        return print_schema(cli);
    if (status == GALLEY_OK)
        list(cli);
    return status;
}

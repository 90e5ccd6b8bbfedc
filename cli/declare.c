/* SPDX-License-Identifier: MIT
 * Everything that can be said on the command line, as two tables. */
#include "cli/cli.h"

#define AT(member) offsetof(cli_options, member)
#define LOADING (CLI_CONVERT | CLI_INSPECT | CLI_EXPLAIN)

const cli_flag cli_flags[] = {
    { 'o', "output", "FILE", "write to FILE; - is standard output", CLI_WORD, CLI_FILE, AT(output), CLI_CONVERT },
    { 'f', "from", "FORMAT", "read the input as FORMAT (default: found from name and content)", CLI_WORD, CLI_READER,
      AT(from), LOADING },
    { 't', "to", "FORMAT", "write FORMAT (default: from the name of the output)", CLI_WORD, CLI_WRITER, AT(to),
      CLI_CONVERT },
    { 's', "set", "NAME=VALUE", "set an option of the reader or the writer; see `galley formats`", CLI_LIST, CLI_ANY,
      AT(set), LOADING },
    { 0, "title", "TEXT", "title of the paper", CLI_WORD, CLI_ANY, AT(title), LOADING },
    { 0, "date", "DATE", "date of the issue, as 2031-05-12", CLI_WORD, CLI_ANY, AT(date), LOADING },
    { 0, "number", "TEXT", "number of the issue", CLI_WORD, CLI_ANY, AT(number), LOADING },
    { 0, "language", "TAG", "language as a BCP 47 tag, such as zh-Hans", CLI_WORD, CLI_ANY, AT(language), LOADING },
    { 0, "publisher", "TEXT", "publisher", CLI_WORD, CLI_ANY, AT(publisher), LOADING },
    { 0, "issn", "ISSN", "ISSN of the paper", CLI_WORD, CLI_ANY, AT(issn), LOADING },
    { 0, "cn", "CODE", "Chinese serial number (CN) of the paper", CLI_WORD, CLI_ANY, AT(cn), LOADING },
    { 0, "hints", "FILE", "an editor's corrections, one a line, which win over every rule", CLI_WORD, CLI_FILE,
      AT(hints), LOADING },
    { 0, "profile", "FILE", "what is particular to one newspaper: title, sections, reporters, columns", CLI_WORD,
      CLI_FILE, AT(profile), LOADING },
    { 0, "weights", "NAME=POINTS,...",
      "weigh some evidence otherwise, for experiments; `galley explain --list` names it", CLI_WORD, CLI_ANY,
      AT(weights), LOADING },
    { 0, "fail-on", "LEVEL", "exit with 1 when a finding is repaired, unsure, lost or error, or worse", CLI_LEVEL,
      CLI_LEVELS, AT(fail_on), LOADING },
    { 0, "limit-memory", "SIZE", "memory that one issue may take (default 2G)", CLI_SIZE, CLI_ANY, AT(limit_memory),
      LOADING },
    { 0, "limit-input", "SIZE", "bytes that one input may hold once decompressed (default 1G)", CLI_SIZE, CLI_ANY,
      AT(limit_input), LOADING },
    { 0, "plugin-dir", "FOLDER", "look for plugins in FOLDER first; may be repeated", CLI_LIST, CLI_FOLDER,
      AT(plugin_dirs), CLI_ALL },
    { 0, "json", NULL, "print JSON", CLI_SWITCH, CLI_ANY, AT(json), CLI_FORMATS | CLI_PLUGINS },
    { 0, "article", "ID", "explain one article: its id, or its number as `galley inspect` counts", CLI_WORD, CLI_ANY,
      AT(article), CLI_EXPLAIN },
    { 0, "line", "N", "explain what became of line N of the source", CLI_COUNT, CLI_ANY, AT(line), CLI_EXPLAIN },
    { 0, "page", "N", "line N of that page, where several sources have one", CLI_COUNT, CLI_ANY, AT(page),
      CLI_EXPLAIN },
    { 0, "list", NULL, "print every source of evidence: name, points, reason", CLI_SWITCH, CLI_ANY, AT(list),
      CLI_EXPLAIN },
    { 0, "schema", "FORMAT", "print the schema of what FORMAT writes", CLI_WORD, CLI_WRITER, AT(schema), CLI_FORMATS },
    { 0, "index", "FOLDER", "write the index of a folder of plugins", CLI_WORD, CLI_FOLDER, AT(index), CLI_PLUGINS },
    { 'q', "quiet", NULL, "print only what stopped the work", CLI_SWITCH, CLI_ANY, AT(quiet), LOADING },
    { 'v', "verbose", NULL, "print every finding", CLI_SWITCH, CLI_ANY, AT(verbose), LOADING },
    { 'h', "help", NULL, "print this help", CLI_SWITCH, CLI_ANY, AT(help), CLI_ALL },
    { 'V', "version", NULL, "print the version", CLI_SWITCH, CLI_ANY, AT(version), CLI_ALL },
};
const size_t cli_flag_count = sizeof cli_flags / sizeof *cli_flags;

const cli_command cli_commands[] = {
    { CLI_CONVERT, "convert", "INPUT... -o OUTPUT", "put an issue together again and write it",
      "Reads the inputs, which are the pages of one issue in the order given, puts lines, paragraphs and articles "
      "together, and writes the issue. The formats come from the names, from the content of the input, or from "
      "--from and --to. - is standard input or output.\n"
      "A summary on standard error says what the issue is, what was repaired, what needs a look, and that no "
      "character was lost. After a failure there is no output, not even a part of it.",
      CLI_FILE, cli_convert, false },
    { CLI_INSPECT, "inspect", "INPUT...", "print a table of the articles",
      "Reads and repairs like convert and prints one line an article: kind, page, paragraphs, characters, confidence "
      "and headline; then what needs a look.",
      CLI_FILE, cli_inspect, false },
    { CLI_EXPLAIN, "explain", "INPUT...", "tell why a line or an article came out as it did",
      "Reads and repairs like convert, writes nothing, and prints in plain words what was decided and what spoke for "
      "it. With --line: what became of a line of the source, each decision about it, and how many points each piece "
      "of evidence counted (below zero: against). With --article: the parts of an article, where they stood, the "
      "evidence behind its confidence, and the decisions that were closest. Without either: all articles, the least "
      "sure first.\n"
      "With --list, no input is needed: prints the sources of evidence, one a line: the name that --weights takes, "
      "the points it counts, and the reason, parted by tabs.",
      CLI_FILE, cli_explain, false },
    { CLI_FORMATS, "formats", "", "list the formats and their options",
      "Lists what can be read (r) and written (w), with the options that --set takes. With --schema, prints the JSON "
      "Schema of a format that has one instead.",
      CLI_ANY, cli_formats, false },
    { CLI_PLUGINS, "plugins", "", "list the plugins, the refused ones too",
      "Lists every plugin of the search path; a refused one with the reason. With --index, writes the index of a "
      "folder: it keeps the declarations, so that only the plugins that a conversion needs are loaded. A plugin that "
      "is not in the index works all the same.",
      CLI_FOLDER, cli_plugins, false },
    { CLI_GENERATE, "generate", "man|bash|zsh", "print the manual page or a completion", "For the build.", CLI_COMMANDS,
      cli_generate, true },
};
const size_t cli_command_count = sizeof cli_commands / sizeof *cli_commands;

const cli_command *cli_find_command(const char *name)
{
    for (size_t i = 0; i < cli_command_count; i++)
        if (strcmp(cli_commands[i].name, name) == 0)
            return &cli_commands[i];
    return NULL;
}

/* SPDX-License-Identifier: MIT
 * galley(1) in the man macros: commands, options and statuses from the tables, the
 * rest from the few paragraphs below. */
#include "cli/cli.h"

/* Text of ours as roff: hyphens stay hyphens, backslashes are shown, `code` is bold, and no
 * line begins with a control character. */
static void put_roff(FILE *out, const char *text)
{
    bool code = false, start = true;
    for (; *text; text++) {
        if (*text == '`') {
            code = !code;
            fputs(code ? "\\fB" : "\\fR", out);
        } else if (*text == '\n') {
            fputs("\n.PP\n", out);
        } else {
            if (start && (*text == '.' || *text == '\''))
                fputs("\\&", out);
            fputs(*text == '\\' ? "\\e" : *text == '-' ? "\\-" : (char[]){ *text, '\0' }, out);
        }
        start = *text == '\n';
    }
}

static void roff(FILE *out, const char *text)
{
    put_roff(out, text);
    fputc('\n', out);
}

static void section(FILE *out, const char *name)
{
    fprintf(out, ".SH %s\n", name);
}

static void item(FILE *out, const char *name, const char *text)
{
    fputs(".TP\n.B ", out);
    roff(out, name);
    roff(out, text);
}

static void print_synopsis(FILE *out)
{
    section(out, "SYNOPSIS");
    for (size_t i = 0; i < cli_command_count; i++) {
        if (cli_commands[i].hidden)
            continue;
        fprintf(out, "%s.B galley %s\n.RI [ option ...]\n", i ? ".br\n" : "", cli_commands[i].name);
        if (*cli_commands[i].operands)
            roff(out, cli_commands[i].operands);
    }
}

static void print_flag(cli_run *cli, FILE *out, const cli_flag *flag)
{
    const char *usage = cli_flag_usage(cli->arena, flag);
    item(out, usage + strspn(usage, " "), flag->help);
}

/* An option is told where it comes first. */
static bool was_told(const cli_flag *flag, const cli_command *command)
{
    return (flag->commands & (command->bit - 1)) != 0;
}

static void print_shared(FILE *out, const cli_command *command)
{
    size_t shared = 0;
    for (size_t i = 0; i < cli_flag_count; i++) {
        const cli_flag *flag = &cli_flags[i];
        if (!(flag->commands & command->bit) || flag->commands == CLI_ALL || !was_told(flag, command))
            continue;
        fputs(shared++ ? ",\n" : ".PP\nTakes, as above:\n", out);
        fputs("\\fB\\-\\-", out);
        put_roff(out, flag->name);
        fputs("\\fR", out);
    }
    fputs(shared ? ".\n" : "", out);
}

static void print_commands(cli_run *cli, FILE *out)
{
    section(out, "COMMANDS");
    for (size_t i = 0; i < cli_command_count; i++) {
        const cli_command *command = &cli_commands[i];
        if (command->hidden)
            continue;
        fprintf(out, ".SS galley %s ", command->name);
        roff(out, command->operands);
        roff(out, command->description);
        for (size_t j = 0; j < cli_flag_count; j++)
            if ((cli_flags[j].commands & command->bit) && cli_flags[j].commands != CLI_ALL &&
                !was_told(&cli_flags[j], command))
                print_flag(cli, out, &cli_flags[j]);
        print_shared(out, command);
    }
}

static void print_common(cli_run *cli, FILE *out)
{
    section(out, "OPTIONS");
    fputs("Every command takes these, before or behind its operands; \\fB\\-\\-\\fR ends the options.\n", out);
    for (size_t i = 0; i < cli_flag_count; i++)
        if (cli_flags[i].commands == CLI_ALL)
            print_flag(cli, out, &cli_flags[i]);
}

static void print_statuses(cli_run *cli, FILE *out)
{
    section(out, "EXIT STATUS");
    for (int status = 0; status < GALLEY_STATUS_COUNT; status++)
        item(out, galley_arena_print(cli->arena, "%d", status), galley_status_phrase((galley_status)status));
}

static const struct {
    const char *section;
    struct {
        const char *name, *text;
    } items[7];
} tails[] = {
    { "FINDINGS",
      { { "FILE:LINE:COLUMN: LEVEL: sentence [code]",
          "A message on standard error. Lines and columns count from 1, columns in characters; FILE:pPAGE where a "
          "format has pages and no lines. The code never changes. The levels, from mild to bad: repaired (mended, "
          "nothing is missing), unsure (somebody should look), lost (something could not be kept), error (a part of "
          "the "
          "input could not be used), fatal (there is no output)." } } },
    { "ENVIRONMENT",
      { { "GALLEY_PLUGIN_PATH", "Folders of plugins, separated by colons; searched behind those of --plugin-dir." },
        { "NO_COLOR", "When it is set and not empty, nothing is coloured." },
        { "SOURCE_DATE_EPOCH", "The time that formats which must name one shall name, in seconds since 1970." } } },
    { "FILES",
      { { "~/.local/lib/galley/1", "Plugins of your own." },
        { "LIBDIR/galley/1", "The installed plugins, with the `index` of their declarations; LIBDIR is where "
                             "libgalley.so lies. `pkg-config --variable=plugindir galley` prints it." },
        { "PREFIX/share/doc/galley/hints.md", "The form of the files that --hints and --profile take." } } },
    { "EXAMPLES",
      { { "galley convert dump.txt -o issue.epub", "Make an e-book." },
        { "galley convert p1.txt p2.txt -o issue.xml --date 2031-05-12",
          "Two pages of one issue become one TEI document." },
        { "zcat dump.gz | galley convert - --from text --to json -o - | jq .articles", "In a pipeline." },
        { "galley inspect dump.txt", "See what was made of a dump." },
        { "galley explain dump.txt --line 40", "See why line 40 came out as it did." },
        { "galley convert dump.txt --hints hints.txt --profile paper.ini -o issue.md",
          "Correct what came out otherwise than it should." },
        { "galley convert --fail-on unsure dump.txt -o issue.json",
          "Exit with 1 when somebody should look at the issue." } } },
};

static void print_tails(FILE *out)
{
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++) {
        section(out, tails[i].section);
        for (size_t j = 0; j < sizeof tails[i].items / sizeof *tails[i].items && tails[i].items[j].name; j++)
            item(out, tails[i].items[j].name, tails[i].items[j].text);
    }
}

void cli_print_manual(cli_run *cli, FILE *out)
{
    fprintf(out, ".TH GALLEY 1 \"\" \"galley %s\" \"User Commands\"\n", GALLEY_VERSION);
    section(out, "NAME");
    roff(out, "galley - put damaged newspaper and magazine issues together again");
    print_synopsis(out);
    section(out, "DESCRIPTION");
    roff(out,
         "Takes a made-up page apart, back into articles: galley reads a damaged dump of a newspaper or a magazine, "
         "joins lines, columns and pages, tells headlines, bylines, captions and furniture apart, and writes what "
         "it found as e-book, archival XML, Markdown or JSON. Formats are plugins.\n"
         "Nothing is lost and nothing is invented: every character of the input is in exactly one article or "
         "kept as furniture. That is checked on every run. Same input, same options: same bytes.");
    print_commands(cli, out);
    print_common(cli, out);
    print_statuses(cli, out);
    print_tails(out);
}

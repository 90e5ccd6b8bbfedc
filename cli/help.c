/* SPDX-License-Identifier: MIT
 * --help and --version, from the declarations. */
#include "cli/cli.h"

#include <stdlib.h>

#define HELP_WIDTH 80
#define FLAG_COLUMN 28

const char *cli_flag_usage(galley_arena *arena, const cli_flag *flag)
{
    const char *letter = flag->letter ? galley_arena_print(arena, "-%c, ", flag->letter) : "    ";
    return galley_arena_print(arena, "%s--%s%s%s", letter, flag->name, flag->argument ? " " : "",
                              flag->argument ? flag->argument : "");
}

/* Words from column `at` on, wrapped before HELP_WIDTH, later lines from `indent`; a line end
 * makes a blank line. */
static void wrap(cli_term *term, const char *text, int at, int indent)
{
    int space = 0;
    while (*text) {
        size_t length = strcspn(text, " \n");
        if (at + space + (int)length > HELP_WIDTH) {
            cli_newline(term);
            cli_pad(term, at = indent);
            space = 0;
        }
        cli_pad(term, space);
        cli_put(term, CLI_PLAIN, (galley_slice){ text, length });
        at += space + (int)length;
        text += length;
        space = *text == ' ';
        if (*text == '\n') {
            fputs("\n\n", term->file);
            cli_pad(term, at = indent);
        }
        text += *text != '\0';
    }
    cli_newline(term);
}

static void heading(cli_term *term, const char *text)
{
    cli_newline(term);
    cli_puts(term, CLI_BOLD, text);
    cli_newline(term);
}

static void row(cli_term *term, const char *name, int column, const char *help)
{
    int used = 2 + (int)strlen(name);
    cli_pad(term, 2);
    cli_puts(term, CLI_CYAN, name);
    if (used + 2 > column) {
        cli_newline(term);
        used = 0;
    }
    cli_pad(term, column - used);
    wrap(term, help, column, column);
}

static void print_flags(cli_run *cli, cli_term *term, unsigned commands)
{
    heading(term, "Options");
    for (size_t i = 0; i < cli_flag_count; i++)
        if ((cli_flags[i].commands & commands) == commands)
            row(term, cli_flag_usage(cli->arena, &cli_flags[i]), FLAG_COLUMN, cli_flags[i].help);
}

static void print_statuses(cli_run *cli, cli_term *term)
{
    heading(term, "Exit status");
    for (int status = 0; status < GALLEY_STATUS_COUNT; status++)
        row(term, galley_arena_print(cli->arena, "%d", status), 6, galley_status_phrase((galley_status)status));
}

static void print_commands(cli_term *term)
{
    heading(term, "Commands");
    for (size_t i = 0; i < cli_command_count; i++)
        if (!cli_commands[i].hidden)
            row(term, cli_commands[i].name, 14, cli_commands[i].summary);
}

static void print_command(cli_run *cli, cli_term *term, const cli_command *command)
{
    cli_print(term, CLI_BOLD, "galley %s", command->name);
    cli_print(term, CLI_PLAIN, " [OPTION...]%s%s", *command->operands ? " " : "", command->operands);
    fputs("\n\n", term->file);
    wrap(term, command->description, 0, 0);
    print_flags(cli, term, command->bit);
    if (command->bit == CLI_CONVERT)
        print_statuses(cli, term);
}

static void print_overview(cli_run *cli, cli_term *term)
{
    cli_puts(term, CLI_BOLD, "galley");
    cli_puts(term, CLI_PLAIN, " puts damaged newspaper and magazine issues together again.");
    cli_newline(term);
    heading(term, "Usage");
    cli_puts(term, CLI_CYAN, "  galley convert dump.txt -o issue.epub");
    cli_newline(term);
    cli_puts(term, CLI_CYAN, "  galley COMMAND [OPTION...] [OPERAND...]");
    cli_newline(term);
    print_commands(term);
    print_flags(cli, term, CLI_ALL);
    print_statuses(cli, term);
    cli_newline(term);
    wrap(term, "`galley COMMAND --help` tells more, galley(1) all of it.", 0, 0);
}

void cli_print_help(cli_run *cli, cli_term *term)
{
    if (cli->command)
        print_command(cli, term, cli->command);
    else
        print_overview(cli, term);
}

void cli_print_version(cli_run *cli)
{
    cli_print(&cli->out, CLI_PLAIN, "galley %s", GALLEY_VERSION);
    cli_newline(&cli->out);
    cli_print(&cli->out, CLI_PLAIN, "libgalley %s, plugin ABI %d.%d", galley_version(), GALLEY_ABI_MAJOR,
              GALLEY_ABI_MINOR);
    cli_newline(&cli->out);
    cli_puts(&cli->out, CLI_PLAIN, "MIT licence; no warranty, to the extent permitted by law.");
    cli_newline(&cli->out);
}

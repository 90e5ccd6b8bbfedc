/* SPDX-License-Identifier: MIT
 * Completions for bash and zsh.  Commands and options are written out; the formats
 * are asked for when somebody presses the key, because plugins come and go. */
#include "cli/cli.h"

#define LEVELS "repaired unsure lost error fatal"
#define FORMATS(side) "galley formats 2>/dev/null | awk '/^[a-z]/ && $2 ~ /" side "/ { print $1 }'"

/* ---- bash ------------------------------------------------------------------- */

/* What compgen is told, by the kind of an argument. */
static const char *const bash_kinds[] = {
    [CLI_ANY] = "-W ''",
    [CLI_FILE] = "-f",
    [CLI_FOLDER] = "-d",
    [CLI_READER] = "-W \"$(" FORMATS("r") ")\"",
    [CLI_WRITER] = "-W \"$(" FORMATS("w") ")\"",
    [CLI_LEVELS] = "-W '" LEVELS "'",
    [CLI_COMMANDS] = "-W ''",
};

static void print_names(FILE *out, unsigned commands)
{
    const char *space = "";
    for (size_t i = 0; i < cli_flag_count; i++)
        if (!commands ? cli_flags[i].commands == CLI_ALL : (cli_flags[i].commands & commands) != 0) {
            fprintf(out, "%s--%s", space, cli_flags[i].name);
            space = " ";
        }
}

static void print_command_names(FILE *out, const char *between)
{
    bool first = true;
    for (size_t i = 0; i < cli_command_count; i++)
        if (!cli_commands[i].hidden) {
            fprintf(out, "%s%s", first ? "" : between, cli_commands[i].name);
            first = false;
        }
}

static void print_bash_values(FILE *out)
{
    fputs("    case $before in\n", out);
    for (size_t i = 0; i < cli_flag_count; i++) {
        const cli_flag *flag = &cli_flags[i];
        if (!flag->argument)
            continue;
        fputs("    ", out);
        if (flag->letter)
            fprintf(out, "-%c | ", flag->letter);
        fprintf(out, "--%s)\n        COMPREPLY=($(compgen %s -- \"$word\"))\n        return ;;\n", flag->name,
                bash_kinds[flag->kind]);
    }
    fputs("    esac\n", out);
}

static void print_bash_words(FILE *out)
{
    fputs("    case $command:$word in\n", out);
    for (size_t i = 0; i < cli_command_count; i++) {
        if (cli_commands[i].hidden)
            continue;
        fprintf(out, "    %s:-*) COMPREPLY=($(compgen -W '", cli_commands[i].name);
        print_names(out, cli_commands[i].bit);
        fputs("' -- \"$word\")) ;;\n", out);
    }
    fputs("    :-*) COMPREPLY=($(compgen -W '", out);
    print_names(out, 0);
    fputs("' -- \"$word\")) ;;\n    :*) COMPREPLY=($(compgen -W '", out);
    print_command_names(out, " ");
    fputs(" help' -- \"$word\")) ;;\n    *) COMPREPLY=($(compgen -f -- \"$word\")) ;;\n    esac\n", out);
}

void cli_print_bash(cli_run *cli, FILE *out)
{
    (void)cli;
    fputs("# bash completion for galley, printed by `galley generate bash`\n"
          "_galley()\n{\n"
          "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command='' i\n"
          "    for ((i = 1; i < COMP_CWORD; i++)); do\n"
          "        case ${COMP_WORDS[i]} in\n        ",
          out);
    print_command_names(out, " | ");
    fputs(")\n            command=${COMP_WORDS[i]}\n            break ;;\n        esac\n    done\n", out);
    print_bash_values(out);
    print_bash_words(out);
    fputs("}\ncomplete -o filenames -F _galley galley\n", out);
}

/* ---- zsh -------------------------------------------------------------------- */

static const char *const zsh_kinds[] = {
    [CLI_ANY] = " ",
    [CLI_FILE] = "_files",
    [CLI_FOLDER] = "_files -/",
    [CLI_READER] = "_galley_formats r",
    [CLI_WRITER] = "_galley_formats w",
    [CLI_LEVELS] = "(" LEVELS ")",
    [CLI_COMMANDS] = " ",
};

/* Inside [ ] and between colons, within single quotes. */
static void print_zsh_text(FILE *out, const char *text)
{
    for (; *text; text++) {
        if (strchr("[]:\\", *text))
            fputc('\\', out);
        fputs(*text == '\'' ? "'\\''" : (char[]){ *text, '\0' }, out);
    }
}

static void print_zsh_flag(FILE *out, const cli_flag *flag)
{
    const char *more = flag->type == CLI_LIST ? "*" : "";
    fputs("            ", out);
    if (flag->letter && !*more)
        fprintf(out, "'(-%c --%s)'", flag->letter, flag->name);
    if (flag->letter)
        fprintf(out, "%s{-%c%s,--%s%s}'[", *more ? "'*'" : "", flag->letter, flag->argument ? "+" : "", flag->name,
                flag->argument ? "=" : "");
    else
        fprintf(out, "'%s--%s%s[", more, flag->name, flag->argument ? "=" : "");
    print_zsh_text(out, flag->help);
    fputc(']', out);
    if (flag->argument)
        fprintf(out, ":%s:%s", flag->argument, zsh_kinds[flag->kind]);
    fputs("' \\\n", out);
}

static void print_zsh_command(FILE *out, const cli_command *command)
{
    fprintf(out, "    %s)\n        _arguments -s \\\n", command->name);
    for (size_t i = 0; i < cli_flag_count; i++)
        if (cli_flags[i].commands & command->bit)
            print_zsh_flag(out, &cli_flags[i]);
    fprintf(out, "            '*:operand:%s' ;;\n", *command->operands ? zsh_kinds[command->kind] : " ");
}

void cli_print_zsh(cli_run *cli, FILE *out)
{
    (void)cli;
    fputs("#compdef galley\n# zsh completion for galley, printed by `galley generate zsh`\n"
          "_galley_formats()\n{\n    local -a ids\n"
          "    ids=(${(f)\"$(galley formats 2>/dev/null | awk -v side=$1 '/^[a-z]/ && $2 ~ side { print $1 }')\"})\n"
          "    compadd -a ids\n}\n"
          "_galley()\n{\n    local context state state_descr line\n    typeset -A opt_args\n"
          "    local -a commands\n    commands=(\n",
          out);
    for (size_t i = 0; i < cli_command_count; i++) {
        if (cli_commands[i].hidden)
            continue;
        fprintf(out, "        '%s:", cli_commands[i].name);
        print_zsh_text(out, cli_commands[i].summary);
        fputs("'\n", out);
    }
    fputs("    )\n"
          "    _arguments -C '(- *)'{-h,--help}'[print help]' '(- *)'{-V,--version}'[print the version]' \\\n"
          "        '1:command:->command' '*::operand:->operand'\n"
          "    if [[ $state == command ]]; then\n        _describe command commands\n        return\n    fi\n"
          "    case $line[1] in\n",
          out);
    for (size_t i = 0; i < cli_command_count; i++)
        if (!cli_commands[i].hidden)
            print_zsh_command(out, &cli_commands[i]);
    fputs("    esac\n}\n_galley \"$@\"\n", out);
}

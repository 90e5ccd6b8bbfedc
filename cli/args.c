/* SPDX-License-Identifier: MIT
 * Words into options: --name value, --name=value, -n value, -nvalue, bundles of
 * letters without arguments; `--` ends options, `-` is an operand.  Options may
 * stand before and behind operands. */
#include "cli/cli.h"

#include <ctype.h>
#include <errno.h>
#include <stdlib.h>

typedef struct parsing {
    cli_run *cli;
    char **words; /* NULL-terminated; the next one */
} parsing;

static void *place_of(parsing *parse, const cli_flag *flag)
{
    return (char *)&parse->cli->options + flag->offset;
}

/* The command of a word, when none has come yet; `galley help x` and `galley --help x` work too. */
static bool fits(const parsing *parse, const cli_flag *flag)
{
    return !parse->cli->command || (flag->commands & parse->cli->command->bit);
}

/* ---- Values ----------------------------------------------------------------- */

static galley_status take_switch(parsing *parse, const cli_flag *flag, const char *value)
{
    (void)value;
    *(bool *)place_of(parse, flag) = true;
    return GALLEY_OK;
}

static galley_status take_word(parsing *parse, const cli_flag *flag, const char *value)
{
    const char **place = place_of(parse, flag);
    if (*place)
        return cli_misuse(parse->cli, "--%s is given twice", flag->name);
    *place = value;
    return GALLEY_OK;
}

static galley_status take_list(parsing *parse, const cli_flag *flag, const char *value)
{
    cli_words *list = place_of(parse, flag);
    list->items[list->count++] = value;
    return GALLEY_OK;
}

static bool parse_size(const char *value, uint64_t *out)
{
    static const char units[] = "KMGT";
    char *end;
    errno = 0;
    unsigned long long number = strtoull(value, &end, 10);
    if (!isdigit((unsigned char)*value) || errno || number == 0)
        return false;
    const char *unit = *end ? strchr(units, toupper((unsigned char)*end)) : NULL;
    unsigned shift = unit ? 10 * (unsigned)(unit - units + 1) : 0;
    end += unit != NULL;
    if (strcmp(end, "") != 0 && strcmp(end, "B") != 0 && !(unit && strcmp(end, "iB") == 0))
        return false;
    *out = (uint64_t)number << shift;
    return *out >> shift == number && *out <= SIZE_MAX;
}

static galley_status take_size(parsing *parse, const cli_flag *flag, const char *value)
{
    if (parse_size(value, place_of(parse, flag)))
        return GALLEY_OK;
    return cli_misuse(parse->cli, "--%s takes a size such as 64M or 2G, not %s", flag->name, value);
}

static galley_status take_count(parsing *parse, const cli_flag *flag, const char *value)
{
    char *end;
    errno = 0;
    unsigned long long number = strtoull(value, &end, 10);
    if (!isdigit((unsigned char)*value) || *end || errno || number == 0 || number > UINT32_MAX)
        return cli_misuse(parse->cli, "--%s takes a number from 1 on, not %s", flag->name, value);
    *(uint64_t *)place_of(parse, flag) = number;
    return GALLEY_OK;
}

static galley_status take_level(parsing *parse, const cli_flag *flag, const char *value)
{
    parse->cli->options.fails = true;
    if (galley_level_parse(value, place_of(parse, flag)))
        return GALLEY_OK;
    return cli_misuse(parse->cli, "--%s takes repaired, unsure, lost, error or fatal, not %s", flag->name, value);
}

static galley_status (*const take[])(parsing *parse, const cli_flag *flag, const char *value) = {
    [CLI_SWITCH] = take_switch, [CLI_WORD] = take_word,   [CLI_LIST] = take_list,
    [CLI_SIZE] = take_size,     [CLI_COUNT] = take_count, [CLI_LEVEL] = take_level,
};

/* ---- Words ------------------------------------------------------------------ */

static const cli_flag *find_long(const parsing *parse, galley_slice name)
{
    for (size_t i = 0; i < cli_flag_count; i++)
        if (fits(parse, &cli_flags[i]) && galley_slice_is(name, cli_flags[i].name))
            return &cli_flags[i];
    return NULL;
}

static const cli_flag *find_letter(const parsing *parse, char letter)
{
    for (size_t i = 0; i < cli_flag_count; i++)
        if (fits(parse, &cli_flags[i]) && cli_flags[i].letter == letter)
            return &cli_flags[i];
    return NULL;
}

/* The one option that begins like `name`, for "did you mean". */
static const char *similar(const parsing *parse, galley_slice name)
{
    for (size_t length = name.length; length >= 2; length--)
        for (size_t i = 0; i < cli_flag_count; i++)
            if (fits(parse, &cli_flags[i]) && strncmp(cli_flags[i].name, name.text, length) == 0)
                return cli_flags[i].name;
    return NULL;
}

static galley_status unknown(parsing *parse, const char *word, galley_slice name)
{
    const char *command = parse->cli->command ? parse->cli->command->name : "";
    const char *near = similar(parse, name);
    if (near)
        return cli_misuse(parse->cli, "there is no option %s; did you mean --%s?", word, near);
    return cli_misuse(parse->cli, "there is no option %s; `galley%s%s --help` lists them", word, *command ? " " : "",
                      command);
}

static galley_status take_long(parsing *parse, const char *word)
{
    const char *equals = strchr(word, '=');
    galley_slice name = galley_slice_of(word + 2);
    if (equals)
        name.length = (size_t)(equals - word - 2);
    const cli_flag *flag = find_long(parse, name);
    if (!flag)
        return unknown(parse, word, name);
    if (!flag->argument && equals)
        return cli_misuse(parse->cli, "--%s takes no value", flag->name);
    const char *value = equals ? equals + 1 : flag->argument ? *parse->words : NULL;
    if (flag->argument && !value)
        return cli_misuse(parse->cli, "--%s wants a value: %s", flag->name, flag->argument);
    parse->words += flag->argument && !equals;
    return take[flag->type](parse, flag, value);
}

static galley_status take_letters(parsing *parse, const char *word)
{
    for (const char *letter = word + 1; *letter; letter++) {
        const cli_flag *flag = find_letter(parse, *letter);
        if (!flag)
            return unknown(parse, word, galley_slice_of(""));
        if (!flag->argument) {
            take[flag->type](parse, flag, NULL);
            continue;
        }
        const char *value = letter[1] ? letter + 1 : *parse->words;
        if (!value)
            return cli_misuse(parse->cli, "-%c wants a value: %s", *letter, flag->argument);
        parse->words += !letter[1];
        return take[flag->type](parse, flag, value);
    }
    return GALLEY_OK;
}

static galley_status take_operand(parsing *parse, const char *word)
{
    cli_run *cli = parse->cli;
    if (cli->command) {
        cli->options.operands.items[cli->options.operands.count++] = word;
        return GALLEY_OK;
    }
    if (strcmp(word, "help") == 0) {
        cli->options.help = true;
        return GALLEY_OK;
    }
    cli->command = cli_find_command(word);
    return cli->command ? GALLEY_OK : cli_misuse(cli, "there is no command %s; `galley --help` lists them", word);
}

static bool make_lists(cli_run *cli, int count)
{
    cli_words *lists[] = { &cli->options.set, &cli->options.plugin_dirs, &cli->options.operands };
    bool made = true;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        lists[i]->items = galley_arena_array(cli->arena, (size_t)count + 1, sizeof *lists[i]->items);
        made = made && lists[i]->items;
    }
    return made;
}

galley_status cli_parse(cli_run *cli, int count, char **words)
{
    parsing parse = { .cli = cli, .words = count > 0 ? words + 1 : words };
    bool options = true;
    galley_status status = make_lists(cli, count) ? GALLEY_OK : GALLEY_MEMORY;
    while (status == GALLEY_OK && *parse.words) {
        const char *word = *parse.words++;
        if (!options || word[0] != '-' || !word[1])
            status = take_operand(&parse, word);
        else if (strcmp(word, "--") == 0)
            options = false;
        else
            status = word[1] == '-' ? take_long(&parse, word) : take_letters(&parse, word);
    }
    return status;
}

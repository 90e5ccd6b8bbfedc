/* SPDX-License-Identifier: MIT
 * The command line.  What can be said is declared once (declare.c): the parser, all
 * help, the manual and the completions are made from it.  Everything a run needs
 * stands in one struct on main's stack. */
#ifndef GALLEY_CLI_H
#define GALLEY_CLI_H

#include <stdio.h>

#include <galley/galley.h>

/* ---- What can be said ------------------------------------------------------- */

typedef struct cli_words {
    const char **items; /* NULL-terminated, never NULL after parsing */
    size_t count;
} cli_words;

typedef struct cli_options {
    const char *output, *from, *to, *index, *schema, *weights, *hints, *profile;
    const char *title, *date, *number, *language, *publisher, *issn, *cn;
    cli_words set, plugin_dirs, operands;
    const char *article;
    uint64_t limit_memory, limit_input, line, page; /* 0: not given */
    galley_level fail_on;
    bool fails, quiet, verbose, json, list, help, version; /* fails: --fail-on was given */
} cli_options;

typedef enum cli_flag_type {
    CLI_SWITCH, /* bool */
    CLI_WORD,   /* const char * */
    CLI_LIST,   /* cli_words: may be repeated */
    CLI_SIZE,   /* uint64_t: 64M, 2G */
    CLI_COUNT,  /* uint64_t: 1, 2, 3 … */
    CLI_LEVEL   /* galley_level, sets `fails` */
} cli_flag_type;

/* What an argument is, for the completions. */
typedef enum cli_kind { CLI_ANY, CLI_FILE, CLI_FOLDER, CLI_READER, CLI_WRITER, CLI_LEVELS, CLI_COMMANDS } cli_kind;

enum cli_command_bit {
    CLI_CONVERT = 1,
    CLI_INSPECT = 2,
    CLI_FORMATS = 4,
    CLI_PLUGINS = 8,
    CLI_GENERATE = 16,
    CLI_EXPLAIN = 32,
    CLI_ALL = 63
};

typedef struct cli_flag {
    char letter; /* 0: none */
    const char *name, *argument, *help;
    cli_flag_type type;
    cli_kind kind;
    size_t offset;     /* in cli_options */
    unsigned commands; /* that take it */
} cli_flag;

typedef struct cli_run cli_run;

typedef struct cli_command {
    unsigned bit;
    const char *name, *operands, *summary;
    const char *description; /* paragraphs for --help and the manual */
    cli_kind kind;           /* of its operands */
    galley_status (*run)(cli_run *cli);
    bool hidden; /* for the build: in no help */
} cli_command;

extern const cli_flag cli_flags[];
extern const size_t cli_flag_count;
extern const cli_command cli_commands[];
extern const size_t cli_command_count;

const cli_command *cli_find_command(const char *name);

/* ---- A run ------------------------------------------------------------------ */

/* A stream that may be a terminal. */
typedef struct cli_term {
    FILE *file;
    bool terminal, colour;
    int width; /* cells; 0: no limit */
} cli_term;

struct cli_run {
    const cli_command *command; /* NULL: none was named */
    cli_options options;
    galley_arena *arena;
    galley_findings *findings;
    galley_host *host;
    cli_term out, err;
    size_t told; /* findings that were printed */
};

/* args.c: fills cli->command and cli->options; GALLEY_USAGE with a finding. */
galley_status cli_parse(cli_run *cli, int count, char **words);

/* findings.c: prints what has not been printed yet; `status` is how the run stands. */
void cli_print_findings(cli_run *cli, galley_status status);

/* GALLEY_FOUND instead of GALLEY_OK when a finding reached --fail-on. */
galley_status cli_judge(const cli_run *cli, galley_status status);

/* A finding about the words of the command line; returns GALLEY_USAGE. */
galley_status cli_misuse(cli_run *cli, const char *format, ...) GALLEY_PRINTF(2, 3);

/* help.c */
void cli_print_help(cli_run *cli, cli_term *term);
void cli_print_version(cli_run *cli);
const char *cli_flag_usage(galley_arena *arena, const cli_flag *flag); /* "-o, --output FILE" */

/* load.c: the host, and an issue from the operands; what convert and inspect share. */
galley_status cli_open_host(cli_run *cli);
galley_status cli_assignments(cli_run *cli, galley_assignment **out);
galley_status cli_load(cli_run *cli, const galley_assignment *settings, galley_issue **out,
                       const galley_format **reader);

/* summary.c */
typedef struct cli_outcome {
    const galley_issue *issue;
    const galley_format *reader, *writer;
    const char *path;
} cli_outcome;
void cli_print_summary(cli_run *cli, const cli_outcome *outcome);
bool cli_needs_look(const galley_article *article);
galley_slice cli_headline(const galley_article *article);
uint64_t cli_count_characters(galley_slice text);
const char *cli_plural(size_t count); /* "" or "s" */

/* The commands. */
galley_status cli_convert(cli_run *cli);
galley_status cli_inspect(cli_run *cli);
galley_status cli_explain(cli_run *cli);
galley_status cli_formats(cli_run *cli);
galley_status cli_plugins(cli_run *cli);
galley_status cli_generate(cli_run *cli);

/* manual.c, completion.c */
void cli_print_manual(cli_run *cli, FILE *out);
void cli_print_bash(cli_run *cli, FILE *out);
void cli_print_zsh(cli_run *cli, FILE *out);

/* ---- term.c ----------------------------------------------------------------- */

typedef enum cli_style { CLI_PLAIN, CLI_BOLD, CLI_DIM, CLI_RED, CLI_YELLOW, CLI_GREEN, CLI_CYAN } cli_style;

cli_term cli_term_open(FILE *file);

/* Text that may come from an input: controls and bytes that are no UTF-8 are shown as
 * escapes, so that no file moves the cursor. */
void cli_put(cli_term *term, cli_style style, galley_slice text);
void cli_puts(cli_term *term, cli_style style, const char *text);
void cli_print(cli_term *term, cli_style style, const char *format, ...) GALLEY_PRINTF(3, 4);
void cli_newline(cli_term *term);
void cli_pad(cli_term *term, int cells);

/* At most `cells` cells of a text, with "…" where it was cut. */
void cli_put_cut(cli_term *term, cli_style style, galley_slice text, int cells);

/* "12,345" in the arena. */
const char *cli_number(galley_arena *arena, uint64_t number);

/* A line that comes after about a second of work, on a terminal only. */
typedef struct cli_progress {
    cli_term *term;
    uint64_t started, shown; /* milliseconds */
    bool visible;
} cli_progress;
cli_progress cli_progress_start(cli_term *term);
void cli_progress_show(void *state, size_t done, size_t total);
void cli_progress_end(cli_progress *progress);

/* ---- json.c: enough JSON for lists of formats and plugins -------------------- */

typedef struct cli_json {
    FILE *file;
    int depth;
    bool fresh; /* nothing was written at this depth yet */
} cli_json;
void cli_json_open(cli_json *json, const char *key, char bracket);
void cli_json_close(cli_json *json, char bracket);
void cli_json_text(cli_json *json, const char *key, const char *value); /* NULL: null */
void cli_json_number(cli_json *json, const char *key, long value);
void cli_json_flag(cli_json *json, const char *key, bool value);

#endif

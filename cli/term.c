/* SPDX-License-Identifier: MIT
 * What a person sees: colour only where a terminal shows it and nobody said no,
 * widths in cells, no control character of an input, a progress line after a
 * second of work. */
#include "config.h"

#include "cli/cli.h"

#include <stdlib.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

#define PATIENCE 1000 /* milliseconds before a progress line */
#define FRAME 100     /* milliseconds between two of them */

static int width_of(FILE *file)
{
    struct winsize size;
    if (ioctl(fileno(file), TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return 80;
}

cli_term cli_term_open(FILE *file)
{
    const char *refused = getenv("NO_COLOR"), *kind = getenv("TERM");
    cli_term term = { .file = file, .terminal = isatty(fileno(file)) == 1 };
    term.colour = term.terminal && !(refused && *refused) && kind && strcmp(kind, "dumb") != 0;
    term.width = term.terminal ? width_of(file) : 0;
    return term;
}

/* ---- Text ------------------------------------------------------------------- */

static const char *const sequences[] = {
    [CLI_BOLD] = "\033[1m",    [CLI_DIM] = "\033[2m",    [CLI_RED] = "\033[31m",
    [CLI_YELLOW] = "\033[33m", [CLI_GREEN] = "\033[32m", [CLI_CYAN] = "\033[36m",
};

static void begin(cli_term *term, cli_style style)
{
    if (term->colour && style != CLI_PLAIN)
        fputs(sequences[style], term->file);
}

static void end(cli_term *term, cli_style style)
{
    if (term->colour && style != CLI_PLAIN)
        fputs("\033[0m", term->file);
}

/* Controls (C0, DEL, C1), line separators, and what turns the direction of a line round. */
static bool is_unsafe(uint32_t code)
{
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069) || code == 0x200e || code == 0x200f || code == 0xfeff;
}

static int cells_of(uint32_t code, bool broken)
{
    return broken ? 4 : is_unsafe(code) ? (code < 0x100 ? 4 : 6) : galley_code_cells(code, false);
}

/* Writes one character; `from` is its first byte. */
static void put_code(FILE *file, uint32_t code, const char *from, size_t bytes, bool broken)
{
    if (broken)
        fprintf(file, "\\x%02x", (unsigned char)*from);
    else if (is_unsafe(code))
        fprintf(file, code < 0x100 ? "\\x%02x" : "\\u%04x", (unsigned)code);
    else
        fwrite(from, 1, bytes, file);
}

/* Writes until `limit` cells are used; returns where it stopped. */
static const char *put_cells(FILE *file, galley_slice text, int limit)
{
    const char *at = text.text, *stop = galley_slice_end(text);
    while (at < stop) {
        const char *from = at;
        uint32_t code = galley_text_next(&at, stop);
        bool broken = code == 0xfffd && at - from == 1;
        limit -= cells_of(code, broken);
        if (limit < 0)
            return from;
        put_code(file, code, from, (size_t)(at - from), broken);
    }
    return at;
}

void cli_put(cli_term *term, cli_style style, galley_slice text)
{
    if (!text.length)
        return;
    begin(term, style);
    put_cells(term->file, text, INT32_MAX);
    end(term, style);
}

void cli_puts(cli_term *term, cli_style style, const char *text)
{
    cli_put(term, style, galley_slice_of(text));
}

void cli_print(cli_term *term, cli_style style, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    char *text = NULL;
    int length = vasprintf(&text, format, arguments);
    va_end(arguments);
    if (length >= 0)
        cli_put(term, style, (galley_slice){ text, (size_t)length });
    free(text);
}

void cli_newline(cli_term *term)
{
    fputc('\n', term->file);
}

void cli_pad(cli_term *term, int cells)
{
    for (; cells > 0; cells--)
        fputc(' ', term->file);
}

static int count_cells(galley_slice text)
{
    int cells = 0;
    for (const char *at = text.text, *stop = galley_slice_end(text); at < stop;) {
        const char *from = at;
        uint32_t code = galley_text_next(&at, stop);
        cells += cells_of(code, code == 0xfffd && at - from == 1);
    }
    return cells;
}

void cli_put_cut(cli_term *term, cli_style style, galley_slice text, int cells)
{
    if (count_cells(text) <= cells) {
        cli_put(term, style, text);
        return;
    }
    begin(term, style);
    put_cells(term->file, text, cells - 1);
    fputs("…", term->file);
    end(term, style);
}

const char *cli_number(galley_arena *arena, uint64_t number)
{
    if (number < 1000)
        return galley_arena_print(arena, "%u", (unsigned)number);
    return galley_arena_print(arena, "%s,%03u", cli_number(arena, number / 1000), (unsigned)(number % 1000));
}

/* ---- Progress --------------------------------------------------------------- */

static uint64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000 + (uint64_t)time.tv_nsec / 1000000;
}

cli_progress cli_progress_start(cli_term *term)
{
    return (cli_progress){ .term = term, .started = now() };
}

void cli_progress_show(void *state, size_t done, size_t total)
{
    cli_progress *progress = state;
    uint64_t at = now();
    if (!progress->term->terminal || at - progress->started < PATIENCE || at - progress->shown < FRAME)
        return;
    progress->shown = at;
    progress->visible = true;
    fprintf(progress->term->file, "\rgalley: page %zu of %zu\033[K", done, total);
    fflush(progress->term->file);
}

void cli_progress_end(cli_progress *progress)
{
    if (progress->visible)
        fputs("\r\033[K", progress->term->file);
    progress->visible = false;
}

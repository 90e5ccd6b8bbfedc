/* SPDX-License-Identifier: MIT
 * A list of findings in an arena of its own.  All are counted, by level and by code;
 * the first GALLEY_FINDINGS_KEPT of a code are kept. */
#include <galley/finding.h>

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <galley/arena.h>

typedef struct code_count {
    const char *code;
    size_t count;
} code_count;

struct galley_findings {
    galley_arena *arena;
    GALLEY_VECTOR(galley_finding) kept;
    GALLEY_VECTOR(code_count) codes;
    size_t levels[GALLEY_LEVEL_COUNT];
};

static const char *const level_names[GALLEY_LEVEL_COUNT] = {
    [GALLEY_REPAIRED] = "repaired", [GALLEY_UNSURE] = "unsure", [GALLEY_LOST] = "lost",
    [GALLEY_ERROR] = "error",       [GALLEY_FATAL] = "fatal",
};

galley_findings *galley_findings_new(void)
{
    galley_arena *arena = galley_arena_new(0);
    galley_findings *findings = arena ? galley_arena_alloc(arena, sizeof *findings) : NULL;
    if (!findings) {
        galley_arena_drop(arena);
        return NULL;
    }
    findings->arena = arena;
    return findings;
}

void galley_findings_drop(galley_findings *findings)
{
    if (findings)
        galley_arena_drop(findings->arena);
}

static code_count *count_of(galley_findings *findings, const char *code)
{
    for (size_t i = 0; i < findings->codes.count; i++)
        if (strcmp(findings->codes.items[i].code, code) == 0)
            return &findings->codes.items[i];
    code_count *added = galley_push(findings->arena, &findings->codes);
    if (added)
        added->code = galley_arena_print(findings->arena, "%s", code);
    return added;
}

static void add(galley_findings *findings, galley_level level, const char *code, galley_place place, const char *format,
                va_list arguments)
{
    if (!findings)
        return;
    findings->levels[level]++;
    code_count *count = count_of(findings, code);
    galley_finding *kept =
        count && count->count++ < GALLEY_FINDINGS_KEPT ? galley_push(findings->arena, &findings->kept) : NULL;
    if (!kept)
        return;
    if (place.file)
        place.file = galley_arena_print(findings->arena, "%s", place.file);
    *kept = (galley_finding){ .level = level,
                              .code = count->code,
                              .place = place,
                              .text = galley_arena_vprint(findings->arena, format, arguments) };
}

void galley_find(galley_findings *findings, galley_level level, const char *code, galley_place place,
                 const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(findings, level, code, place, format, arguments);
    va_end(arguments);
}

galley_status galley_fail(galley_findings *findings, galley_status status, const char *code, galley_place place,
                          const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    add(findings, GALLEY_FATAL, code, place, format, arguments);
    va_end(arguments);
    return status;
}

size_t galley_findings_kept(const galley_findings *findings)
{
    return findings->kept.count;
}

const galley_finding *galley_findings_at(const galley_findings *findings, size_t index)
{
    return index < findings->kept.count ? &findings->kept.items[index] : NULL;
}

size_t galley_findings_count(const galley_findings *findings, galley_level level)
{
    return (unsigned)level < GALLEY_LEVEL_COUNT ? findings->levels[level] : 0;
}

size_t galley_findings_count_code(const galley_findings *findings, const char *code)
{
    for (size_t i = 0; i < findings->codes.count; i++)
        if (strcmp(findings->codes.items[i].code, code) == 0)
            return findings->codes.items[i].count;
    return 0;
}

bool galley_findings_reached(const galley_findings *findings, galley_level level)
{
    for (unsigned at = level; findings && at < GALLEY_LEVEL_COUNT; at++)
        if (findings->levels[at])
            return true;
    return false;
}

const char *galley_level_name(galley_level level)
{
    return (unsigned)level < GALLEY_LEVEL_COUNT ? level_names[level] : "unknown";
}

bool galley_level_parse(const char *name, galley_level *out)
{
    for (unsigned level = 0; level < GALLEY_LEVEL_COUNT; level++)
        if (strcmp(name, level_names[level]) == 0) {
            *out = (galley_level)level;
            return true;
        }
    return false;
}

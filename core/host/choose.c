/* SPDX-License-Identifier: MIT
 * Which format is it?  Name and content agree > content alone > name alone.  Those
 * that claim the name are loaded and asked first, and when one of them knows the
 * content nobody else is loaded; otherwise all readers are asked.  Two that are
 * equally sure are a question for the user: folder order never decides.  A name that
 * only writers claim is no plain text: a guess does not win over it. */
#include "config.h"

#include "core/host/plugins.h"

#include <string.h>
#include <strings.h>

#define PROBE_BYTES ((size_t)64 << 10)
#define GUESS 20 /* under it a probe only guesses that it is plain text */

typedef struct choice {
    galley_host *host;
    unsigned capability; /* GALLEY_READS or GALLEY_WRITES */
    const char *name;    /* of the file */
    galley_slice bytes;  /* to probe */
    bool whole;
    int best;                                 /* the highest score so far */
    GALLEY_VECTOR(const galley_format *) top; /* those who gave it */
} choice;

/* ---- Names ------------------------------------------------------------------ */

static bool ends_with(const char *name, size_t length, const char *extension)
{
    size_t size = strlen(extension);
    return length > size + 1 && name[length - size - 1] == '.' &&
           strncasecmp(name + length - size, extension, size) == 0;
}

/* x.txt.gz is named like x.txt: gzip is seen through. */
static bool claims(const galley_format *format, const char *name)
{
    size_t length = strlen(name);
    for (const char *const *extension = format->extensions; *extension; extension++)
        if (ends_with(name, length, *extension) ||
            (ends_with(name, length, "gz") && ends_with(name, length - 3, *extension)))
            return true;
    return false;
}

static bool can(const choice *choose, const galley_format *format)
{
    return (format->capabilities & choose->capability) != 0;
}

static const char *verb(const choice *choose)
{
    return choose->capability == GALLEY_READS ? "read" : "written";
}

static const char *flag(const choice *choose)
{
    return choose->capability == GALLEY_READS ? "--from" : "--to";
}

/* "epub, json and tei": the ids of what can be read or written. */
static const char *all_ids(const choice *choose)
{
    const char *list = "";
    for (size_t i = 0, count = 0; i < choose->host->formats.count; i++) {
        const galley_format *format = choose->host->formats.items[i].format;
        if (can(choose, format))
            list = galley_arena_print(choose->host->arena, "%s%s%s", list, count++ ? ", " : "", format->id);
    }
    return *list ? list : "nothing, because no plugin was found (--plugin-dir says where they are)";
}

/* ---- Refusals --------------------------------------------------------------- */

/* The refused plugin that somebody means: by the name of a format, or by an extension. */
static const plugin_file *refused(const galley_host *host, const char *id, const char *name)
{
    for (size_t i = 0; i < host->files.count; i++) {
        const plugin_file *file = host->files.items[i];
        const char *stem = file->info.name;
        if (file->info.refusal && ((id && strcmp(id, stem) == 0) || (name && ends_with(name, strlen(name), stem))))
            return file;
    }
    return NULL;
}

static galley_status refuse(const plugin_file *file, galley_findings *findings)
{
    return galley_fail(findings, GALLEY_REFUSED, "plugin.refused", (galley_place){ .file = file->info.path }, "%s",
                       file->info.refusal);
}

/* The last step of every choice: load it. */
static galley_status take(const choice *choose, const galley_format *format, galley_findings *findings,
                          const galley_format **out)
{
    if (!host_ready(choose->host, format))
        return refuse(host_file(choose->host, format), findings);
    *out = format;
    return GALLEY_OK;
}

static galley_status by_id(const choice *choose, const char *id, galley_findings *findings, const galley_format **out)
{
    const galley_format *format = galley_host_find(choose->host, id);
    if (format && can(choose, format))
        return take(choose, format, findings, out);
    const plugin_file *file = format ? NULL : refused(choose->host, id, NULL);
    if (file)
        return refuse(file, findings);
    return galley_fail(findings, GALLEY_USAGE, "format.unknown", (galley_place){ 0 }, "%s %s: %s; what can be %s: %s",
                       flag(choose), id, format ? "that format has no such side" : "no plugin knows that format",
                       verb(choose), all_ids(choose));
}

static galley_status tie(const choice *choose, galley_findings *findings)
{
    const char *list = "";
    for (size_t i = 0; i < choose->top.count; i++)
        list = galley_arena_print(choose->host->arena, "%s%s%s", list, i ? ", " : "", choose->top.items[i]->id);
    return galley_fail(findings, GALLEY_USAGE, "format.tie", (galley_place){ .file = choose->name },
                       "several formats fit equally well (%s); say which with %s", list, flag(choose));
}

/* ---- Weighing --------------------------------------------------------------- */

static void put_on_top(choice *choose, const galley_format *format, int score)
{
    if (score > choose->best)
        choose->top.count = 0;
    choose->best = score;
    const galley_format **kept = galley_push(choose->host->arena, &choose->top);
    if (kept)
        *kept = format;
}

static void probe(choice *choose, const galley_format *format)
{
    if (!host_ready(choose->host, format))
        return;
    int score = format->probe(choose->bytes, choose->whole, choose->name);
    score = score > 100 ? 100 : score;
    if (score > 0 && score >= choose->best)
        put_on_top(choose, format, score);
}

/* Asks the formats that claim the name, or the others. */
static void probe_all(choice *choose, bool claiming)
{
    for (size_t i = 0; i < choose->host->formats.count; i++) {
        const galley_format *format = choose->host->formats.items[i].format;
        if (can(choose, format) && claims(format, choose->name) == claiming)
            probe(choose, format);
    }
}

static void name_all(choice *choose)
{
    for (size_t i = 0; i < choose->host->formats.count; i++) {
        const galley_format *format = choose->host->formats.items[i].format;
        if (can(choose, format) && claims(format, choose->name))
            put_on_top(choose, format, 0);
    }
}

/* The format that claims the name, where it is written only and no reader claims it, too. */
static const galley_format *written_only(const choice *choose)
{
    const galley_format *writer = NULL;
    for (size_t i = 0; i < choose->host->formats.count; i++) {
        const galley_format *format = choose->host->formats.items[i].format;
        if (!claims(format, choose->name))
            continue;
        if (can(choose, format))
            return NULL;
        writer = writer ? writer : format;
    }
    return writer;
}

static galley_status refuse_written(const choice *choose, const galley_format *writer, galley_findings *findings)
{
    return galley_fail(findings, GALLEY_FORMAT, "format.written", (galley_place){ .file = choose->name },
                       "its name says that it is %s, which can be written but not read; what can be read: %s "
                       "(--from says which it is)",
                       writer->id, all_ids(choose));
}

static galley_status unknown_input(const choice *choose, galley_findings *findings)
{
    const plugin_file *file = refused(choose->host, NULL, choose->name);
    if (file)
        return refuse(file, findings);
    return galley_fail(
        findings, GALLEY_FORMAT, "format.unknown", (galley_place){ .file = choose->name }, "%s; what can be read: %s",
        choose->bytes.length ? "neither its name nor its content is known" : "it is empty", all_ids(choose));
}

galley_status galley_host_reader(galley_host *host, const galley_source *source, const char *id,
                                 galley_findings *findings, const galley_format **out)
{
    galley_slice bytes = galley_source_bytes(source);
    choice choose = { .host = host,
                      .capability = GALLEY_READS,
                      .name = galley_source_name(source),
                      .bytes = { bytes.text, bytes.length < PROBE_BYTES ? bytes.length : PROBE_BYTES },
                      .whole = bytes.length <= PROBE_BYTES };
    *out = NULL;
    if (id)
        return by_id(&choose, id, findings, out);
    probe_all(&choose, true);
    if (!choose.top.count)
        probe_all(&choose, false);
    const galley_format *writer = choose.best < GUESS ? written_only(&choose) : NULL;
    if (writer)
        return refuse_written(&choose, writer, findings);
    if (!choose.top.count)
        name_all(&choose);
    if (choose.top.count > 1)
        return tie(&choose, findings);
    if (!choose.top.count)
        return unknown_input(&choose, findings);
    return take(&choose, choose.top.items[0], findings, out);
}

galley_status galley_host_writer(galley_host *host, const char *path, const char *id, galley_findings *findings,
                                 const galley_format **out)
{
    choice choose = { .host = host, .capability = GALLEY_WRITES, .name = path };
    *out = NULL;
    if (id)
        return by_id(&choose, id, findings, out);
    name_all(&choose);
    if (choose.top.count > 1)
        return tie(&choose, findings);
    if (choose.top.count)
        return take(&choose, choose.top.items[0], findings, out);
    const plugin_file *file = refused(host, NULL, path);
    if (file)
        return refuse(file, findings);
    return galley_fail(findings, GALLEY_USAGE, "format.unknown", (galley_place){ .file = path },
                       "the name does not say in which format to write; add --to with one of: %s", all_ids(&choose));
}

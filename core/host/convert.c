/* SPDX-License-Identifier: MIT
 * The way of the data, as one call in and one call out.  The issue owns its
 * sources, so that texts may point into them.  What went wrong has been told by
 * whoever found it; only a cap that was reached silently is told here. */
#include <galley/convert.h>
#include <galley/lower.h>

#include <stdio.h>

typedef struct loading {
    galley_host *host;
    const galley_load_request *request;
    galley_findings *findings;
    galley_issue *issue;
    galley_source **sources;
    const galley_format *format;
} loading;

static const char *first_name(const loading *load)
{
    return load->sources && load->sources[0] ? galley_source_name(load->sources[0]) : load->request->inputs[0];
}

static size_t count_fatal(const galley_findings *findings)
{
    return findings ? galley_findings_count(findings, GALLEY_FATAL) : 0;
}

/* Readers and passes return an arena's failure as it is; the sentence is made here, unless one
 * came since `told` were counted. */
static galley_status explain(galley_status status, const galley_issue *issue, const char *name,
                             galley_findings *findings, size_t told)
{
    galley_place place = { .file = name };
    if (status == GALLEY_OK)
        status = galley_issue_status(issue);
    if (status == GALLEY_OK || count_fatal(findings) > told)
        return status;
    if (status == GALLEY_LIMIT)
        return galley_fail(findings, status, "convert.memory", place,
                           "the issue needs more than %zu MiB of memory, which is the cap; --limit-memory raises it",
                           galley_arena_cap(issue->arena) >> 20);
    return galley_fail(findings, status, "convert.failed", place, "%s", galley_status_phrase(status));
}

static galley_status open_sources(loading *load)
{
    const galley_load_request *request = load->request;
    galley_arena *arena = load->issue->arena;
    load->sources = galley_arena_array(arena, request->input_count + 1, sizeof *load->sources);
    for (size_t i = 0; load->sources && i < request->input_count; i++) {
        galley_status status =
            galley_source_open(request->inputs[i], request->source_cap, load->findings, &load->sources[i]);
        if (status != GALLEY_OK)
            return status;
        status = galley_arena_own(arena, load->sources[i], galley_source_close);
        if (status != GALLEY_OK) {
            load->sources[i] = NULL; /* it was closed at once */
            return status;
        }
    }
    return galley_arena_status(arena);
}

static galley_status choose_reader(loading *load)
{
    galley_status status =
        galley_host_reader(load->host, load->sources[0], load->request->from, load->findings, &load->format);
    if (status != GALLEY_OK || load->request->input_count == 1 || (load->format->capabilities & GALLEY_MANY_FILES))
        return status;
    return galley_fail(load->findings, GALLEY_USAGE, "convert.inputs", (galley_place){ .file = first_name(load) },
                       "the format %s is one file an issue; give one input", load->format->id);
}

static galley_status read_issue(loading *load)
{
    const galley_load_request *request = load->request;
    galley_settings *settings = galley_settings_new(load->format->options, load->format->option_count);
    if (!settings)
        return GALLEY_MEMORY;
    galley_status status = GALLEY_OK;
    for (size_t i = 0; i < request->setting_count && status == GALLEY_OK; i++) {
        const galley_assignment *given = &request->settings[i];
        if (galley_settings_has(settings, given->name))
            status = galley_settings_set(settings, given->name, given->value, load->findings);
    }
    if (status == GALLEY_OK)
        status = load->format->read(load->issue, load->sources, request->input_count, settings, load->findings);
    galley_settings_drop(settings);
    return status;
}

/* What the user says wins over what was read and over what the repair found. */
static bool take_given(galley_issue *issue, const galley_meta *given)
{
    const struct {
        galley_slice from, *to;
    } pairs[] = {
        { given->title, &issue->meta.title },
        { given->date, &issue->meta.date },
        { given->number, &issue->meta.number },
        { given->language, &issue->meta.language },
        { given->publisher, &issue->meta.publisher },
        { given->place, &issue->meta.place },
        { given->issn, &issue->meta.issn },
        { given->cn, &issue->meta.cn },
        { given->subtitle, &issue->meta.subtitle },
        { given->edition, &issue->meta.edition },
        { given->volume, &issue->meta.volume },
        { given->editor, &issue->meta.editor },
        { given->licence, &issue->meta.licence },
        { given->source_url, &issue->meta.source_url },
        { given->previous, &issue->meta.previous },
        { given->next, &issue->meta.next },
        { given->conversion, &issue->meta.conversion },
    };
    bool any = false;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++)
        if (pairs[i].from.length) {
            *pairs[i].to = galley_arena_copy(issue->arena, pairs[i].from);
            any = true;
        }
    return any;
}

/* A file beside the inputs; the issue owns it. */
static galley_status open_beside(loading *load, const char *path, const galley_source **out)
{
    galley_source *source = NULL;
    if (!path)
        return GALLEY_OK;
    galley_status status = galley_source_open(path, load->request->source_cap, load->findings, &source);
    if (status == GALLEY_OK)
        status = galley_arena_own(load->issue->arena, source, galley_source_close);
    if (status == GALLEY_OK)
        *out = source;
    return status;
}

static galley_status repair_issue(loading *load)
{
    galley_repair_options options = load->request->repair;
    galley_status status = open_beside(load, load->request->hints, &options.hints);
    if (status == GALLEY_OK)
        status = open_beside(load, load->request->profile, &options.profile);
    if (status != GALLEY_OK)
        return status;
    if (!options.language && load->issue->meta.language.length)
        options.language = galley_arena_copy(load->issue->arena, load->issue->meta.language).text;
    return galley_repair(load->issue, &options, load->findings);
}

/* ---- Telling ---------------------------------------------------------------- */

/* The place is made only for those that are kept: there may be a repair for every line. */
static void tell_repair(galley_issue *issue, const galley_repair_record *record, galley_findings *findings)
{
    char code[64] = "repair.";
    strncat(code, record->kind, sizeof code - sizeof "repair.");
    bool kept = findings && galley_findings_count_code(findings, code) < GALLEY_FINDINGS_KEPT;
    galley_place place = kept ? galley_line_place(issue, record->line, 0) : (galley_place){ 0 };
    galley_find(findings, GALLEY_REPAIRED, code, place, "%s", record->why ? record->why : record->kind);
}

/* Where an article begins: the first line of any of its texts. */
static void first_line(void *state, const char *role, const galley_text *text)
{
    (void)role;
    uint32_t *line = state;
    for (uint32_t i = 0; i < text->span_count; i++)
        if (text->spans[i].line < *line)
            *line = text->spans[i].line;
}

static void tell_article(const galley_issue *issue, const galley_article *article, galley_findings *findings)
{
    uint32_t line = GALLEY_NONE;
    if (!article->note.length && article->confidence >= GALLEY_DOUBT)
        return;
    galley_article_visit(article, first_line, &line);
    galley_find(findings, GALLEY_UNSURE, "article.look", galley_line_place(issue, line, 0),
                "the article %.*s needs a look: %.*s", GALLEY_SHOW(article->id),
                GALLEY_SHOW(article->note.length ? article->note : galley_slice_of("the evidence for it is weak")));
}

static void tell(galley_issue *issue, galley_findings *findings)
{
    for (size_t i = 0; i < issue->repairs.count; i++)
        tell_repair(issue, &issue->repairs.items[i], findings);
    for (size_t i = 0; i < issue->articles.count; i++)
        tell_article(issue, issue->articles.items[i], findings);
}

static galley_status run(loading *load)
{
    size_t told = count_fatal(load->findings);
    galley_status status = open_sources(load);
    if (status == GALLEY_OK)
        status = choose_reader(load);
    if (status == GALLEY_OK)
        status = read_issue(load);
    if (status == GALLEY_OK)
        status = galley_issue_status(load->issue);
    if (status == GALLEY_OK) {
        take_given(load->issue, &load->request->given);
        status = repair_issue(load);
    }
    if (status == GALLEY_OK) {
        bool given = take_given(load->issue, &load->request->given);
        if (given || !load->issue->meta.id.length)
            galley_issue_identify(load->issue);
        status = galley_issue_status(load->issue);
    }
    if (status == GALLEY_OK)
        tell(load->issue, load->findings);
    return explain(status, load->issue, first_name(load), load->findings, told);
}

galley_status galley_load(galley_host *host, const galley_load_request *request, galley_findings *findings,
                          galley_issue **out, const galley_format **format_out)
{
    *out = NULL;
    loading load = { .host = host, .request = request, .findings = findings };
    if (!request->input_count)
        return galley_fail(findings, GALLEY_USAGE, "convert.inputs", (galley_place){ 0 }, "there is no input");
    load.issue = galley_issue_new(request->arena_cap);
    if (!load.issue)
        return galley_fail(findings, GALLEY_MEMORY, "convert.memory", (galley_place){ 0 }, "there is no memory");
    galley_status status = run(&load);
    if (format_out)
        *format_out = load.format;
    if (status == GALLEY_OK)
        *out = load.issue;
    else
        galley_issue_drop(load.issue);
    return status;
}

galley_status galley_save(galley_issue *issue, const galley_format *format, const char *path,
                          const galley_settings *settings, galley_findings *findings)
{
    galley_sink *sink = NULL;
    size_t told = count_fatal(findings);
    galley_status status = explain(galley_lower(issue, format, findings), issue, path, findings, told);
    if (status == GALLEY_OK)
        status = (format->capabilities & GALLEY_FOLDER_OUTPUT) ? galley_sink_open_folder(path, findings, &sink)
                                                               : galley_sink_open(path, findings, &sink);
    if (status != GALLEY_OK)
        return status;
    status = format->write(issue, sink, settings, findings);
    if (status == GALLEY_OK || galley_sink_status(sink) != GALLEY_OK)
        status = galley_sink_commit(sink, findings);
    else
        status = explain(status, issue, path, findings, told);
    galley_sink_drop(sink);
    return status;
}

/* SPDX-License-Identifier: MIT
 * The repair from outside: every page through the table of passes, the passes over
 * the whole issue, then the law of conservation. */
#include <galley/repair.h>

#include <galley/law.h>

#include "core/repair/passes.h"
#include "core/text/words.h"

struct repairing {
    galley_issue *issue;
    galley_findings *findings;
    const language *language;
    struct weights weights;
    bool explains;
    galley_arena *scratch; /* emptied after each page */
    galley_arena *lasting; /* the dictionary's */
    const struct words *words;
    struct hints *hints;
    const struct profile *profile;
};

static galley_status repair_page(const struct repairing *repair, uint32_t page)
{
    struct work work = { .issue = repair->issue,
                         .scratch = repair->scratch,
                         .findings = repair->findings,
                         .language = repair->language,
                         .words = repair->words,
                         .page = page,
                         .east_asian = repair->language->square,
                         .spaceless = repair->language->joined,
                         .explains = repair->explains,
                         .hints = repair->hints,
                         .profile = repair->profile,
                         .weights = &repair->weights };
    galley_status status = GALLEY_OK;
    for (const struct repair_pass *pass = repair_passes; pass->name && status == GALLEY_OK; pass++)
        if (pass->page && pass_runs(pass, &repair->weights))
            status = pass->page(&work);
    if (status == GALLEY_OK)
        status = galley_arena_status(repair->scratch);
    galley_arena_reset(repair->scratch);
    return status;
}

static galley_status repair_pages(const struct repairing *repair, const galley_repair_options *options)
{
    galley_issue *issue = repair->issue;
    for (uint32_t i = 0; i < issue->pages.count; i++) {
        galley_status status = repair_page(repair, i);
        if (status != GALLEY_OK)
            return status;
        if (options && options->progress)
            options->progress(options->progress_state, i + 1, issue->pages.count);
    }
    return GALLEY_OK;
}

static galley_status repair_issue(const struct repairing *repair)
{
    galley_status status = galley_issue_status(repair->issue);
    for (const struct repair_pass *pass = repair_passes; pass->name && status == GALLEY_OK; pass++)
        if (pass->issue && pass_runs(pass, &repair->weights))
            status = pass->issue(repair->issue, repair->findings);
    return status;
}

/* Which language the issue is in: as the user says, else as its letters say. */
static galley_slice language_of(galley_issue *issue, const galley_repair_options *options)
{
    if (options && options->language)
        return galley_arena_copy(issue->arena, galley_slice_of(options->language));
    return issue->meta.language.length ? issue->meta.language : language_detect(issue);
}

static bool can_be_left_out(galley_slice name)
{
    for (uint32_t i = 0; i < pass_rows; i++)
        if (galley_slice_is(name, pass_evidence[i].name))
            return true;
    return false;
}

/* Of "passes.NAME=…" the pass, when it is one that the others need. */
static const char *needed_pass(galley_slice change)
{
    const galley_slice table = galley_slice_of("passes.");
    size_t end = galley_slice_find(change, galley_slice_of("="), 0);
    if (end == SIZE_MAX || !galley_slice_starts(change, table))
        return NULL;
    galley_slice name = galley_slice_part(change, table.length, end);
    for (const struct repair_pass *pass = repair_passes; pass->name; pass++)
        if (galley_slice_is(name, pass->name) && !can_be_left_out(name))
            return pass->name;
    return NULL;
}

/* The points in force; a name that no table has is an error of the call. */
static galley_status load_weights(struct repairing *repair, const char *changes)
{
    galley_slice wrong;
    galley_status status = weights_load(repair->issue->arena, changes, &repair->weights, &wrong);
    if (status != GALLEY_USAGE)
        return status;
    const char *pass = needed_pass(wrong);
    if (pass)
        return galley_fail(repair->findings, status, "repair.weights", (galley_place){ 0 },
                           "the pass %s cannot be left out, for others need it; nothing was repaired", pass);
    return galley_fail(repair->findings, status, "repair.weights", (galley_place){ 0 },
                       "“%.*s” is not NAME=POINTS with the name of some evidence; nothing was repaired",
                       GALLEY_SHOW(wrong));
}

/* The issue as a dictionary, where lines break words. */
static galley_status load_words(struct repairing *repair)
{
    if (!repair->language->hyphens && !repair->language->broken)
        return GALLEY_OK;
    repair->lasting = galley_arena_new(galley_arena_cap(repair->issue->arena));
    if (!repair->lasting)
        return GALLEY_MEMORY;
    repair->words = words_of_issue(repair->lasting, repair->issue, repair->language->broken);
    return galley_arena_status(repair->lasting);
}

/* What an editor and the newspaper's profile say. */
static galley_status load_told(struct repairing *repair, const galley_repair_options *options)
{
    galley_arena *arena = repair->issue->arena;
    galley_status status = GALLEY_OK;
    if (options && options->hints)
        status = hints_parse(arena, options->hints, repair->findings, &repair->hints);
    if (status == GALLEY_OK && options && options->profile)
        status = profile_parse(arena, options->profile, repair->findings, &repair->profile);
    return status;
}

static galley_status load_language(struct repairing *repair, const galley_repair_options *options)
{
    galley_issue *issue = repair->issue;
    bool told = (options && options->language) || issue->meta.language.length;
    issue->meta.language = !told && repair->profile && repair->profile->language.length ? repair->profile->language
                                                                                        : language_of(issue, options);
    repair->language = language_load(issue->arena, issue->meta.language);
    if (repair->profile)
        repair->language = profile_extend(issue->arena, repair->language, repair->profile);
    galley_status status = galley_issue_status(issue);
    return status != GALLEY_OK ? status : repair->language ? GALLEY_OK : GALLEY_MEMORY;
}

/* Behind all passes: what of it was followed, and what it adds. */
static galley_status finish_told(const struct repairing *repair, const galley_repair_options *options)
{
    galley_status status = GALLEY_OK;
    if (repair->hints)
        status = hints_finish(repair->hints, repair->issue);
    if (status == GALLEY_OK && repair->profile)
        status = profile_fill(repair->profile, galley_source_name(options->profile), repair->issue, repair->findings);
    return status;
}

static galley_status repair_all(galley_issue *issue, const galley_repair_options *options, galley_findings *findings)
{
    struct repairing repair = { .issue = issue,
                                .findings = findings,
                                .explains = options && options->explain,
                                .scratch = galley_arena_new(galley_arena_cap(issue->arena)) };
    galley_status status = repair.scratch ? galley_issue_status(issue) : GALLEY_MEMORY;
    if (status == GALLEY_OK)
        status = load_told(&repair, options);
    if (status == GALLEY_OK)
        status = load_language(&repair, options);
    if (status == GALLEY_OK && repair.hints)
        status = hints_resolve(repair.hints, issue);
    if (status == GALLEY_OK)
        status = load_weights(&repair, options ? options->weights : NULL);
    if (status == GALLEY_OK)
        status = load_words(&repair);
    if (status == GALLEY_OK)
        status = repair_pages(&repair, options);
    if (status == GALLEY_OK)
        status = repair_issue(&repair);
    if (status == GALLEY_OK)
        status = finish_told(&repair, options);
    galley_arena_drop(repair.scratch);
    galley_arena_drop(repair.lasting);
    return status;
}

static galley_status report_failure(const galley_issue *issue, galley_status status, galley_findings *findings)
{
    if (status == GALLEY_USAGE || status == GALLEY_FORMAT) /* it is reported */
        return status;
    const char *file = issue->pages.count ? issue->pages.items[0].source.text : NULL;
    galley_place place = { .file = file };
    if (status == GALLEY_LIMIT)
        return galley_fail(findings, status, "repair.limit", place,
                           "the issue needs more than the %zu MiB of memory that it may take; nothing was written",
                           galley_arena_cap(issue->arena) >> 20);
    return galley_fail(findings, status, "repair.memory", place, "there is not enough memory; nothing was written");
}

/* An issue that came with its articles is left as it is, but what is asked of it is read and told. */
static galley_status keep_readings(galley_issue *issue, const galley_repair_options *options, galley_findings *findings)
{
    struct repairing repair = { .issue = issue, .findings = findings };
    galley_status status = load_told(&repair, options);
    if (status == GALLEY_OK && repair.hints)
        galley_find(findings, GALLEY_ERROR, "hints.unused",
                    (galley_place){ .file = galley_source_name(options->hints) },
                    "the input brings its articles along, and hints are for issues that are put together here; none "
                    "was used");
    repair.hints = NULL;
    return status == GALLEY_OK ? finish_told(&repair, options) : status;
}

galley_status galley_repair(galley_issue *issue, const galley_repair_options *options, galley_findings *findings)
{
    galley_status status =
        issue->has_readings ? keep_readings(issue, options, findings) : repair_all(issue, options, findings);
    if (status != GALLEY_OK)
        return report_failure(issue, status, findings);
    return galley_law_check(issue, findings, NULL);
}

const char *galley_repair_pass(size_t index, const char **summary)
{
    for (size_t i = 0; i <= index; i++)
        if (!repair_passes[i].name)
            return NULL;
    if (summary)
        *summary = repair_passes[index].summary;
    return repair_passes[index].name;
}

/* SPDX-License-Identifier: MIT
 * The repair from outside: pages one after the other through the table of
 * passes, then the law. */
#include <galley/repair.h>

#include <galley/law.h>

#include "core/repair/work.h"

static galley_status repair_pages(galley_issue *issue, const galley_repair_options *options)
{
    for (uint32_t i = 0; i < issue->pages.count; i++) {
        const galley_page *page = &issue->pages.items[i];
        galley_status status = repair_remainder(issue, page->first_line, page->first_line + page->line_count);
        if (status != GALLEY_OK)
            return status;
        if (options && options->progress)
            options->progress(options->progress_state, i + 1, issue->pages.count);
    }
    return GALLEY_OK;
}

galley_status galley_repair(galley_issue *issue, const galley_repair_options *options, galley_findings *findings)
{
    if (!issue->has_readings) {
        galley_status status = repair_pages(issue, options);
        if (status != GALLEY_OK)
            return galley_fail(findings, status, "repair.memory", (galley_place){ 0 },
                               "the issue needs more than the %zu MiB that it may take; nothing was written",
                               galley_arena_cap(issue->arena) >> 20);
    }
    return galley_law_check(issue, findings, NULL);
}

const char *galley_repair_pass(size_t index, const char **summary)
{
    (void)index;
    (void)summary;
    return NULL;
}

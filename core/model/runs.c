/* SPDX-License-Identifier: MIT
 * A text cut where its spans meet: each run is what one line of the page gave to
 * it.  Text and facts are counted along by their non-space characters, which the
 * model keeps in step. */
#include <galley/issue.h>
#include <galley/text.h>

galley_run galley_text_runs(const galley_issue *issue, const galley_text *text)
{
    return (galley_run){ .issue = issue, .of = text };
}

static size_t count_characters(galley_slice text)
{
    size_t count = 0;
    for (const char *at = text.text, *end = galley_slice_end(text); at < end;)
        count += !galley_code_space(galley_text_next(&at, end));
    return count;
}

/* The end of `count` non-space characters from `at`, and of the space behind them. */
static size_t advance(galley_slice text, size_t at, size_t count)
{
    const char *step = galley_slice_part(text, at, text.length).text, *end = galley_slice_end(text);
    while (step < end) {
        const char *before = step;
        bool space = galley_code_space(galley_text_next(&step, end));
        if (!space && count == 0)
            return (size_t)(before - text.text);
        count -= !space;
    }
    return text.length;
}

bool galley_run_next(galley_run *run)
{
    if (run->next_span >= run->of->span_count)
        return false;
    run->span = &run->of->spans[run->next_span++];
    galley_slice fact = run->issue->lines.items[run->span->line].text;
    size_t count = count_characters(galley_slice_part(fact, run->span->from, run->span->to));
    bool last = run->next_span == run->of->span_count;
    size_t to = last ? run->of->text.length : advance(run->of->text, run->at, count);
    run->piece = galley_slice_part(run->of->text, run->at, to);
    run->at = to;
    return true;
}

/* SPDX-License-Identifier: MIT
 * A page from a string, repaired and pulled as a proof: one line a part of an
 * article, in order, so that a test shows the page and what must come of it side by
 * side.  A blank line is a blank line, \f begins a page. */
#ifndef TESTS_CORE_REPAIR_PAGE_H
#define TESTS_CORE_REPAIR_PAGE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#include <galley/buffer.h>
#include <galley/issue.h>
#include <galley/repair.h>
#include <galley/text.h>

/* Fills an issue with the facts of a dump, as the reader of plain text does. */
static inline void page_fill(galley_issue *issue, const char *dump)
{
    uint32_t number = 0, blank = 0;
    bool new_page = true;
    for (const char *at = dump; *at; number++) {
        size_t length = strcspn(at, "\n\f");
        galley_slice text = { at, length };
        if (new_page)
            galley_issue_add_page(issue, galley_slice_of("page.txt"));
        if (galley_text_first(text)) {
            if (new_page || blank)
                galley_issue_add_zone(issue);
            galley_issue_add_line(issue, text, number + 1, number + 1)->blank_before = blank;
            blank = 0;
            new_page = false;
        } else {
            blank++;
        }
        new_page |= at[length] == '\f';
        at += length + (at[length] != 0);
    }
}

/* The repaired issue of a dump; the law was kept.  Options and findings may be NULL.  You own it. */
static inline galley_issue *page_repair_as(const char *dump, const galley_repair_options *options,
                                           galley_findings *findings)
{
    galley_issue *issue = galley_issue_new(0);
    page_fill(issue, dump);
    assert_int_equal(galley_repair(issue, options, findings), GALLEY_OK);
    return issue;
}

static inline galley_issue *page_repair(const char *dump)
{
    return page_repair_as(dump, NULL, NULL);
}

struct page_pulling {
    galley_buffer *proof;
    const galley_article *article;
};

/* The role of a text; for the text of a block the block's type. */
static inline void page_pull_text(void *state, const char *role, const galley_text *text)
{
    const struct page_pulling *pulling = state;
    for (size_t i = 0; i < pulling->article->blocks.count; i++)
        if (text == &pulling->article->blocks.items[i].text)
            role = galley_block_name(pulling->article->blocks.items[i].type);
    galley_buffer_print(pulling->proof, "  %s: %.*s\n", role, GALLEY_SHOW(text->text));
}

static inline void page_pull_links(galley_buffer *proof, const galley_article *article)
{
    if (article->continued_on.length)
        galley_buffer_print(proof, "  continued_on: %.*s\n", GALLEY_SHOW(article->continued_on));
    if (article->continued_from.length)
        galley_buffer_print(proof, "  continued_from: %.*s\n", GALLEY_SHOW(article->continued_from));
}

/* The articles as text; furniture too where it is asked for.  The buffer is yours. */
static inline galley_buffer page_pull(const galley_issue *issue, bool furniture)
{
    galley_buffer proof = { 0 };
    for (size_t i = 0; i < issue->articles.count; i++) {
        const galley_article *article = issue->articles.items[i];
        galley_buffer_print(&proof, "%s\n", galley_kind_name(article->kind));
        galley_article_visit(article, page_pull_text, &(struct page_pulling){ &proof, article });
        page_pull_links(&proof, article);
    }
    for (size_t i = 0; furniture && i < issue->furniture.count; i++)
        galley_buffer_print(&proof, "%s: %.*s\n", galley_furniture_name(issue->furniture.items[i].kind),
                            GALLEY_SHOW(issue->furniture.items[i].text.text));
    galley_buffer_byte(&proof, 0);
    return proof;
}

/* cmocka cuts a message after a thousand bytes, so the pages are shown beside it. */
static inline void page_fail(const char *dump, const char *proof, const char *expected)
{
    fprintf(stderr, "the page\n\n%s\ngave\n\n%s\ninstead of\n\n%s\n", dump, proof, expected);
    fail_msg("the proof is not what the page says");
}

static inline void assert_proof(const char *dump, const char *expected, bool furniture)
{
    galley_issue *issue = page_repair(dump);
    galley_buffer proof = page_pull(issue, furniture);
    if (strcmp(proof.bytes, expected) != 0)
        page_fail(dump, proof.bytes, expected);
    galley_buffer_drop(&proof);
    galley_issue_drop(issue);
}

/* How many repairs of a kind were recorded. */
static inline size_t page_repairs(const galley_issue *issue, const char *kind)
{
    size_t count = 0;
    for (size_t i = 0; i < issue->repairs.count; i++)
        count += strcmp(issue->repairs.items[i].kind, kind) == 0;
    return count;
}

/* One page and the articles that must come of it. */
struct page_case {
    const char *dump, *proof;
};

#define ASSERT_CASES(cases, furniture)                                                                                 \
    for (size_t i = 0; i < sizeof(cases) / sizeof *(cases); i++)                                                       \
    assert_proof((cases)[i].dump, (cases)[i].proof, furniture)

#endif

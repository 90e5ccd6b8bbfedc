/* SPDX-License-Identifier: MIT
 * Parts of lines: emphasis, links out of the book, ruby.  What the model has no mark for
 * stays as its words. */
#include "plugins/epub/elements.h"

static void read_marked(epub_flow *flow, const epub_node *node, galley_mark_type type, galley_slice value)
{
    bool opened = epub_words_open(&flow->words, type, value);
    flow->lowered[EPUB_DEEP_MARKS] += !opened;
    epub_flow_walk(flow, node);
    if (opened)
        epub_words_close(&flow->words);
}

void epub_read_emphasis(epub_flow *flow, const epub_node *node)
{
    read_marked(flow, node, GALLEY_EMPHASIS, (galley_slice){ 0 });
}

void epub_read_strong(epub_flow *flow, const epub_node *node)
{
    read_marked(flow, node, GALLEY_STRONG, (galley_slice){ 0 });
}

void epub_read_link(epub_flow *flow, const epub_node *node)
{
    galley_slice href = galley_slice_trim(epub_value_of(node, "href"));
    bool leads_out = galley_slice_starts(href, galley_slice_of("http://")) ||
                     galley_slice_starts(href, galley_slice_of("https://")) ||
                     galley_slice_starts(href, galley_slice_of("mailto:"));
    flow->lowered[EPUB_BOOK_LINKS] += href.length && !leads_out && !flow->is_furniture;
    if (leads_out)
        read_marked(flow, node, GALLEY_LINK, href);
    else
        epub_flow_walk(flow, node);
}

void epub_read_raised(epub_flow *flow, const epub_node *node)
{
    flow->lowered[EPUB_RAISED]++;
    epub_flow_walk(flow, node);
}

static bool is_reading(const epub_node *node)
{
    return epub_is(node, "rt") || epub_is(node, "rtc");
}

/* Each stretch of a ruby up to a reading is marked with it. */
void epub_read_ruby(epub_flow *flow, const epub_node *node)
{
    for (const epub_node *from = node->first; from;) {
        const epub_node *reading = from;
        while (reading && !is_reading(reading))
            reading = reading->next;
        galley_slice value =
            reading ? galley_slice_trim(epub_text_of(reading, flow->issue->arena)) : (galley_slice){ 0 };
        bool opened = reading && epub_words_open(&flow->words, GALLEY_RUBY, value);
        for (; from != reading; from = from->next)
            epub_flow_step(flow, from);
        if (opened)
            epub_words_close(&flow->words);
        else
            epub_words_add(&flow->words, value);
        from = reading ? reading->next : NULL;
    }
}

/* SPDX-License-Identifier: MIT
 * Figures of a stranger: a picture with its caption and credit.  One without a picture or any
 * words is none. */
#include "plugins/tei/others.h"

static void name_picture(tei_others *others, galley_block *block, const tei_node *graphic, const tei_node *says)
{
    block->image = tei_read_url(others->read, tei_value(graphic, "url"));
    if (!block->image.length)
        return;
    galley_image *image = galley_issue_add_image(others->issue, block->image);
    image->media_type = tei_keep(others->read, tei_value(graphic, "mimeType"));
    image->alt_known = says;
    image->alt = galley_slice_trim(tei_keep_words(others->read, says));
}

/* The first words of it are the caption; any others are paragraphs behind it. */
void others_figure(tei_others *others, const tei_node *node)
{
    static const char *const captions[] = { "head", "p", "ab", NULL };
    const tei_node *graphic = tei_is(node, "graphic") ? node : tei_child(node, "graphic");
    const tei_node *says = graphic != node ? tei_child(node, "figDesc") : NULL;
    galley_block *block = galley_article_add_block(others->issue, others_article(others), GALLEY_FIGURE);
    bool is_named = graphic && tei_value(graphic, "url").length;
    block->confidence = 1;
    if (is_named)
        name_picture(others, block, graphic, says);
    for (const tei_node *at = node->first; at; at = at->next) {
        bool is_credit = tei_is(at, "ab") && galley_slice_is(tei_value(at, "type"), "credit");
        if (tei_is_blank(at) || at == graphic || (is_named && at == says))
            continue;
        if (is_credit && !block->credit.text.length)
            block->credit = others_text(others, at);
        else if (tei_is_any(at, captions) && !block->text.text.length)
            block->text = others_text(others, at);
        else
            others_wait(others, at);
    }
    if (!is_named && !block->text.text.length && !block->credit.text.length)
        others_drop_block(others);
    others_release(others);
}

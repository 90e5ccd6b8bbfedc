/* SPDX-License-Identifier: MIT
 * What the contents call a page and an article. */
#ifndef PLUGINS_EPUB_LABEL_H
#define PLUGINS_EPUB_LABEL_H

#include <galley/issue.h>

#include "formats/phrases/phrases.h"

/* A text between the two halves of a phrase: 第 1234 期. */
galley_slice epub_label_wrap(galley_arena *arena, galley_affix affix, galley_slice text);

/* 第1版 要闻; "Page A5 Business". */
galley_slice epub_label_page(galley_arena *arena, const galley_phrases *phrases, const galley_page *page);

/* The whole headline; without one the first words and an ellipsis; never empty. */
galley_slice epub_label_article(galley_arena *arena, const galley_phrases *phrases, const galley_article *article);

/* What kind of thing an article is, where it is no common article; else NULL. */
const char *epub_label_kind(const galley_phrases *phrases, galley_kind kind);

/* A text as the book will have it, without what XML cannot say: it is measured, cut and trimmed
 * as it is written. */
galley_slice epub_label_clean(galley_arena *arena, galley_slice text);

#endif

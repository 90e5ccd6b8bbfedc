/* SPDX-License-Identifier: MIT
 * Plain text: dumps of pages in, articles for corpora out; what it is called and what can
 * be said about it. */
#include "plugins/text/reader.h"
#include "plugins/text/writer.h"

static const char *const media_types[] = { "text/plain", NULL };
static const char *const extensions[] = { "txt", "text", NULL };
static const char *const encodings[] = { "auto",      "utf-8",  "gb18030", "big5",         "utf-16le", "utf-16be",
                                         "shift_jis", "euc-jp", "euc-kr",  "windows-1252", NULL };
static const char *const invalid[] = { "refuse", "replace", NULL };

static const char *const separators[] = { "blank", "rule", "none", NULL };

static const galley_option options[] = {
    { .name = "encoding",
      .type = GALLEY_OPTION_CHOICE,
      .fallback = "auto",
      .choices = encodings,
      .help = "the encoding of the dump" },
    { .name = "invalid",
      .type = GALLEY_OPTION_CHOICE,
      .fallback = "refuse",
      .choices = invalid,
      .help = "what to do about bytes that are no character" },
    { .name = "heads",
      .type = GALLEY_OPTION_FLAG,
      .fallback = "yes",
      .help = "write headlines, bylines and credits, too, each on a line of its own" },
    { .name = "separator",
      .type = GALLEY_OPTION_CHOICE,
      .fallback = "blank",
      .choices = separators,
      .help = "the line between two articles" },
    { .name = "pages", .type = GALLEY_OPTION_FLAG, .fallback = "no", .help = "begin each page with a form feed" },
};

static const galley_format text = {
    .size = sizeof text,
    .id = "text",
    .description = "plain text: dumps of pages, where a form feed begins a page; written, a paragraph a line",
    .media_types = media_types,
    .extensions = extensions,
    .capabilities = GALLEY_READS | GALLEY_WRITES | GALLEY_MANY_FILES | GALLEY_TEXT_OUTPUT,
    .cannot = GALLEY_NO_FURNITURE | GALLEY_NO_FACTS | GALLEY_NO_TABLES | GALLEY_NO_FIGURES | GALLEY_NO_EVIDENCE |
              GALLEY_NO_IMAGES | GALLEY_NO_MARKS | GALLEY_NO_CONFIDENCE | GALLEY_NO_IDS | GALLEY_NO_COPIES |
              GALLEY_NO_PAGES | GALLEY_NO_META | GALLEY_NO_DETAILS | GALLEY_NO_LEVELS,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .probe = text_probe,
    .read = text_read,
    .write = text_write,
};

static const galley_format *const formats[] = { &text, NULL };

GALLEY_PLUGIN const galley_plugin galley_plugin_v1 = {
    GALLEY_PLUGIN_HEAD,
    .name = "text",
    .version = GALLEY_VERSION,
    .license = "MIT",
    .description = "reads text dumps, writes plain text",
    .formats = formats,
};

/* SPDX-License-Identifier: MIT
 * HTML: what it is called and what it cannot say. */
#include <galley/galley.h>

#include "plugins/html/writer.h"

static const char *const media_types[] = { "text/html", NULL };
static const char *const extensions[] = { "html", "htm", NULL };
static const char *const images[] = { "inline", "omit", NULL };

static const galley_option options[] = {
    { .name = "images",
      .type = GALLEY_OPTION_CHOICE,
      .choices = images,
      .fallback = "inline",
      .help = "put pictures into the page, or leave them out" },
};

static const galley_format html = {
    .size = sizeof html,
    .id = "html",
    .description = "HTML, one page that stands alone, for the screen and for printing",
    .media_types = media_types,
    .extensions = extensions,
    .capabilities = GALLEY_WRITES | GALLEY_HAS_IMAGES | GALLEY_TEXT_OUTPUT,
    .cannot = GALLEY_NO_FURNITURE | GALLEY_NO_FACTS | GALLEY_NO_EVIDENCE | GALLEY_NO_CONFIDENCE | GALLEY_NO_COPIES,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .write = html_write,
};

static const galley_format *const formats[] = { &html, NULL };

GALLEY_PLUGIN const galley_plugin galley_plugin_v1 = {
    GALLEY_PLUGIN_HEAD,           .name = "html",     .version = GALLEY_VERSION, .license = "MIT",
    .description = "writes HTML", .formats = formats,
};

/* SPDX-License-Identifier: MIT
 * Markdown: what it is called and what it cannot say. */
#include <galley/galley.h>

#include "plugins/markdown/writer.h"

static const char *const media_types[] = { "text/markdown", NULL };
static const char *const extensions[] = { "md", "markdown", NULL };

static const galley_option options[] = {
    { .name = "front-matter",
      .type = GALLEY_OPTION_FLAG,
      .fallback = "yes",
      .help = "begin with what is known of the issue, in YAML" },
};

static const galley_format markdown = {
    .size = sizeof markdown,
    .id = "markdown",
    .description = "CommonMark, one file with YAML front matter",
    .media_types = media_types,
    .extensions = extensions,
    .capabilities = GALLEY_WRITES | GALLEY_TEXT_OUTPUT,
    .cannot = GALLEY_NO_FURNITURE | GALLEY_NO_FACTS | GALLEY_NO_EVIDENCE | GALLEY_NO_IMAGES | GALLEY_NO_MARKS |
              GALLEY_NO_DETAILS | GALLEY_NO_LEVELS,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .write = markdown_write,
};

static const galley_format *const formats[] = { &markdown, NULL };

GALLEY_PLUGIN const galley_plugin galley_plugin_v1 = {
    GALLEY_PLUGIN_HEAD,
    .name = "markdown",
    .version = GALLEY_VERSION,
    .license = "MIT",
    .description = "writes Markdown",
    .formats = formats,
};

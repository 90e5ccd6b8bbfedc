/* SPDX-License-Identifier: MIT
 * Markdown: what it is called and what it cannot say. */
#include <galley/galley.h>

#include "plugins/markdown/reader.h"
#include "plugins/markdown/writer.h"

static const char *const media_types[] = { "text/markdown", NULL };
static const char *const extensions[] = { "md", "markdown", NULL };

static const char *const splits[] = { "no", "article", NULL };

static const char *const structures[] = { "auto", "keep", "repair", NULL };

static const galley_option options[] = {
    { .name = "front-matter",
      .type = GALLEY_OPTION_FLAG,
      .fallback = "yes",
      .help = "begin with what is known of the issue, in YAML" },
    { .name = "marks",
      .type = GALLEY_OPTION_FLAG,
      .fallback = "yes",
      .help = "say in comments what each piece is, so that it can be read back" },
    { .name = "split",
      .type = GALLEY_OPTION_CHOICE,
      .fallback = "no",
      .choices = splits,
      .help = "one file, or a folder with an index and a file for each article" },
    { .name = "structure",
      .type = GALLEY_OPTION_CHOICE,
      .fallback = "auto",
      .choices = structures,
      .help = "keep the headings as they are, or let the repair find the articles" },
};

static const galley_format markdown = {
    .size = sizeof markdown,
    .id = "markdown",
    .description = "CommonMark with YAML front matter, in one file or a folder of them",
    .media_types = media_types,
    .extensions = extensions,
    .capabilities = GALLEY_READS | GALLEY_WRITES | GALLEY_HAS_READINGS | GALLEY_MANY_FILES | GALLEY_TEXT_OUTPUT |
                    GALLEY_FOLDER_OUTPUT,
    .cannot = GALLEY_NO_FURNITURE | GALLEY_NO_FACTS | GALLEY_NO_EVIDENCE | GALLEY_NO_CONFIDENCE,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .probe = markdown_probe,
    .read = markdown_read,
    .write = markdown_write,
};

static const galley_format *const formats[] = { &markdown, NULL };

GALLEY_PLUGIN const galley_plugin galley_plugin_v1 = {
    GALLEY_PLUGIN_HEAD,
    .name = "markdown",
    .version = GALLEY_VERSION,
    .license = "MIT",
    .description = "reads and writes Markdown",
    .formats = formats,
};

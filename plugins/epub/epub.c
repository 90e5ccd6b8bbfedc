/* SPDX-License-Identifier: MIT
 * EPUB 3.3: what it is called and what it can do. */
#include <galley/galley.h>

#include "plugins/epub/reader.h"
#include "plugins/epub/writer.h"

static const char *const media_types[] = { "application/epub+zip", NULL };
static const char *const extensions[] = { "epub", NULL };

static const char *const writing_modes[] = { "horizontal", "vertical", NULL };
static const char *const profiles[] = { "screen", "e-ink", NULL };
static const char *const themes[] = { "both", "light", NULL };
static const char *const splits[] = { "auto", "1", "2", "3", "document", NULL };
static const char *const rasters[] = { "no", "auto", "yes", NULL };

static const galley_option options[] = {
    { .name = "split",
      .type = GALLEY_OPTION_CHOICE,
      .fallback = "auto",
      .choices = splits,
      .help = "where articles begin in a book that is not Galley's: where the contents lead, down to a level; or each "
              "document" },
    { .name = "cover-png",
      .type = GALLEY_OPTION_CHOICE,
      .fallback = "no",
      .choices = rasters,
      .help =
          "the cover as PNG, too, in this machine's type: elsewhere it is not the same bytes; auto: where it can be" },
    { .name = "images",
      .type = GALLEY_OPTION_FLAG,
      .fallback = "yes",
      .help = "the pictures themselves, where the issue has them, not only their captions" },
    { .name = "nav-links",
      .type = GALLEY_OPTION_FLAG,
      .fallback = "yes",
      .help = "links to the previous and the next article and to the contents at the top of each article" },
    { .name = "profile",
      .type = GALLEY_OPTION_CHOICE,
      .fallback = "screen",
      .choices = profiles,
      .help = "what it is read on; e-ink: black on white, larger links, always with nav-links" },
    { .name = "theme",
      .type = GALLEY_OPTION_CHOICE,
      .fallback = "both",
      .choices = themes,
      .help = "light and dark, as the reading system likes, or light alone" },
    { .name = "writing-mode",
      .type = GALLEY_OPTION_CHOICE,
      .fallback = "horizontal",
      .choices = writing_modes,
      .help = "vertical: lines from top to bottom, pages from right to left, as in Chinese and Japanese books" },
};

static const galley_format epub = {
    .size = sizeof epub,
    .id = "epub",
    .description = "EPUB 3.3, an electronic book: a chapter for each article, contents by page",
    .media_types = media_types,
    .extensions = extensions,
    .capabilities = GALLEY_READS | GALLEY_WRITES | GALLEY_HAS_IMAGES | GALLEY_HAS_READINGS,
    .cannot = GALLEY_NO_FURNITURE | GALLEY_NO_FACTS | GALLEY_NO_EVIDENCE | GALLEY_NO_CONFIDENCE,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .probe = epub_probe,
    .read = epub_read,
    .write = epub_write,
};

static const galley_format *const formats[] = { &epub, NULL };

GALLEY_PLUGIN const galley_plugin galley_plugin_v1 = {
    GALLEY_PLUGIN_HEAD,
    .name = "epub",
    .version = GALLEY_VERSION,
    .license = "MIT",
    .description = "reads and writes EPUB books",
    .formats = formats,
};

/* SPDX-License-Identifier: MIT
 * TEI P5: what it is called and what it can say, which is all. */
#include <galley/version.h>

#include "plugins/tei/reader.h"
#include "plugins/tei/writer.h"

static const char *const media_types[] = { "application/tei+xml", "application/xml", NULL };
static const char *const extensions[] = { "tei", "xml", NULL };

static const galley_option options[] = {
    { .name = "lines",
      .type = GALLEY_OPTION_FLAG,
      .fallback = "yes",
      .help = "mark where every line of the page begins; without it every line stands in the facsimile" },
    { .name = "facsimile",
      .type = GALLEY_OPTION_FLAG,
      .fallback = "yes",
      .help = "write the pages, blocks and lines, and link the text to them" },
    { .name = "repairs",
      .type = GALLEY_OPTION_FLAG,
      .fallback = "yes",
      .help = "write the reasons for each article, and what was done to the lines that facsimile=yes names" },
};

static const galley_format format = {
    .size = sizeof format,
    .id = "tei",
    .description = "TEI P5: the archival form, with pages, lines and every repair",
    .media_types = media_types,
    .extensions = extensions,
    .capabilities = GALLEY_READS | GALLEY_WRITES | GALLEY_HAS_GEOMETRY | GALLEY_HAS_READINGS | GALLEY_TEXT_OUTPUT,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .probe = tei_probe,
    .read = tei_read,
    .write = tei_write,
};

static const galley_format *const formats[] = { &format, NULL };

GALLEY_PLUGIN const galley_plugin galley_plugin_v1 = {
    GALLEY_PLUGIN_HEAD,
    .name = "tei",
    .version = GALLEY_VERSION,
    .license = "MIT",
    .description = "reads and writes TEI P5",
    .formats = formats,
};

/* SPDX-License-Identifier: MIT
 * Text dumps: what they are called and what can be said about them. */
#include "plugins/text/reader.h"

static const char *const media_types[] = { "text/plain", NULL };
static const char *const extensions[] = { "txt", "text", NULL };
static const char *const encodings[] = { "auto",      "utf-8",  "gb18030", "big5",         "utf-16le", "utf-16be",
                                         "shift_jis", "euc-jp", "euc-kr",  "windows-1252", NULL };
static const char *const invalid[] = { "refuse", "replace", NULL };

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
};

static const galley_format text = {
    .size = sizeof text,
    .id = "text",
    .description = "plain text, as dumped from pages; a form feed begins a page",
    .media_types = media_types,
    .extensions = extensions,
    .capabilities = GALLEY_READS | GALLEY_MANY_FILES,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .probe = text_probe,
    .read = text_read,
};

static const galley_format *const formats[] = { &text, NULL };

GALLEY_PLUGIN const galley_plugin galley_plugin_v1 = {
    GALLEY_PLUGIN_HEAD, .name = "text", .version = GALLEY_VERSION, .license = "MIT", .description = "reads text dumps",
    .formats = formats,
};

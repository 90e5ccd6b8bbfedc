/* SPDX-License-Identifier: MIT
 * A plugin for the tests of the host, sound in all parts.  A module of this folder
 * says first what is different about it, and then includes this. */
#include <galley/plugin.h>

#ifndef NAME
#error "a module says its NAME"
#endif
#ifndef MAJOR
#define MAJOR GALLEY_ABI_MAJOR
#endif
#ifndef MINOR
#define MINOR GALLEY_ABI_MINOR
#endif
#ifndef PLUGIN_SIZE
#define PLUGIN_SIZE sizeof(galley_plugin)
#endif
#ifndef FORMAT_SIZE
#define FORMAT_SIZE sizeof(galley_format)
#endif
#ifndef OWN_NAME
#define OWN_NAME NAME
#endif
#ifndef ID
#define ID NAME
#endif
#ifndef EXTENSIONS
#define EXTENSIONS NAME
#endif
#ifndef SCORE
#define SCORE 90
#endif
#ifndef PROBE
#define PROBE probe
#endif
#ifndef READ
#define READ read_nothing
#endif
#ifndef CAPABILITIES
#define CAPABILITIES (GALLEY_READS | GALLEY_WRITES)
#endif
#ifndef FALLBACK
#define FALLBACK "3"
#endif

static int probe(galley_slice bytes, bool whole, const char *name)
{
    (void)whole;
    (void)name;
    return galley_slice_starts(bytes, galley_slice_of("GOOD")) ? SCORE : 0;
}

static galley_status read_nothing(galley_issue *issue, galley_source *const *sources, size_t count,
                                  const galley_settings *settings, galley_findings *findings)
{
    (void)issue;
    (void)sources;
    (void)count;
    (void)settings;
    (void)findings;
    return GALLEY_OK;
}

static galley_status write_nothing(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                                   galley_findings *findings)
{
    (void)issue;
    (void)sink;
    (void)settings;
    (void)findings;
    return GALLEY_OK;
}

static const char *const media_types[] = { "application/x-" NAME, NULL };
static const char *const extensions[] = { EXTENSIONS, NULL };
static const char *const colours[] = { "red", "green", NULL };

static const galley_option options[] = {
    { .name = "depth", .type = GALLEY_OPTION_NUMBER, .fallback = FALLBACK, .minimum = 1, .maximum = 9, .help = "how deep" },
    { .name = "colour", .type = GALLEY_OPTION_CHOICE, .fallback = "red", .choices = colours, .help = "which colour" },
    { .name = "loud", .type = GALLEY_OPTION_FLAG, .fallback = "no", .help = "whether it shouts" },
    { .name = "motto", .type = GALLEY_OPTION_TEXT, .fallback = "", .help = "what it says" },
};

/* Some modules leave a function out. */
void *unused_functions[] = { (void *)probe, (void *)read_nothing };

static const galley_format format = {
    .size = FORMAT_SIZE,
    .id = ID,
    .description = "A format for the tests",
    .media_types = media_types,
    .extensions = extensions,
    .capabilities = CAPABILITIES,
    .cannot = GALLEY_NO_FACTS,
    .options = options,
    .option_count = sizeof options / sizeof *options,
    .probe = PROBE,
    .read = READ,
    .write = write_nothing,
};

#ifndef FORMATS
#define FORMATS &format
#endif

static const galley_format *const formats[] = { FORMATS, NULL };
const void *unused_format[] = { &format };

#ifndef NO_SYMBOL
GALLEY_PLUGIN const galley_plugin galley_plugin_v1 = {
    .abi_major = MAJOR,
    .abi_minor = MINOR,
    .size = PLUGIN_SIZE,
    .name = OWN_NAME,
    .version = "1.0",
    .license = "MIT",
    .description = "A plugin for the tests",
    .formats = formats,
};
#endif

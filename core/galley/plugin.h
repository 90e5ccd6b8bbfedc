/* SPDX-License-Identifier: MIT
 * The plugin ABI: what a plugin shows the host.  A plugin is one shared object
 * with one constant data symbol, galley_plugin_v1; nothing of it runs before the
 * host has checked folder, file, symbol, version and every declaration.
 *
 *     static const galley_format rot = { .size = sizeof rot, .id = "rot", … , .write = write_rot };
 *     static const galley_format *const formats[] = { &rot, NULL };
 *     GALLEY_PLUGIN const galley_plugin galley_plugin_v1 = {
 *         GALLEY_PLUGIN_HEAD, .name = "rot", .version = "1.0", .license = "MIT", .formats = formats };
 *
 * doc/plugins.md tells it from the start. */
#ifndef GALLEY_PLUGIN_H
#define GALLEY_PLUGIN_H

#include <stdint.h>

#include <galley/finding.h>
#include <galley/issue.h>
#include <galley/option.h>
#include <galley/sink.h>
#include <galley/slice.h>
#include <galley/source.h>
#include <galley/text.h>

#define GALLEY_ABI_MAJOR 1 /* another one: refused */
#define GALLEY_ABI_MINOR 1 /* a higher one than the host's: refused */

/* What a format can do. */
enum galley_capability {
    GALLEY_READS = 1 << 0,
    GALLEY_WRITES = 1 << 1,
    GALLEY_HAS_GEOMETRY = 1 << 2, /* its lines have boxes */
    GALLEY_HAS_IMAGES = 1 << 3,
    GALLEY_HAS_READINGS = 1 << 4, /* it knows articles: the repair leaves them alone */
    GALLEY_MANY_FILES = 1 << 5,   /* several sources are the pages of one issue */
    GALLEY_TEXT_OUTPUT = 1 << 6,  /* its output is text and may go to a terminal */
    GALLEY_FOLDER_OUTPUT = 1 << 7 /* it may write a folder: galley_sink_member */
};

/* What a writer cannot say.  The core lowers it first, with a finding (lower.h). */
enum galley_feature {
    GALLEY_NO_FURNITURE = 1 << 0,   /* folios, jump lines, ornaments are left out */
    GALLEY_NO_FACTS = 1 << 1,       /* no way back to the source lines */
    GALLEY_NO_TABLES = 1 << 2,      /* tables become paragraphs, a row each */
    GALLEY_NO_FIGURES = 1 << 3,     /* a figure becomes its caption and credit */
    GALLEY_NO_HEAD_PARTS = 1 << 4,  /* kicker and subheadlines become paragraphs */
    GALLEY_NO_EVIDENCE = 1 << 5,    /* reasons and repairs are left out */
    GALLEY_NO_IMAGES = 1 << 6,      /* pictures are left out; their captions and credits stay */
    GALLEY_NO_MARKS = 1 << 7,       /* emphasis, links, ruby, languages of articles and words */
    GALLEY_NO_CONFIDENCE = 1 << 8,  /* how sure it is */
    GALLEY_NO_IDS = 1 << 9,         /* the ids of the articles */
    GALLEY_NO_COPIES = 1 << 10,     /* a byline or credit that stands in the text stands there only */
    GALLEY_NO_PAGES = 1 << 11,      /* numbers and sections of pages, and which article is on which */
    GALLEY_NO_META = 1 << 12,       /* title, date, number, language, publisher, place, ISSN, CN */
    GALLEY_NO_DETAILS = 1 << 13,    /* what else galley_meta has: subtitle, edition, licence … */
    GALLEY_NO_LEVELS = 1 << 14      /* all crossheads are of one level */
};

typedef struct galley_format {
    size_t size;                    /* sizeof(galley_format) */
    const char *id;                 /* "tei"; what --from and --to take */
    const char *description;        /* one line */
    const char *const *media_types; /* NULL-terminated */
    const char *const *extensions;  /* without the dot, NULL-terminated, the usual one first */
    unsigned capabilities;          /* enum galley_capability */
    unsigned cannot;                /* enum galley_feature */
    const galley_option *options;   /* option_count of them */
    size_t option_count;

    /* How sure it is that these bytes (the first 64 KiB at most; `whole` when they
     * are all) are its format: 0 no .. 100 a signature that no other format has.
     * A guess about plain text stays under 20.  Pure: no state, no findings. */
    int (*probe)(galley_slice bytes, bool whole, const char *name);

    /* Fills an empty issue with facts (and readings, where the format has them)
     * from `count` sources; the issue owns the sources, so texts may point into
     * them.  Anything but GALLEY_OK has left a finding that says why. */
    galley_status (*read)(galley_issue *issue, galley_source *const *sources, size_t count,
                          const galley_settings *settings, galley_findings *findings);

    /* Writes an issue.  It does not ask the sink after each write; the host asks
     * at the end.  Anything but GALLEY_OK has left a finding. */
    galley_status (*write)(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                           galley_findings *findings);

    /* What `galley formats --schema` prints: the schema of what it writes, whole; NULL: it has none. */
    const char *schema;
} galley_format;

typedef struct galley_plugin {
    uint32_t abi_major, abi_minor; /* first for ever, so that any host can read them */
    size_t size;                   /* sizeof(galley_plugin) */
    const char *name;              /* the file's name without .so */
    const char *version;
    const char *license; /* SPDX */
    const char *description;
    const galley_format *const *formats; /* NULL-terminated */
} galley_plugin;

#define GALLEY_PLUGIN_SYMBOL "galley_plugin_v1"
#define GALLEY_PLUGIN_HEAD .abi_major = GALLEY_ABI_MAJOR, .abi_minor = GALLEY_ABI_MINOR, .size = sizeof(galley_plugin)

/* The one symbol a plugin exports (declared here so that a plugin is checked against it). */
extern GALLEY_PLUGIN const galley_plugin galley_plugin_v1;

#endif

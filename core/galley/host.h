/* SPDX-License-Identifier: MIT
 * The host: finds plugins, checks them, knows every declared format, and picks
 * the reader for some bytes and the writer for a name.  A plugin is mapped only
 * when it is needed: an index beside the plugins keeps the declarations. */
#ifndef GALLEY_HOST_H
#define GALLEY_HOST_H

#include <galley/plugin.h>

typedef struct galley_host galley_host;

/* What is known of a plugin file, usable or refused. */
typedef struct galley_plugin_info {
    const char *path;
    const char *name, *version, *license, *description; /* "" when refused before they were read */
    const char *refusal;                                /* one sentence, NULL when usable */
    bool loaded;                                        /* mapped into this process now */
} galley_plugin_info;

/* Looks through, in this order: `folders` (--plugin-dir; NULL-terminated, may be
 * NULL), GALLEY_PLUGIN_PATH (not when setuid), ~/.local/lib/galley/1, and the
 * folder of the installation.  The first plugin of a name wins.  A refused plugin
 * is listed with its reason and reported when it is asked for.  You own it; NULL
 * without memory. */
GALLEY_API galley_host *galley_host_new(const char *const *folders, galley_findings *findings);
GALLEY_API void galley_host_drop(galley_host *host);

/* GALLEY_OK, or what was wrong with one of `folders`, as a finding told: GALLEY_IO (there
 * is none), GALLEY_REFUSED (others can write to it); GALLEY_MEMORY. */
GALLEY_API galley_status galley_host_status(const galley_host *host);

GALLEY_API size_t galley_host_plugin_count(const galley_host *host);
GALLEY_API const galley_plugin_info *galley_host_plugin(const galley_host *host, size_t index);

/* Declarations by id, in the order of the ids; probe, read and write are NULL
 * until the plugin is loaded. */
GALLEY_API size_t galley_host_format_count(const galley_host *host);
GALLEY_API const galley_format *galley_host_format(const galley_host *host, size_t index);
GALLEY_API const galley_format *galley_host_find(const galley_host *host, const char *id);

/* The plugin that a format came from. */
GALLEY_API const galley_plugin_info *galley_host_origin(const galley_host *host, const galley_format *format);

/* The reader for a source: name and content agree > content alone > name alone;
 * a tie at the top is GALLEY_USAGE with the candidates named.  With `id` that format
 * and no other.  *out is loaded and lives as long as the host. */
GALLEY_API galley_status galley_host_reader(galley_host *host, const galley_source *source, const char *id,
                                            galley_findings *findings, const galley_format **out);

/* The writer with `id`, or for the extension of `path`. */
GALLEY_API galley_status galley_host_writer(galley_host *host, const char *path, const char *id,
                                            galley_findings *findings, const galley_format **out);

/* Writes the index of a folder of plugins ("index" in it): every plugin is loaded
 * and asked.  For `galley plugins --index DIR`, at installation. */
GALLEY_API galley_status galley_host_index(const char *folder, galley_findings *findings);

#endif

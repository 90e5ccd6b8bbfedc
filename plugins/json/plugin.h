/* SPDX-License-Identifier: MIT
 * What the descriptor names: the three functions of the format. */
#ifndef PLUGINS_JSON_PLUGIN_H
#define PLUGINS_JSON_PLUGIN_H

#include <galley/galley.h>

int json_probe(galley_slice bytes, bool whole, const char *name);
galley_status json_read(galley_issue *issue, galley_source *const *sources, size_t count,
                        const galley_settings *settings, galley_findings *findings);
galley_status json_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                         galley_findings *findings);

/* The JSON Schema of what is written, made from formats/json/issue.schema.json. */
extern const char json_schema[];

/* Whether the number of the page at an index is its place in the issue, as it is when nobody gave
 * one; only where that misleads "number_given" is written. */
bool json_is_count(galley_slice number, size_t page);

#endif

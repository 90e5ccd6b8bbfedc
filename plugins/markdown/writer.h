/* SPDX-License-Identifier: MIT
 * Writes an issue as Markdown. */
#ifndef PLUGINS_MARKDOWN_WRITER_H
#define PLUGINS_MARKDOWN_WRITER_H

#include <galley/plugin.h>

galley_status markdown_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                             galley_findings *findings);

#endif

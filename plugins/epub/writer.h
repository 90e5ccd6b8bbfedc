/* SPDX-License-Identifier: MIT
 * The EPUB writer, for the descriptor. */
#ifndef PLUGINS_EPUB_WRITER_H
#define PLUGINS_EPUB_WRITER_H

#include <galley/plugin.h>

galley_status epub_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                         galley_findings *findings);

#endif

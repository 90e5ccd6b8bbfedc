/* SPDX-License-Identifier: MIT
 * The writer of plain text. */
#ifndef GALLEY_PLUGINS_TEXT_WRITER_H
#define GALLEY_PLUGINS_TEXT_WRITER_H

#include <galley/galley.h>

galley_status text_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                         galley_findings *findings);

#endif

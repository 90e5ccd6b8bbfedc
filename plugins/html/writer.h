/* SPDX-License-Identifier: MIT
 * What the descriptor names. */
#ifndef PLUGINS_HTML_WRITER_H
#define PLUGINS_HTML_WRITER_H

#include <galley/plugin.h>

galley_status html_write(const galley_issue *issue, galley_sink *sink, const galley_settings *settings,
                         galley_findings *findings);

#endif

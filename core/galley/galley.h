/* SPDX-License-Identifier: MIT
 * Everything of libgalley.  A program that converts:
 *
 *     galley_host_new -> galley_source_open -> galley_host_reader -> format->read
 *     -> galley_repair -> galley_lower -> galley_sink_open -> format->write -> galley_sink_commit
 *
 * or the whole way in two calls: galley_load and galley_save (convert.h). */
#ifndef GALLEY_GALLEY_H
#define GALLEY_GALLEY_H

#include <galley/arena.h>
#include <galley/buffer.h>
#include <galley/convert.h>
#include <galley/finding.h>
#include <galley/host.h>
#include <galley/issue.h>
#include <galley/law.h>
#include <galley/lower.h>
#include <galley/number.h>
#include <galley/option.h>
#include <galley/plugin.h>
#include <galley/repair.h>
#include <galley/sink.h>
#include <galley/slice.h>
#include <galley/source.h>
#include <galley/status.h>
#include <galley/text.h>
#include <galley/track.h>
#include <galley/version.h>

#endif

# libgalley: what an issue is, and no file format.  utf8proc for Unicode, zlib to
# see through gzip, inih for language packs, libuuid for stable identifiers.
lib_LTLIBRARIES += libgalley.la
libgalley_la_CPPFLAGS = $(AM_CPPFLAGS) $(UTF8PROC_CFLAGS) $(ZLIB_CFLAGS) $(INIH_CFLAGS) $(UUID_CFLAGS)
libgalley_la_LDFLAGS = $(AM_LDFLAGS) -version-info $(GALLEY_LT_VERSION)
libgalley_la_LIBADD = $(UTF8PROC_LIBS) $(ZLIB_LIBS) $(INIH_LIBS) $(UUID_LIBS) -lm
libgalley_la_SOURCES =

galleyincludedir = $(includedir)/galley
nodist_galleyinclude_HEADERS = core/galley/version.h
galleyinclude_HEADERS = \
	core/galley/arena.h core/galley/buffer.h core/galley/convert.h core/galley/export.h \
	core/galley/finding.h core/galley/galley.h core/galley/host.h core/galley/issue.h \
	core/galley/law.h core/galley/lower.h core/galley/number.h core/galley/option.h core/galley/plugin.h \
	core/galley/repair.h core/galley/sink.h core/galley/slice.h core/galley/source.h \
	core/galley/status.h core/galley/text.h core/galley/track.h

include core/model/local.mk
include core/text/local.mk
include core/host/local.mk
include core/repair/local.mk

# plugins/text: the reader of dumps.
plugin_LTLIBRARIES += text.la
text_la_SOURCES = plugins/text/text.c plugins/text/reader.c plugins/text/reader.h
text_la_LDFLAGS = $(MODULE)
text_la_LIBADD = libgalleycharset.la libgalley.la

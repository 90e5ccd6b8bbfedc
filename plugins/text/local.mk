# plugins/text: the reader of dumps, the writer of plain text.
plugin_LTLIBRARIES += text.la
text_la_SOURCES = plugins/text/text.c plugins/text/reader.c plugins/text/reader.h \
	plugins/text/writer.c plugins/text/writer.h
text_la_LDFLAGS = $(MODULE)
text_la_LIBADD = libgalleycharset.la libgalley.la

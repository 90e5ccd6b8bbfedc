# plugins/tei: the archival form, written and read, XML through libxml2 (formats/xml), and its schemas.
plugin_LTLIBRARIES += tei.la
tei_sources = plugins/tei/article.c plugins/tei/body.c plugins/tei/facsimile.c plugins/tei/front.c \
	plugins/tei/furniture.c plugins/tei/header.c plugins/tei/jumps.c plugins/tei/lines.c plugins/tei/marks.c \
	plugins/tei/names.c plugins/tei/names.h plugins/tei/order.c plugins/tei/order.h plugins/tei/others.c \
	plugins/tei/others.h plugins/tei/others_articles.c plugins/tei/others_blocks.c \
	plugins/tei/others_divisions.c plugins/tei/others_figures.c plugins/tei/others_lines.c \
	plugins/tei/others_lists.c plugins/tei/others_text.c plugins/tei/pieces.c plugins/tei/pieces.h \
	plugins/tei/probe.c plugins/tei/raw.c plugins/tei/raw.h plugins/tei/read_articles.c \
	plugins/tei/read_facsimile.c plugins/tei/read_header.c plugins/tei/read_standoff.c \
	plugins/tei/read_text.c plugins/tei/reader.c plugins/tei/reader.h plugins/tei/source_doc.c \
	plugins/tei/standoff.c plugins/tei/tree.c plugins/tei/tree.h plugins/tei/words.c plugins/tei/writer.c \
	plugins/tei/writer.h
tei_la_SOURCES = plugins/tei/tei.c $(tei_sources)
tei_la_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
tei_la_LDFLAGS = $(MODULE)
tei_la_LIBADD = libgalleytime.la libgalleyxml.la libgalley.la $(XML_LIBS)

dist_schema_DATA += formats/tei/galley.rnc formats/tei/galley.rng formats/tei/galley.odd

# plugins/markdown: the writer, and the reader over cmark.
plugin_LTLIBRARIES += markdown.la
markdown_la_SOURCES = $(markdown_sources) plugins/markdown/markdown.c
markdown_la_LDFLAGS = $(MODULE)
markdown_la_CPPFLAGS = $(AM_CPPFLAGS) $(CMARK_CFLAGS)
markdown_la_LIBADD = libgalleyphrases.la libgalley.la $(CMARK_LIBS)

markdown_sources = \
	plugins/markdown/writer.c plugins/markdown/writer.h \
	plugins/markdown/order.c plugins/markdown/order.h \
	plugins/markdown/matter.c plugins/markdown/matter.h \
	plugins/markdown/article.c plugins/markdown/article.h \
	plugins/markdown/split.c plugins/markdown/split.h \
	plugins/markdown/plan.c plugins/markdown/plan.h \
	plugins/markdown/role.c plugins/markdown/role.h \
	plugins/markdown/names.c plugins/markdown/names.h \
	plugins/markdown/links.c plugins/markdown/links.h \
	plugins/markdown/marks.c plugins/markdown/marks.h \
	plugins/markdown/comment.c plugins/markdown/comment.h \
	plugins/markdown/html.c plugins/markdown/html.h \
	plugins/markdown/sheet.c plugins/markdown/sheet.h \
	plugins/markdown/escape.c plugins/markdown/escape.h \
	plugins/markdown/reader.c plugins/markdown/reader.h \
	plugins/markdown/tree.c plugins/markdown/tree.h \
	plugins/markdown/front.c plugins/markdown/front.h \
	plugins/markdown/pieces.c plugins/markdown/pieces.h \
	plugins/markdown/ours.c plugins/markdown/ours.h \
	plugins/markdown/outline.c plugins/markdown/outline.h \
	plugins/markdown/document.c plugins/markdown/document.h \
	plugins/markdown/flat.c plugins/markdown/flat.h \
	plugins/markdown/table.c plugins/markdown/table.h \
	plugins/markdown/loose.c plugins/markdown/loose.h \
	plugins/markdown/weigh.c plugins/markdown/weigh.h

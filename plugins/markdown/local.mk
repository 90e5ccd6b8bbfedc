# plugins/markdown: the writer.
plugin_LTLIBRARIES += markdown.la
markdown_la_SOURCES = $(markdown_sources) plugins/markdown/markdown.c
markdown_la_LDFLAGS = $(MODULE)
markdown_la_LIBADD = libgalleyphrases.la libgalley.la

markdown_sources = \
	plugins/markdown/writer.c plugins/markdown/writer.h \
	plugins/markdown/order.c plugins/markdown/order.h \
	plugins/markdown/matter.c plugins/markdown/matter.h \
	plugins/markdown/article.c plugins/markdown/article.h \
	plugins/markdown/split.c plugins/markdown/split.h \
	plugins/markdown/plan.c plugins/markdown/plan.h \
	plugins/markdown/role.c plugins/markdown/role.h \
	plugins/markdown/comment.c plugins/markdown/comment.h \
	plugins/markdown/html.c plugins/markdown/html.h \
	plugins/markdown/sheet.c plugins/markdown/sheet.h \
	plugins/markdown/escape.c plugins/markdown/escape.h

# plugins/html: the writer; the style sheet goes in as a string.
plugin_LTLIBRARIES += html.la
html_la_SOURCES = $(html_sources) plugins/html/html.c
nodist_html_la_SOURCES = plugins/html/style.c
html_la_LDFLAGS = $(MODULE)
html_la_LIBADD = libgalleyhtml.la libgalleybase64.la libgalleyphrases.la libgalleytime.la libgalley.la

html_sources = \
	plugins/html/writer.c plugins/html/writer.h plugins/html/sheet.h \
	plugins/html/plan.c plugins/html/label.c plugins/html/element.c plugins/html/frame.c \
	plugins/html/article.c plugins/html/blocks.c plugins/html/picture.c \
	plugins/html/text.c plugins/html/link.c

CLEANFILES += plugins/html/style.c
plugins/html/style.c: $(srcdir)/formats/html/newspaper.css $(srcdir)/formats/embed.awk
	$(AM_V_GEN)$(MKDIR_P) plugins/html && LC_ALL=C $(AWK) -v name=html_style -v header=plugins/html/sheet.h \
	  -f $(srcdir)/formats/embed.awk $(srcdir)/formats/html/newspaper.css >$@.tmp && mv $@.tmp $@

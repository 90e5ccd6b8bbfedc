# plugins/epub: writer and reader; XML through formats/xml, the container through formats/zip.
plugin_LTLIBRARIES += epub.la
epub_la_SOURCES = $(epub_sources) plugins/epub/epub.c
nodist_epub_la_SOURCES = plugins/epub/stylesheet.c
epub_la_LDFLAGS = $(MODULE)
epub_la_LIBADD = libgalleyphrases.la libgalleypicture.la libgalleyraster.la libgalleytime.la \
	libgalleyxml.la libgalleyzip.la libgalley.la

epub_sources = \
	plugins/epub/writer.c plugins/epub/writer.h \
	plugins/epub/book.c plugins/epub/book.h \
	plugins/epub/picture.c plugins/epub/picture.h \
	plugins/epub/terms.c plugins/epub/terms.h \
	plugins/epub/reader.c plugins/epub/reader.h \
	plugins/epub/open.c plugins/epub/open.h \
	plugins/epub/tree.c plugins/epub/tree.h \
	plugins/epub/words.c plugins/epub/words.h \
	plugins/epub/facts.c plugins/epub/facts.h \
	plugins/epub/pictures.c plugins/epub/pictures.h \
	plugins/epub/passage.c plugins/epub/passage.h \
	plugins/epub/ours.c plugins/epub/others.c \
	plugins/epub/toc.c plugins/epub/toc.h \
	plugins/epub/flow.c plugins/epub/flow.h plugins/epub/elements.c plugins/epub/elements.h \
	plugins/epub/items.c plugins/epub/figures.c plugins/epub/marks.c \
	plugins/epub/says.c plugins/epub/says.h \
	plugins/epub/metadata.c plugins/epub/metadata.h \
	plugins/epub/label.c plugins/epub/label.h \
	plugins/epub/profile.c plugins/epub/profile.h plugins/epub/sheets.h \
	plugins/epub/web.c plugins/epub/web.h \
	plugins/epub/part.c plugins/epub/part.h \
	plugins/epub/announce.c plugins/epub/announce.h \
	plugins/epub/story.c plugins/epub/story.h plugins/epub/blocks.c \
	plugins/epub/package.c plugins/epub/navigation.c \
	plugins/epub/article.c plugins/epub/front.c plugins/epub/cover.c \
	plugins/epub/parts.h

# The style sheets are data files; they go into the plugin as strings: epub_galley_css …
epub_sheets = plugins/epub/galley.css plugins/epub/dark.css plugins/epub/eink.css plugins/epub/vertical.css
EXTRA_DIST += $(epub_sheets)
CLEANFILES += plugins/epub/stylesheet.c
plugins/epub/stylesheet.c: $(epub_sheets)
	$(AM_V_GEN)$(MKDIR_P) plugins/epub && { \
	  echo '/* Made from the style sheets. */' && echo '#include "plugins/epub/sheets.h"' && \
	  for sheet in galley dark eink vertical; do \
	    echo "const char epub_$${sheet}_css[] =" && \
	    $(SED) -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/.*/    "&\\n"/' $(srcdir)/plugins/epub/$$sheet.css && echo '    ;' || exit 1; \
	  done; \
	} >$@.tmp && mv $@.tmp $@

# formats/html: HTML out, and the style of a page that stands alone.
noinst_LTLIBRARIES += libgalleyhtml.la
libgalleyhtml_la_SOURCES = formats/html/writer.c formats/html/writer.h
libgalleyhtml_la_LIBADD =
EXTRA_DIST += formats/html/newspaper.css

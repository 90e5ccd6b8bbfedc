libgalley_la_SOURCES += core/text/unicode.c

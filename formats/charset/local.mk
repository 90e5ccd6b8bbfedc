# formats/charset: encodings, through uchardet and iconv.
noinst_LTLIBRARIES += libgalleycharset.la
libgalleycharset_la_CPPFLAGS = $(AM_CPPFLAGS) $(UCHARDET_CFLAGS)
libgalleycharset_la_LIBADD = $(UCHARDET_LIBS)
libgalleycharset_la_SOURCES = formats/charset/charset.c formats/charset/charset.h

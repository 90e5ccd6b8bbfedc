# formats/zip: containers out and in, through zlib.
noinst_LTLIBRARIES += libgalleyzip.la
libgalleyzip_la_CPPFLAGS = $(AM_CPPFLAGS) $(ZLIB_CFLAGS)
libgalleyzip_la_LIBADD = $(ZLIB_LIBS)
libgalleyzip_la_SOURCES = formats/zip/ocf.c formats/zip/ocf.h formats/zip/reader.c formats/zip/reader.h

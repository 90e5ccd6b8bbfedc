# formats/zip: containers out, through libzip, and in, through zlib.
noinst_LTLIBRARIES += libgalleyzip.la
libgalleyzip_la_CPPFLAGS = $(AM_CPPFLAGS) $(ZIP_CFLAGS) $(ZLIB_CFLAGS)
libgalleyzip_la_LIBADD = $(ZIP_LIBS) $(ZLIB_LIBS)
libgalleyzip_la_SOURCES = formats/zip/ocf.c formats/zip/ocf.h formats/zip/reader.c formats/zip/reader.h

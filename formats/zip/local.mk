# formats/zip: containers, through libzip.
noinst_LTLIBRARIES += libgalleyzip.la
libgalleyzip_la_CPPFLAGS = $(AM_CPPFLAGS) $(ZIP_CFLAGS)
libgalleyzip_la_LIBADD = $(ZIP_LIBS)
libgalleyzip_la_SOURCES = formats/zip/ocf.c formats/zip/ocf.h

# formats/base64: bytes in texts.
noinst_LTLIBRARIES += libgalleybase64.la
libgalleybase64_la_SOURCES = formats/base64/base64.c formats/base64/base64.h
libgalleybase64_la_LIBADD =

# formats/charset: encodings, through iconv and uchardet, which is opened when it is needed (guess.c).
noinst_LTLIBRARIES += libgalleycharset.la
libgalleycharset_la_CPPFLAGS = $(AM_CPPFLAGS) $(UCHARDET_CFLAGS)
libgalleycharset_la_SOURCES = formats/charset/charset.c formats/charset/charset.h \
	formats/charset/guess.c formats/charset/guess.h formats/charset/weigh.c formats/charset/weigh.h

# formats/xml: XML out and in, over libxml2: its text writer, its SAX2.
noinst_LTLIBRARIES += libgalleyxml.la
libgalleyxml_la_SOURCES = formats/xml/writer.c formats/xml/writer.h formats/xml/reader.c formats/xml/reader.h \
	formats/xml/soup.c formats/xml/soup.h \
	formats/xml/feed.c formats/xml/decode.c formats/xml/feed.h
libgalleyxml_la_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
libgalleyxml_la_LIBADD = $(XML_LIBS)

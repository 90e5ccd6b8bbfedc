# formats/xml: XML out, over libxml2's text writer.
noinst_LTLIBRARIES += libgalleyxml.la
libgalleyxml_la_SOURCES = formats/xml/writer.c formats/xml/writer.h
libgalleyxml_la_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
libgalleyxml_la_LIBADD = $(XML_LIBS)

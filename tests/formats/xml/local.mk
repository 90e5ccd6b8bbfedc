# tests/formats/xml
if HAVE_CMOCKA
check_PROGRAMS += tests/formats/xml/writer_test
TESTS += tests/formats/xml/writer_test
tests_formats_xml_writer_test_SOURCES = tests/formats/xml/writer_test.c
tests_formats_xml_writer_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(XML_CFLAGS)
tests_formats_xml_writer_test_LDADD = libgalleyxml.la libgalley.la $(CMOCKA_LIBS) $(XML_LIBS)
endif

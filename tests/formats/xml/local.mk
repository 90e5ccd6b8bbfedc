# tests/formats/xml
if HAVE_CMOCKA
XML_TESTS = tests/formats/xml/writer_test tests/formats/xml/reader_test tests/formats/xml/soup_test
check_PROGRAMS += $(XML_TESTS)
TESTS += $(XML_TESTS)
tests_formats_xml_reader_test_LDADD = libgalleyxml.la $(LDADD) $(XML_LIBS)
tests_formats_xml_soup_test_LDADD = libgalleyxml.la $(LDADD) $(XML_LIBS)
tests_formats_xml_writer_test_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
tests_formats_xml_writer_test_LDADD = libgalleyxml.la $(LDADD) $(XML_LIBS)
endif

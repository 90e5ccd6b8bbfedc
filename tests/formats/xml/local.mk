# tests/formats/xml
if HAVE_CMOCKA
check_PROGRAMS += tests/formats/xml/writer_test
TESTS += tests/formats/xml/writer_test
tests_formats_xml_writer_test_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
tests_formats_xml_writer_test_LDADD = libgalleyxml.la $(LDADD) $(XML_LIBS)
endif

# tests/formats/html
if HAVE_CMOCKA
check_PROGRAMS += tests/formats/html/writer_test
TESTS += tests/formats/html/writer_test
tests_formats_html_writer_test_LDADD = libgalleyhtml.la $(LDADD)
endif

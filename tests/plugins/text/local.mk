# tests/plugins/text
if HAVE_CMOCKA
check_PROGRAMS += tests/plugins/text/reader_test
TESTS += tests/plugins/text/reader_test
tests_plugins_text_reader_test_SOURCES = tests/plugins/text/reader_test.c plugins/text/reader.c plugins/text/reader.h
tests_plugins_text_reader_test_CPPFLAGS = $(AM_CPPFLAGS)
tests_plugins_text_reader_test_LDADD = libgalleycharset.la $(LDADD)
endif

# tests/plugins/text: the reader; the writer with its plugin linked in.
if HAVE_CMOCKA
check_PROGRAMS += tests/plugins/text/reader_test tests/plugins/text/writer_test
TESTS += tests/plugins/text/reader_test tests/plugins/text/writer_test
tests_plugins_text_reader_test_SOURCES = tests/plugins/text/reader_test.c plugins/text/reader.c plugins/text/reader.h
tests_plugins_text_reader_test_CPPFLAGS = $(AM_CPPFLAGS)
tests_plugins_text_reader_test_LDADD = libgalleycharset.la $(LDADD)
tests_plugins_text_writer_test_SOURCES = \
	tests/plugins/text/writer_test.c tests/plugins/made_issue.c tests/plugins/made_issue.h $(text_la_SOURCES)
tests_plugins_text_writer_test_CPPFLAGS = $(AM_CPPFLAGS)
tests_plugins_text_writer_test_LDADD = libgalleycharset.la $(LDADD)
endif

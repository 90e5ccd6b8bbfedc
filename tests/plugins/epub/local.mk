# tests/plugins/epub: the writer, its parts linked in; books are opened again with libzip and libxml2.
if HAVE_CMOCKA
check_PROGRAMS += tests/plugins/epub/writer_test
TESTS += tests/plugins/epub/writer_test
tests_plugins_epub_writer_test_SOURCES = \
	tests/plugins/epub/writer_test.c tests/plugins/epub/opened.c tests/plugins/epub/opened.h \
	tests/plugins/epub/printed.c tests/plugins/epub/printed.h plugins/epub/epub.c $(epub_sources)
nodist_tests_plugins_epub_writer_test_SOURCES = plugins/epub/stylesheet.c
tests_plugins_epub_writer_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(XML_CFLAGS) $(ZIP_CFLAGS)
tests_plugins_epub_writer_test_LDADD = libgalleyzip.la libgalley.la $(CMOCKA_LIBS) $(XML_LIBS) $(ZIP_LIBS)
endif

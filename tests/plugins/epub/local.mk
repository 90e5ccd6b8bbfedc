# tests/plugins/epub: the writer, its parts linked in; books are opened again with libzip and libxml2.
if HAVE_CMOCKA
check_PROGRAMS += tests/plugins/epub/writer_test tests/plugins/epub/label_test
TESTS += tests/plugins/epub/writer_test tests/plugins/epub/label_test
epub_test_sources = \
	tests/plugins/epub/opened.c tests/plugins/epub/opened.h tests/plugins/epub/printed.c tests/plugins/epub/printed.h \
	plugins/epub/epub.c $(epub_sources)
epub_test_flags = $(AM_CPPFLAGS) $(XML_CFLAGS) $(ZIP_CFLAGS)
epub_test_libraries = \
	libgalleyphrases.la libgalleytime.la libgalleyxml.la libgalleyzip.la $(LDADD) $(XML_LIBS) $(ZIP_LIBS)

tests_plugins_epub_writer_test_SOURCES = tests/plugins/epub/writer_test.c $(epub_test_sources)
nodist_tests_plugins_epub_writer_test_SOURCES = plugins/epub/stylesheet.c
tests_plugins_epub_writer_test_CPPFLAGS = $(epub_test_flags)
tests_plugins_epub_writer_test_LDADD = $(epub_test_libraries)

tests_plugins_epub_label_test_SOURCES = tests/plugins/epub/label_test.c $(epub_test_sources)
nodist_tests_plugins_epub_label_test_SOURCES = plugins/epub/stylesheet.c
tests_plugins_epub_label_test_CPPFLAGS = $(epub_test_flags)
tests_plugins_epub_label_test_LDADD = $(epub_test_libraries)
endif

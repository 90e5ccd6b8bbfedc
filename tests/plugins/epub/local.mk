# tests/plugins/epub: writer and reader, their parts linked in; books are opened again with libzip and libxml2.
if HAVE_CMOCKA
EPUB_TESTS = tests/plugins/epub/book_test tests/plugins/epub/writer_test tests/plugins/epub/label_test \
	tests/plugins/epub/story_test tests/plugins/epub/profile_test tests/plugins/epub/round_test \
	tests/plugins/epub/flow_test tests/plugins/epub/toc_test tests/plugins/epub/open_test \
	tests/plugins/epub/broken_test
check_PROGRAMS += $(EPUB_TESTS)
TESTS += $(EPUB_TESTS)
check_LTLIBRARIES += libepubtest.la
libepubtest_la_SOURCES = \
	tests/plugins/epub/opened.c tests/plugins/epub/opened.h tests/plugins/epub/printed.c tests/plugins/epub/printed.h \
	tests/plugins/epub/taken.c tests/plugins/epub/taken.h tests/plugins/epub/stranger.c tests/plugins/epub/stranger.h \
	tests/plugins/made_issue.c tests/plugins/made_issue.h plugins/epub/epub.c $(epub_sources)
nodist_libepubtest_la_SOURCES = plugins/epub/stylesheet.c
libepubtest_la_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS) $(ZIP_CFLAGS)
libepubtest_la_LIBADD = libgalleyphrases.la libgalleypicture.la libgalleyraster.la libgalleytime.la \
	libgalleyxml.la libgalleyzip.la $(XML_LIBS) $(ZIP_LIBS)

tests_plugins_epub_book_test_CPPFLAGS = $(libepubtest_la_CPPFLAGS)
tests_plugins_epub_book_test_LDADD = libepubtest.la $(LDADD)
tests_plugins_epub_writer_test_CPPFLAGS = $(libepubtest_la_CPPFLAGS)
tests_plugins_epub_writer_test_LDADD = libepubtest.la $(LDADD)
tests_plugins_epub_story_test_CPPFLAGS = $(libepubtest_la_CPPFLAGS)
tests_plugins_epub_story_test_LDADD = libepubtest.la $(LDADD)
tests_plugins_epub_profile_test_CPPFLAGS = $(libepubtest_la_CPPFLAGS)
tests_plugins_epub_profile_test_LDADD = libepubtest.la $(LDADD)
tests_plugins_epub_label_test_CPPFLAGS = $(libepubtest_la_CPPFLAGS)
tests_plugins_epub_label_test_LDADD = libepubtest.la $(LDADD)
tests_plugins_epub_round_test_SOURCES = tests/plugins/epub/round_test.c tests/plugins/json/random.c \
	tests/plugins/json/issues.h
tests_plugins_epub_round_test_CPPFLAGS = $(libepubtest_la_CPPFLAGS)
tests_plugins_epub_round_test_LDADD = libepubtest.la $(LDADD)
tests_plugins_epub_flow_test_CPPFLAGS = $(libepubtest_la_CPPFLAGS)
tests_plugins_epub_flow_test_LDADD = libepubtest.la $(LDADD)
tests_plugins_epub_toc_test_CPPFLAGS = $(libepubtest_la_CPPFLAGS)
tests_plugins_epub_toc_test_LDADD = libepubtest.la $(LDADD)
tests_plugins_epub_open_test_CPPFLAGS = $(libepubtest_la_CPPFLAGS)
tests_plugins_epub_open_test_LDADD = libepubtest.la $(LDADD)
tests_plugins_epub_broken_test_CPPFLAGS = $(libepubtest_la_CPPFLAGS)
tests_plugins_epub_broken_test_LDADD = libepubtest.la $(LDADD)
endif
TESTS += tests/plugins/epub/pandoc_test.sh tests/plugins/epub/back_test.sh
EXTRA_DIST += tests/plugins/epub/pandoc_test.sh tests/plugins/epub/back_test.sh

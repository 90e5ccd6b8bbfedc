# tests/plugins/markdown: the writer, its parts linked in; two parsers read what it wrote.
if HAVE_CMOCKA
MARKDOWN_TESTS = tests/plugins/markdown/writer_test tests/plugins/markdown/parsers_test \
	tests/plugins/markdown/round_test tests/plugins/markdown/reader_test
check_PROGRAMS += $(MARKDOWN_TESTS)
TESTS += $(MARKDOWN_TESTS)
check_LTLIBRARIES += libmarkdowntest.la
libmarkdowntest_la_SOURCES = \
	tests/plugins/markdown/written.c tests/plugins/markdown/written.h \
	tests/plugins/markdown/read.c tests/plugins/markdown/read.h \
	tests/plugins/made_issue.c tests/plugins/made_issue.h plugins/markdown/markdown.c $(markdown_sources)
libmarkdowntest_la_CPPFLAGS = $(AM_CPPFLAGS) $(CMARK_CFLAGS)
libmarkdowntest_la_LIBADD = libgalleyphrases.la $(CMARK_LIBS)

tests_plugins_markdown_round_test_SOURCES = \
	tests/plugins/markdown/round_test.c tests/plugins/json/random.c tests/plugins/json/same.c tests/plugins/json/issues.h
tests_plugins_markdown_round_test_CPPFLAGS = $(AM_CPPFLAGS)
tests_plugins_markdown_round_test_LDADD = libmarkdowntest.la $(LDADD)
tests_plugins_markdown_reader_test_LDADD = libmarkdowntest.la $(LDADD)
tests_plugins_markdown_writer_test_LDADD = libmarkdowntest.la $(LDADD)
tests_plugins_markdown_parsers_test_SOURCES = \
	tests/plugins/markdown/parsers_test.c tests/plugins/json/random.c tests/plugins/json/issues.h
tests_plugins_markdown_parsers_test_CPPFLAGS = $(AM_CPPFLAGS)
tests_plugins_markdown_parsers_test_LDADD = libmarkdowntest.la $(LDADD)
if HAVE_MARKDOWN_PARSERS
tests_plugins_markdown_parsers_test_CPPFLAGS += -DHAVE_MARKDOWN_PARSERS $(CMARK_CFLAGS) $(MD4C_CFLAGS)
tests_plugins_markdown_parsers_test_LDADD += $(CMARK_LIBS) $(MD4C_LIBS)
endif
endif
# Not a test by itself: scripts/test gives it the outputs.
if HAVE_MARKDOWN_PARSERS
check_PROGRAMS += tests/plugins/markdown/agree
tests_plugins_markdown_agree_CPPFLAGS = $(AM_CPPFLAGS) $(CMARK_CFLAGS) $(MD4C_CFLAGS)
tests_plugins_markdown_agree_LDADD = libgalley.la $(CMARK_LIBS) $(MD4C_LIBS)
endif

# tests/plugins/markdown: the writer, its parts linked in; two parsers read what it wrote.
if HAVE_CMOCKA
check_PROGRAMS += tests/plugins/markdown/writer_test tests/plugins/markdown/parsers_test
TESTS += tests/plugins/markdown/writer_test tests/plugins/markdown/parsers_test
markdown_test_sources = \
	tests/plugins/markdown/written.c tests/plugins/markdown/written.h \
	plugins/markdown/markdown.c $(markdown_sources)

tests_plugins_markdown_writer_test_SOURCES = tests/plugins/markdown/writer_test.c $(markdown_test_sources)
tests_plugins_markdown_writer_test_CPPFLAGS = $(AM_CPPFLAGS)
tests_plugins_markdown_writer_test_LDADD = libgalleyphrases.la $(LDADD)

tests_plugins_markdown_parsers_test_SOURCES = tests/plugins/markdown/parsers_test.c $(markdown_test_sources)
tests_plugins_markdown_parsers_test_CPPFLAGS = $(AM_CPPFLAGS)
tests_plugins_markdown_parsers_test_LDADD = libgalleyphrases.la $(LDADD)
if HAVE_MARKDOWN_PARSERS
tests_plugins_markdown_parsers_test_CPPFLAGS += -DHAVE_MARKDOWN_PARSERS $(CMARK_CFLAGS) $(MD4C_CFLAGS)
tests_plugins_markdown_parsers_test_LDADD += $(CMARK_LIBS) $(MD4C_LIBS)
endif
endif
# Not a test by itself: scripts/test gives it the outputs.
if HAVE_MARKDOWN_PARSERS
check_PROGRAMS += tests/plugins/markdown/agree
tests_plugins_markdown_agree_SOURCES = tests/plugins/markdown/agree.c
tests_plugins_markdown_agree_CPPFLAGS = $(AM_CPPFLAGS) $(CMARK_CFLAGS) $(MD4C_CFLAGS)
tests_plugins_markdown_agree_LDADD = libgalley.la $(CMARK_LIBS) $(MD4C_LIBS)
endif

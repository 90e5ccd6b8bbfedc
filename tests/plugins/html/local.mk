# tests/plugins/html: written to memory, its parts linked in; the tags are read by hand.
if HAVE_CMOCKA
HTML_TESTS = tests/plugins/html/writer_test tests/plugins/html/text_test
check_PROGRAMS += $(HTML_TESTS)
TESTS += $(HTML_TESTS)
check_LTLIBRARIES += libhtmltest.la
libhtmltest_la_SOURCES = \
	tests/plugins/html/page.c tests/plugins/html/page.h tests/plugins/json/random.c tests/plugins/json/issues.h \
	tests/plugins/made_issue.c tests/plugins/made_issue.h plugins/html/html.c $(html_sources)
nodist_libhtmltest_la_SOURCES = plugins/html/style.c
libhtmltest_la_CPPFLAGS = $(AM_CPPFLAGS)
libhtmltest_la_LIBADD = libgalleyhtml.la libgalleybase64.la libgalleyphrases.la libgalleytime.la

tests_plugins_html_writer_test_LDADD = libhtmltest.la $(LDADD)
tests_plugins_html_text_test_LDADD = libhtmltest.la $(LDADD)
endif

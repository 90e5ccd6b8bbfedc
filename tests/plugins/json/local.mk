# tests/plugins/json: there and back to the byte, and what is refused.
if HAVE_CMOCKA
JSON_TESTS = tests/plugins/json/round_test tests/plugins/json/reader_test
check_PROGRAMS += $(JSON_TESTS)
TESTS += $(JSON_TESTS)
check_LTLIBRARIES += libjsontest.la
libjsontest_la_SOURCES = \
	tests/plugins/json/issues.c tests/plugins/json/issues.h tests/plugins/json/random.c tests/plugins/json/same.c \
	tests/plugins/made_issue.c tests/plugins/made_issue.h plugins/json/json.c $(json_sources)
nodist_libjsontest_la_SOURCES = plugins/json/schema.c
libjsontest_la_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
libjsontest_la_LIBADD = libgalleyjson.la libgalleybase64.la $(JANSSON_LIBS)

tests_plugins_json_round_test_CPPFLAGS = $(libjsontest_la_CPPFLAGS)
tests_plugins_json_round_test_LDADD = libjsontest.la $(LDADD)
tests_plugins_json_reader_test_LDADD = libjsontest.la $(LDADD)
endif
TESTS += tests/plugins/json/schema_test.sh tests/plugins/json/ids_test.sh
EXTRA_DIST += tests/plugins/json/schema_test.sh tests/plugins/json/ids_test.sh tests/plugins/json/all.json tests/plugins/json/mutate.py

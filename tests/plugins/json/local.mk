# tests/plugins/json: there and back to the byte, and what is refused.
if HAVE_CMOCKA
check_PROGRAMS += tests/plugins/json/round_test tests/plugins/json/reader_test
TESTS += tests/plugins/json/round_test tests/plugins/json/reader_test
json_test_sources = \
	tests/plugins/json/issues.c tests/plugins/json/issues.h tests/plugins/json/random.c \
	tests/plugins/json/same.c plugins/json/json.c $(json_sources)
json_test_flags = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
json_test_libraries = libgalleyjson.la $(LDADD) $(JANSSON_LIBS)

tests_plugins_json_round_test_SOURCES = tests/plugins/json/round_test.c $(json_test_sources)
tests_plugins_json_round_test_CPPFLAGS = $(json_test_flags)
tests_plugins_json_round_test_LDADD = $(json_test_libraries)

tests_plugins_json_reader_test_SOURCES = tests/plugins/json/reader_test.c $(json_test_sources)
tests_plugins_json_reader_test_CPPFLAGS = $(json_test_flags)
tests_plugins_json_reader_test_LDADD = $(json_test_libraries)
endif

# tests/plugins/jsonl: written to memory, each line read with jansson.
if HAVE_CMOCKA
check_PROGRAMS += tests/plugins/jsonl/writer_test
TESTS += tests/plugins/jsonl/writer_test
tests_plugins_jsonl_writer_test_SOURCES = tests/plugins/jsonl/writer_test.c tests/plugins/json/random.c \
	tests/plugins/json/issues.h tests/plugins/made_issue.c tests/plugins/made_issue.h plugins/jsonl/jsonl.c $(jsonl_sources)
nodist_tests_plugins_jsonl_writer_test_SOURCES = plugins/jsonl/schema.c
tests_plugins_jsonl_writer_test_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
tests_plugins_jsonl_writer_test_LDADD = libgalleyjson.la $(LDADD) $(JANSSON_LIBS)
endif

# tests/formats/json: the stream writer, and what is said of lines.
if HAVE_CMOCKA
FORMATS_JSON_TESTS = tests/formats/json/writer_test tests/formats/json/lines_test
check_PROGRAMS += $(FORMATS_JSON_TESTS)
TESTS += $(FORMATS_JSON_TESTS)
tests_formats_json_writer_test_LDADD = libgalleyjson.la $(LDADD) -lm
tests_formats_json_lines_test_LDADD = libgalleyjson.la $(LDADD)
endif

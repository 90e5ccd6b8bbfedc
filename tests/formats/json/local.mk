# tests/formats/json: the stream writer.
if HAVE_CMOCKA
check_PROGRAMS += tests/formats/json/writer_test
TESTS += tests/formats/json/writer_test
tests_formats_json_writer_test_LDADD = libgalleyjson.la $(LDADD) -lm
endif

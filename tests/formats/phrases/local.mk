# tests/formats/phrases
if HAVE_CMOCKA
PHRASES_TESTS = tests/formats/phrases/phrases_test tests/formats/phrases/label_test
check_PROGRAMS += $(PHRASES_TESTS)
TESTS += $(PHRASES_TESTS)
tests_formats_phrases_phrases_test_LDADD = libgalleyphrases.la $(LDADD)
tests_formats_phrases_label_test_LDADD = libgalleyphrases.la $(LDADD)
endif

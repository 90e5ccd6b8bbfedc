# tests/formats/phrases
if HAVE_CMOCKA
check_PROGRAMS += tests/formats/phrases/phrases_test
TESTS += tests/formats/phrases/phrases_test
tests_formats_phrases_phrases_test_LDADD = libgalleyphrases.la $(LDADD)
endif

# tests/formats/phrases
if HAVE_CMOCKA
check_PROGRAMS += tests/formats/phrases/phrases_test
TESTS += tests/formats/phrases/phrases_test
tests_formats_phrases_phrases_test_SOURCES = tests/formats/phrases/phrases_test.c
tests_formats_phrases_phrases_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_formats_phrases_phrases_test_LDADD = libgalleyphrases.la libgalley.la $(CMOCKA_LIBS)
endif

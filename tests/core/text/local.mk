# tests/core/text: Unicode, patterns, names, shared words, language packs
if HAVE_CMOCKA
check_PROGRAMS += tests/core/text/unicode_test
TESTS += tests/core/text/unicode_test
tests_core_text_unicode_test_SOURCES = tests/core/text/unicode_test.c
tests_core_text_unicode_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_text_unicode_test_LDADD = libgalley.la $(CMOCKA_LIBS)
endif

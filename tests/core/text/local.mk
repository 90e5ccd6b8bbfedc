# tests/core/text: Unicode, patterns, dates, names, words, language packs.  What is
# hidden in libgalley is compiled in.
if HAVE_CMOCKA
check_PROGRAMS += tests/core/text/unicode_test
TESTS += tests/core/text/unicode_test
tests_core_text_unicode_test_SOURCES = tests/core/text/unicode_test.c
tests_core_text_unicode_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_text_unicode_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/text/pattern_test
TESTS += tests/core/text/pattern_test
tests_core_text_pattern_test_SOURCES = tests/core/text/pattern_test.c core/text/pattern.c tests/core/text/codes.h
tests_core_text_pattern_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_text_pattern_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/text/shingle_test
TESTS += tests/core/text/shingle_test
tests_core_text_shingle_test_SOURCES = tests/core/text/shingle_test.c core/text/shingle.c core/text/pattern.c tests/core/text/codes.h
tests_core_text_shingle_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_text_shingle_test_LDADD = libgalley.la $(CMOCKA_LIBS) -lm

check_PROGRAMS += tests/core/text/language_test
TESTS += tests/core/text/language_test
tests_core_text_language_test_SOURCES = tests/core/text/language_test.c core/text/language.c core/text/detect.c core/text/date.c core/text/pattern.c tests/core/text/codes.h
nodist_tests_core_text_language_test_SOURCES = core/text/packs.c
tests_core_text_language_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(INIH_CFLAGS)
tests_core_text_language_test_LDADD = libgalley.la $(CMOCKA_LIBS) $(INIH_LIBS)

check_PROGRAMS += tests/core/text/person_test
TESTS += tests/core/text/person_test
tests_core_text_person_test_SOURCES = tests/core/text/person_test.c core/text/person.c core/text/language.c core/text/detect.c core/text/date.c core/text/pattern.c tests/core/text/codes.h
nodist_tests_core_text_person_test_SOURCES = core/text/packs.c
tests_core_text_person_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(INIH_CFLAGS)
tests_core_text_person_test_LDADD = libgalley.la $(CMOCKA_LIBS) $(INIH_LIBS)

check_PROGRAMS += tests/core/text/date_test
TESTS += tests/core/text/date_test
tests_core_text_date_test_SOURCES = tests/core/text/date_test.c core/text/language.c core/text/detect.c core/text/date.c core/text/pattern.c tests/core/text/codes.h
nodist_tests_core_text_date_test_SOURCES = core/text/packs.c
tests_core_text_date_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(INIH_CFLAGS)
tests_core_text_date_test_LDADD = libgalley.la $(CMOCKA_LIBS) $(INIH_LIBS)

check_PROGRAMS += tests/core/text/words_test
TESTS += tests/core/text/words_test
tests_core_text_words_test_SOURCES = tests/core/text/words_test.c core/text/words.c
tests_core_text_words_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_text_words_test_LDADD = libgalley.la $(CMOCKA_LIBS)
endif

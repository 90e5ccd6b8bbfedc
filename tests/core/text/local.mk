# tests/core/text: Unicode, patterns, dates, names, words, language packs.  What is
# hidden in libgalley is compiled in.
EXTRA_DIST += tests/core/text/codes.h
if HAVE_CMOCKA
TEXT_TESTS = \
	tests/core/text/unicode_test \
	tests/core/text/pattern_test \
	tests/core/text/shingle_test \
	tests/core/text/words_test \
	tests/core/text/language_test \
	tests/core/text/date_test \
	tests/core/text/person_test
check_PROGRAMS += $(TEXT_TESTS)
TESTS += $(TEXT_TESTS)

text_pack_sources = core/text/language.c core/text/detect.c core/text/date.c core/text/pattern.c
text_pack_flags = $(AM_CPPFLAGS) $(INIH_CFLAGS)
text_pack_libraries = $(LDADD) $(INIH_LIBS)

tests_core_text_pattern_test_SOURCES = tests/core/text/pattern_test.c core/text/pattern.c
tests_core_text_pattern_test_CPPFLAGS = $(AM_CPPFLAGS)

tests_core_text_shingle_test_SOURCES = tests/core/text/shingle_test.c core/text/shingle.c core/text/pattern.c
tests_core_text_shingle_test_CPPFLAGS = $(AM_CPPFLAGS)
tests_core_text_shingle_test_LDADD = $(LDADD) -lm

tests_core_text_words_test_SOURCES = tests/core/text/words_test.c core/text/words.c
tests_core_text_words_test_CPPFLAGS = $(AM_CPPFLAGS)

tests_core_text_language_test_SOURCES = tests/core/text/language_test.c $(text_pack_sources)
nodist_tests_core_text_language_test_SOURCES = core/text/packs.c
tests_core_text_language_test_CPPFLAGS = $(text_pack_flags)
tests_core_text_language_test_LDADD = $(text_pack_libraries)

tests_core_text_date_test_SOURCES = tests/core/text/date_test.c $(text_pack_sources)
nodist_tests_core_text_date_test_SOURCES = core/text/packs.c
tests_core_text_date_test_CPPFLAGS = $(text_pack_flags)
tests_core_text_date_test_LDADD = $(text_pack_libraries)

tests_core_text_person_test_SOURCES = tests/core/text/person_test.c core/text/person.c $(text_pack_sources)
nodist_tests_core_text_person_test_SOURCES = core/text/packs.c
tests_core_text_person_test_CPPFLAGS = $(text_pack_flags)
tests_core_text_person_test_LDADD = $(text_pack_libraries)
endif

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
check_LTLIBRARIES += libtexttest.la
libtexttest_la_SOURCES = core/text/numeral.c core/text/pattern.c core/text/patterns.c core/text/shingle.c core/text/words.c \
	core/text/language.c core/text/detect.c core/text/date.c core/text/person.c
nodist_libtexttest_la_SOURCES = core/text/packs.c
libtexttest_la_CPPFLAGS = $(AM_CPPFLAGS) $(INIH_CFLAGS)
libtexttest_la_LIBADD = $(INIH_LIBS) -lm

tests_core_text_pattern_test_LDADD = libtexttest.la $(LDADD)
tests_core_text_shingle_test_LDADD = libtexttest.la $(LDADD)
tests_core_text_words_test_LDADD = libtexttest.la $(LDADD)
tests_core_text_language_test_LDADD = libtexttest.la $(LDADD)
tests_core_text_date_test_LDADD = libtexttest.la $(LDADD)
tests_core_text_person_test_LDADD = libtexttest.la $(LDADD)
endif

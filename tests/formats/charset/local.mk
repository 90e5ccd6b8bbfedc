# tests/formats/charset
if HAVE_CMOCKA
check_PROGRAMS += tests/formats/charset/charset_test
TESTS += tests/formats/charset/charset_test
tests_formats_charset_charset_test_LDADD = libgalleycharset.la $(LDADD)
endif

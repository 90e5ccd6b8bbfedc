# tests/formats/base64
if HAVE_CMOCKA
check_PROGRAMS += tests/formats/base64/base64_test
TESTS += tests/formats/base64/base64_test
tests_formats_base64_base64_test_LDADD = libgalleybase64.la $(LDADD)
endif

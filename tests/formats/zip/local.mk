# tests/formats/zip
if HAVE_CMOCKA
check_PROGRAMS += tests/formats/zip/ocf_test
TESTS += tests/formats/zip/ocf_test
tests_formats_zip_ocf_test_SOURCES = tests/formats/zip/ocf_test.c
tests_formats_zip_ocf_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS) $(ZIP_CFLAGS)
tests_formats_zip_ocf_test_LDADD = libgalleyzip.la libgalley.la $(CMOCKA_LIBS) $(ZIP_LIBS)
endif

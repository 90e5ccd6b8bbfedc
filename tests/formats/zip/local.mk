# tests/formats/zip
if HAVE_CMOCKA
check_PROGRAMS += tests/formats/zip/ocf_test
TESTS += tests/formats/zip/ocf_test
tests_formats_zip_ocf_test_CPPFLAGS = $(AM_CPPFLAGS) $(ZIP_CFLAGS)
tests_formats_zip_ocf_test_LDADD = libgalleyzip.la $(LDADD) $(ZIP_LIBS)
endif

# tests/formats/zip
if HAVE_CMOCKA
ZIP_TESTS = tests/formats/zip/ocf_test tests/formats/zip/reader_test
check_PROGRAMS += $(ZIP_TESTS)
TESTS += $(ZIP_TESTS)
tests_formats_zip_reader_test_LDADD = libgalleyzip.la $(LDADD) $(ZIP_LIBS) $(ZLIB_LIBS)
tests_formats_zip_ocf_test_CPPFLAGS = $(AM_CPPFLAGS) $(ZIP_CFLAGS)
tests_formats_zip_ocf_test_LDADD = libgalleyzip.la $(LDADD) $(ZIP_LIBS)
endif

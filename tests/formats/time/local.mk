# tests/formats/time
if HAVE_CMOCKA
check_PROGRAMS += tests/formats/time/epoch_test
TESTS += tests/formats/time/epoch_test
tests_formats_time_epoch_test_SOURCES = tests/formats/time/epoch_test.c
tests_formats_time_epoch_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_formats_time_epoch_test_LDADD = libgalleytime.la libgalley.la $(CMOCKA_LIBS)
endif

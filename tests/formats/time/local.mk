# tests/formats/time
if HAVE_CMOCKA
check_PROGRAMS += tests/formats/time/epoch_test
TESTS += tests/formats/time/epoch_test
tests_formats_time_epoch_test_LDADD = libgalleytime.la $(LDADD)
endif

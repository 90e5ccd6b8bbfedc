# tests/formats/time
if HAVE_CMOCKA
FORMATS_TIME_TESTS = tests/formats/time/epoch_test tests/formats/time/day_test
check_PROGRAMS += $(FORMATS_TIME_TESTS)
TESTS += $(FORMATS_TIME_TESTS)
tests_formats_time_epoch_test_LDADD = libgalleytime.la $(LDADD)
tests_formats_time_day_test_LDADD = libgalleytime.la $(LDADD)
endif

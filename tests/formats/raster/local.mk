# tests/formats/raster
if HAVE_CMOCKA
RASTER_TESTS = tests/formats/raster/raster_test
check_PROGRAMS += $(RASTER_TESTS)
TESTS += $(RASTER_TESTS)
tests_formats_raster_raster_test_LDADD = libgalleyraster.la libgalleypicture.la $(LDADD)
endif

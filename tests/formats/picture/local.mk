# tests/formats/picture
if HAVE_CMOCKA
PICTURE_TESTS = tests/formats/picture/picture_test
check_PROGRAMS += $(PICTURE_TESTS)
TESTS += $(PICTURE_TESTS)
tests_formats_picture_picture_test_LDADD = libgalleypicture.la $(LDADD)
endif

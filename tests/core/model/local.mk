# tests/core/model: the arena, slices, the issue, the law
if HAVE_CMOCKA
check_PROGRAMS += tests/core/model/arena_test
TESTS += tests/core/model/arena_test
tests_core_model_arena_test_SOURCES = tests/core/model/arena_test.c
tests_core_model_arena_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_model_arena_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/model/slice_test
TESTS += tests/core/model/slice_test
tests_core_model_slice_test_SOURCES = tests/core/model/slice_test.c
tests_core_model_slice_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_model_slice_test_LDADD = libgalley.la $(CMOCKA_LIBS)
endif

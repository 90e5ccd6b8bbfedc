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

check_PROGRAMS += tests/core/model/issue_test
TESTS += tests/core/model/issue_test
tests_core_model_issue_test_SOURCES = tests/core/model/issue_test.c
tests_core_model_issue_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_model_issue_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/model/law_test
TESTS += tests/core/model/law_test
tests_core_model_law_test_SOURCES = tests/core/model/law_test.c
tests_core_model_law_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_model_law_test_LDADD = libgalley.la $(CMOCKA_LIBS)
endif

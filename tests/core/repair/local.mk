# tests/core/repair: pages and what must come of them (page.h), the law, limits
if HAVE_CMOCKA
check_PROGRAMS += tests/core/repair/law_test
TESTS += tests/core/repair/law_test
tests_core_repair_law_test_SOURCES = tests/core/repair/law_test.c
tests_core_repair_law_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_repair_law_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/repair/limit_test
TESTS += tests/core/repair/limit_test
tests_core_repair_limit_test_SOURCES = tests/core/repair/limit_test.c tests/core/repair/page.h
tests_core_repair_limit_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_repair_limit_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/repair/hints_test
TESTS += tests/core/repair/hints_test
tests_core_repair_hints_test_SOURCES = tests/core/repair/hints_test.c tests/core/repair/page.h
tests_core_repair_hints_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_repair_hints_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/repair/explain_test
TESTS += tests/core/repair/explain_test
tests_core_repair_explain_test_SOURCES = tests/core/repair/explain_test.c tests/core/repair/page.h
tests_core_repair_explain_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_repair_explain_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/repair/mixed_test
TESTS += tests/core/repair/mixed_test
tests_core_repair_mixed_test_SOURCES = tests/core/repair/mixed_test.c tests/core/repair/page.h
tests_core_repair_mixed_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_repair_mixed_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/repair/spacing_test
TESTS += tests/core/repair/spacing_test
tests_core_repair_spacing_test_SOURCES = tests/core/repair/spacing_test.c tests/core/repair/page.h
tests_core_repair_spacing_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_repair_spacing_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/repair/paragraphs_test
TESTS += tests/core/repair/paragraphs_test
tests_core_repair_paragraphs_test_SOURCES = tests/core/repair/paragraphs_test.c tests/core/repair/page.h
tests_core_repair_paragraphs_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_repair_paragraphs_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/repair/heads_test
TESTS += tests/core/repair/heads_test
tests_core_repair_heads_test_SOURCES = tests/core/repair/heads_test.c tests/core/repair/page.h tests/core/repair/bodies.h
tests_core_repair_heads_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_repair_heads_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/repair/meetings_test
TESTS += tests/core/repair/meetings_test
tests_core_repair_meetings_test_SOURCES = tests/core/repair/meetings_test.c tests/core/repair/page.h tests/core/repair/bodies.h
tests_core_repair_meetings_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_repair_meetings_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/repair/bylines_test
TESTS += tests/core/repair/bylines_test
tests_core_repair_bylines_test_SOURCES = tests/core/repair/bylines_test.c tests/core/repair/page.h tests/core/repair/bodies.h
tests_core_repair_bylines_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_repair_bylines_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/repair/captions_test
TESTS += tests/core/repair/captions_test
tests_core_repair_captions_test_SOURCES = tests/core/repair/captions_test.c tests/core/repair/page.h tests/core/repair/bodies.h
tests_core_repair_captions_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_repair_captions_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/repair/continuations_test
TESTS += tests/core/repair/continuations_test
tests_core_repair_continuations_test_SOURCES = tests/core/repair/continuations_test.c tests/core/repair/page.h tests/core/repair/bodies.h
tests_core_repair_continuations_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_repair_continuations_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/repair/joints_test
TESTS += tests/core/repair/joints_test
tests_core_repair_joints_test_SOURCES = tests/core/repair/joints_test.c tests/core/repair/page.h
tests_core_repair_joints_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_repair_joints_test_LDADD = libgalley.la $(CMOCKA_LIBS)
endif

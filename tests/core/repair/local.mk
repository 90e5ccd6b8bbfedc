# tests/core/repair: pages and what must come of them (page.h), the law, limits
EXTRA_DIST += tests/core/repair/page.h tests/core/repair/bodies.h
if HAVE_CMOCKA
REPAIR_TESTS = \
	tests/core/repair/law_test \
	tests/core/repair/limit_test \
	tests/core/repair/hints_test \
	tests/core/repair/explain_test \
	tests/core/repair/mixed_test \
	tests/core/repair/spacing_test \
	tests/core/repair/paragraphs_test \
	tests/core/repair/heads_test \
	tests/core/repair/letters_test \
	tests/core/repair/meetings_test \
	tests/core/repair/bylines_test \
	tests/core/repair/captions_test \
	tests/core/repair/continuations_test \
	tests/core/repair/joints_test
check_PROGRAMS += $(REPAIR_TESTS)
TESTS += $(REPAIR_TESTS)
endif

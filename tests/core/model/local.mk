# tests/core/model: the arena, slices, the issue, the law
if HAVE_CMOCKA
MODEL_TESTS = \
	tests/core/model/arena_test \
	tests/core/model/slice_test \
	tests/core/model/issue_test \
	tests/core/model/law_test \
	tests/core/model/made_test \
	tests/core/model/number_test
check_PROGRAMS += $(MODEL_TESTS)
TESTS += $(MODEL_TESTS)
endif

# What every test finds in its environment: the program, the plugins and the test modules just built.
AM_TESTS_ENVIRONMENT += GALLEY='$(abs_builddir)/galley$(EXEEXT)'; export GALLEY; \
	GALLEY_PLUGIN_PATH='$(abs_builddir)/plugin-dir'; export GALLEY_PLUGIN_PATH; \
	GALLEY_TEST_MODULES='$(abs_builddir)/tests/core/host/modules/.libs'; export GALLEY_TEST_MODULES; \
	HOME='$(abs_builddir)'; export HOME;

EXTRA_DIST += tests/checks.sh
CLI_TESTS = tests/cli/at_once_test.sh tests/cli/bad_input_test.sh tests/cli/two_plugins_test.sh tests/cli/words_test.sh tests/cli/explain_test.sh tests/cli/hints_test.sh tests/cli/documents_test.sh
TESTS += $(CLI_TESTS)
EXTRA_DIST += $(CLI_TESTS)

# tests/core/host: the host over plugins that were built to be refused.
EXTRA_DIST += tests/core/host/modules/module.h
if HAVE_CMOCKA
HOST_TEST_MODULE = $(MODULE) -rpath /nowhere
HOST_TEST_MODULES = \
	tests/core/host/modules/good.la \
	tests/core/host/modules/twin.la \
	tests/core/host/modules/namesake.la \
	tests/core/host/modules/other-abi.la \
	tests/core/host/modules/newer-abi.la \
	tests/core/host/modules/wrong-size.la \
	tests/core/host/modules/wrong-format-size.la \
	tests/core/host/modules/no-symbol.la \
	tests/core/host/modules/other-name.la \
	tests/core/host/modules/bad-id.la \
	tests/core/host/modules/bad-extension.la \
	tests/core/host/modules/bad-default.la \
	tests/core/host/modules/no-probe.la \
	tests/core/host/modules/no-read.la \
	tests/core/host/modules/no-formats.la \
	tests/core/host/modules/written.la \
	tests/core/host/modules/guess.la
check_LTLIBRARIES += $(HOST_TEST_MODULES)
tests_core_host_modules_good_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_good_la_LIBADD = libgalley.la
tests_core_host_modules_twin_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_twin_la_LIBADD = libgalley.la
tests_core_host_modules_namesake_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_namesake_la_LIBADD = libgalley.la
tests_core_host_modules_other_abi_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_other_abi_la_LIBADD = libgalley.la
tests_core_host_modules_newer_abi_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_newer_abi_la_LIBADD = libgalley.la
tests_core_host_modules_wrong_size_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_wrong_size_la_LIBADD = libgalley.la
tests_core_host_modules_wrong_format_size_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_wrong_format_size_la_LIBADD = libgalley.la
tests_core_host_modules_no_symbol_la_LDFLAGS = $(AM_LDFLAGS) -module -avoid-version -shared -rpath /nowhere
tests_core_host_modules_no_symbol_la_LIBADD = libgalley.la
tests_core_host_modules_other_name_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_other_name_la_LIBADD = libgalley.la
tests_core_host_modules_bad_id_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_bad_id_la_LIBADD = libgalley.la
tests_core_host_modules_bad_extension_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_bad_extension_la_LIBADD = libgalley.la
tests_core_host_modules_bad_default_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_bad_default_la_LIBADD = libgalley.la
tests_core_host_modules_no_probe_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_no_probe_la_LIBADD = libgalley.la
tests_core_host_modules_no_read_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_no_read_la_LIBADD = libgalley.la
tests_core_host_modules_no_formats_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_no_formats_la_LIBADD = libgalley.la
tests_core_host_modules_written_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_written_la_LIBADD = libgalley.la
tests_core_host_modules_guess_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_guess_la_LIBADD = libgalley.la

HOST_TESTS = \
	tests/core/host/refusal_test \
	tests/core/host/index_test \
	tests/core/host/choice_test \
	tests/core/host/finding_test \
	tests/core/host/option_test \
	tests/core/host/source_test \
	tests/core/host/sink_test \
	tests/core/host/lower_test \
	tests/core/host/limit_test
check_PROGRAMS += $(HOST_TESTS)
TESTS += $(HOST_TESTS)
check_LTLIBRARIES += libhosttest.la
libhosttest_la_SOURCES = tests/core/host/folder.c tests/core/host/folder.h
tests_core_host_refusal_test_LDADD = libhosttest.la $(LDADD)
tests_core_host_index_test_LDADD = libhosttest.la $(LDADD)
tests_core_host_choice_test_LDADD = libhosttest.la $(LDADD)
tests_core_host_source_test_LDADD = $(LDADD) $(ZLIB_LIBS)
endif

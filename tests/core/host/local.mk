# tests/core/host: the host over plugins that were built to be refused.
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
	tests/core/host/modules/no-formats.la
check_LTLIBRARIES += $(HOST_TEST_MODULES)
tests_core_host_modules_good_la_SOURCES = tests/core/host/modules/good.c tests/core/host/modules/module.h
tests_core_host_modules_good_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_good_la_LIBADD = libgalley.la
tests_core_host_modules_twin_la_SOURCES = tests/core/host/modules/twin.c tests/core/host/modules/module.h
tests_core_host_modules_twin_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_twin_la_LIBADD = libgalley.la
tests_core_host_modules_namesake_la_SOURCES = tests/core/host/modules/namesake.c tests/core/host/modules/module.h
tests_core_host_modules_namesake_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_namesake_la_LIBADD = libgalley.la
tests_core_host_modules_other_abi_la_SOURCES = tests/core/host/modules/other-abi.c tests/core/host/modules/module.h
tests_core_host_modules_other_abi_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_other_abi_la_LIBADD = libgalley.la
tests_core_host_modules_newer_abi_la_SOURCES = tests/core/host/modules/newer-abi.c tests/core/host/modules/module.h
tests_core_host_modules_newer_abi_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_newer_abi_la_LIBADD = libgalley.la
tests_core_host_modules_wrong_size_la_SOURCES = tests/core/host/modules/wrong-size.c tests/core/host/modules/module.h
tests_core_host_modules_wrong_size_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_wrong_size_la_LIBADD = libgalley.la
tests_core_host_modules_wrong_format_size_la_SOURCES = tests/core/host/modules/wrong-format-size.c tests/core/host/modules/module.h
tests_core_host_modules_wrong_format_size_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_wrong_format_size_la_LIBADD = libgalley.la
tests_core_host_modules_no_symbol_la_SOURCES = tests/core/host/modules/no-symbol.c tests/core/host/modules/module.h
tests_core_host_modules_no_symbol_la_LDFLAGS = $(AM_LDFLAGS) -module -avoid-version -shared -rpath /nowhere
tests_core_host_modules_no_symbol_la_LIBADD = libgalley.la
tests_core_host_modules_other_name_la_SOURCES = tests/core/host/modules/other-name.c tests/core/host/modules/module.h
tests_core_host_modules_other_name_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_other_name_la_LIBADD = libgalley.la
tests_core_host_modules_bad_id_la_SOURCES = tests/core/host/modules/bad-id.c tests/core/host/modules/module.h
tests_core_host_modules_bad_id_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_bad_id_la_LIBADD = libgalley.la
tests_core_host_modules_bad_extension_la_SOURCES = tests/core/host/modules/bad-extension.c tests/core/host/modules/module.h
tests_core_host_modules_bad_extension_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_bad_extension_la_LIBADD = libgalley.la
tests_core_host_modules_bad_default_la_SOURCES = tests/core/host/modules/bad-default.c tests/core/host/modules/module.h
tests_core_host_modules_bad_default_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_bad_default_la_LIBADD = libgalley.la
tests_core_host_modules_no_probe_la_SOURCES = tests/core/host/modules/no-probe.c tests/core/host/modules/module.h
tests_core_host_modules_no_probe_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_no_probe_la_LIBADD = libgalley.la
tests_core_host_modules_no_read_la_SOURCES = tests/core/host/modules/no-read.c tests/core/host/modules/module.h
tests_core_host_modules_no_read_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_no_read_la_LIBADD = libgalley.la
tests_core_host_modules_no_formats_la_SOURCES = tests/core/host/modules/no-formats.c tests/core/host/modules/module.h
tests_core_host_modules_no_formats_la_LDFLAGS = $(HOST_TEST_MODULE)
tests_core_host_modules_no_formats_la_LIBADD = libgalley.la

check_PROGRAMS += tests/core/host/host_test
TESTS += tests/core/host/host_test
tests_core_host_host_test_SOURCES = tests/core/host/host_test.c
tests_core_host_host_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_host_host_test_LDADD = libgalley.la $(CMOCKA_LIBS)
check_PROGRAMS += tests/core/host/finding_test
TESTS += tests/core/host/finding_test
tests_core_host_finding_test_SOURCES = tests/core/host/finding_test.c
tests_core_host_finding_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_host_finding_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/host/option_test
TESTS += tests/core/host/option_test
tests_core_host_option_test_SOURCES = tests/core/host/option_test.c
tests_core_host_option_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_host_option_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/host/source_test
TESTS += tests/core/host/source_test
tests_core_host_source_test_SOURCES = tests/core/host/source_test.c
tests_core_host_source_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_host_source_test_LDADD = libgalley.la $(CMOCKA_LIBS) $(ZLIB_LIBS)

check_PROGRAMS += tests/core/host/sink_test
TESTS += tests/core/host/sink_test
tests_core_host_sink_test_SOURCES = tests/core/host/sink_test.c
tests_core_host_sink_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_host_sink_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/host/lower_test
TESTS += tests/core/host/lower_test
tests_core_host_lower_test_SOURCES = tests/core/host/lower_test.c
tests_core_host_lower_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_host_lower_test_LDADD = libgalley.la $(CMOCKA_LIBS)

check_PROGRAMS += tests/core/host/limit_test
TESTS += tests/core/host/limit_test
tests_core_host_limit_test_SOURCES = tests/core/host/limit_test.c
tests_core_host_limit_test_CPPFLAGS = $(AM_CPPFLAGS) $(CMOCKA_CFLAGS)
tests_core_host_limit_test_LDADD = libgalley.la $(CMOCKA_LIBS)
endif

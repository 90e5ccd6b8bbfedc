# cmocka units; tests/core mirrors core, tests/plugins mirrors plugins, …
# A test is one program: check_PROGRAMS, its sources, and a line in TESTS.
include tests/core/local.mk
include tests/formats/phrases/local.mk
include tests/formats/time/local.mk
include tests/formats/xml/local.mk
include tests/formats/charset/local.mk
include tests/formats/zip/local.mk
include tests/formats/json/local.mk
include tests/plugins/local.mk
include tests/cli/local.mk
include tests/samples/local.mk

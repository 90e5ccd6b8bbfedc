# tests/plugins/tei: written to memory, read again with libxml2's reader.
if HAVE_CMOCKA
check_PROGRAMS += tests/plugins/tei/writer_test
TESTS += tests/plugins/tei/writer_test
tests_plugins_tei_writer_test_SOURCES = tests/plugins/tei/writer_test.c \
	tests/plugins/tei/again.c tests/plugins/tei/again.h \
	tests/plugins/made_issue.c tests/plugins/made_issue.h plugins/tei/tei.c $(tei_sources)
tests_plugins_tei_writer_test_CPPFLAGS = $(AM_CPPFLAGS) $(XML_CFLAGS)
tests_plugins_tei_writer_test_LDADD = libgalleytime.la libgalleyxml.la $(LDADD) $(XML_LIBS)

check_PROGRAMS += tests/plugins/tei/body_test
TESTS += tests/plugins/tei/body_test
tests_plugins_tei_body_test_SOURCES = tests/plugins/tei/body_test.c \
	tests/plugins/tei/again.c tests/plugins/tei/again.h \
	tests/plugins/made_issue.c tests/plugins/made_issue.h plugins/tei/tei.c $(tei_sources)
tests_plugins_tei_body_test_CPPFLAGS = $(tests_plugins_tei_writer_test_CPPFLAGS)
tests_plugins_tei_body_test_LDADD = $(tests_plugins_tei_writer_test_LDADD)

check_PROGRAMS += tests/plugins/tei/header_test
TESTS += tests/plugins/tei/header_test
tests_plugins_tei_header_test_SOURCES = tests/plugins/tei/header_test.c \
	tests/plugins/tei/again.c tests/plugins/tei/again.h \
	tests/plugins/made_issue.c tests/plugins/made_issue.h plugins/tei/tei.c $(tei_sources)
tests_plugins_tei_header_test_CPPFLAGS = $(tests_plugins_tei_writer_test_CPPFLAGS)
tests_plugins_tei_header_test_LDADD = $(tests_plugins_tei_writer_test_LDADD)

check_PROGRAMS += tests/plugins/tei/random_test
TESTS += tests/plugins/tei/random_test
tests_plugins_tei_random_test_SOURCES = tests/plugins/tei/random_test.c tests/plugins/json/random.c \
	tests/plugins/json/issues.h tests/plugins/tei/again.c tests/plugins/tei/again.h \
	tests/plugins/made_issue.c tests/plugins/made_issue.h plugins/tei/tei.c $(tei_sources)
tests_plugins_tei_random_test_CPPFLAGS = $(tests_plugins_tei_writer_test_CPPFLAGS)
tests_plugins_tei_random_test_LDADD = $(tests_plugins_tei_writer_test_LDADD)

check_PROGRAMS += tests/plugins/tei/round_test
TESTS += tests/plugins/tei/round_test
tests_plugins_tei_round_test_SOURCES = tests/plugins/tei/round_test.c tests/plugins/tei/lowered.c \
	tests/plugins/tei/lowered.h tests/plugins/json/random.c tests/plugins/json/same.c tests/plugins/json/issues.h \
	tests/plugins/tei/again.c tests/plugins/tei/again.h \
	tests/plugins/made_issue.c tests/plugins/made_issue.h plugins/tei/tei.c $(tei_sources)
tests_plugins_tei_round_test_CPPFLAGS = $(tests_plugins_tei_writer_test_CPPFLAGS)
tests_plugins_tei_round_test_LDADD = $(tests_plugins_tei_writer_test_LDADD)

check_PROGRAMS += tests/plugins/tei/reader_test
TESTS += tests/plugins/tei/reader_test
tests_plugins_tei_reader_test_SOURCES = tests/plugins/tei/reader_test.c tests/plugins/json/random.c \
	tests/plugins/json/issues.h tests/plugins/tei/again.c tests/plugins/tei/again.h \
	tests/plugins/made_issue.c tests/plugins/made_issue.h plugins/tei/tei.c $(tei_sources)
tests_plugins_tei_reader_test_CPPFLAGS = $(tests_plugins_tei_writer_test_CPPFLAGS)
tests_plugins_tei_reader_test_LDADD = $(tests_plugins_tei_writer_test_LDADD)
endif
tei_scripts = tests/plugins/tei/schema_test.sh tests/plugins/tei/lines_test.sh tests/plugins/tei/others_test.sh \
	tests/plugins/tei/round_test.sh
TESTS += $(tei_scripts)
EXTRA_DIST += $(tei_scripts) tests/plugins/tei/all.json \
	tests/plugins/tei/others/base-format.xml tests/plugins/tei/others/base-format.txt \
	tests/plugins/tei/others/arabic.xml tests/plugins/tei/others/arabic.txt \
	tests/plugins/tei/others/mets.xml tests/plugins/tei/others/mets.txt \
	tests/plugins/tei/others/plain.xml tests/plugins/tei/others/plain.txt \
	tests/plugins/tei/others/chance.py

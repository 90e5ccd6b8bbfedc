# plugins/json: the writer streams, the reader stands on jansson.
plugin_LTLIBRARIES += json.la
json_la_SOURCES = $(json_sources) plugins/json/json.c
json_la_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
json_la_LDFLAGS = $(MODULE)
json_la_LIBADD = libgalleyjson.la libgalley.la $(JANSSON_LIBS)

json_sources = \
	plugins/json/plugin.h plugins/json/probe.c \
	plugins/json/writer.c plugins/json/write_facts.c plugins/json/write_spans.c plugins/json/writer.h \
	plugins/json/reader.c plugins/json/read_facts.c plugins/json/read_spans.c plugins/json/marks.c \
	plugins/json/images.c plugins/json/base64.c plugins/json/base64.h \
	plugins/json/value.c plugins/json/reader.h plugins/json/value.h

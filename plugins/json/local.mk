# plugins/json: the writer streams, the reader stands on jansson.
plugin_LTLIBRARIES += json.la
json_la_SOURCES = $(json_sources) plugins/json/json.c
json_la_CPPFLAGS = $(AM_CPPFLAGS) $(JANSSON_CFLAGS)
json_la_LDFLAGS = $(MODULE)
json_la_LIBADD = libgalleyjson.la libgalleybase64.la libgalley.la $(JANSSON_LIBS)

json_sources = \
	plugins/json/plugin.h plugins/json/probe.c \
	plugins/json/writer.c plugins/json/write_facts.c plugins/json/write_spans.c plugins/json/write_bytes.c \
	plugins/json/writer.h \
	plugins/json/reader.c plugins/json/read_facts.c plugins/json/read_spans.c plugins/json/read_bytes.c plugins/json/marks.c \
	plugins/json/images.c \
	plugins/json/value.c plugins/json/reader.h plugins/json/value.h

# The schema is a data file; it goes into the plugin as a string, so that the program prints it wherever it is.
nodist_json_la_SOURCES = plugins/json/schema.c
CLEANFILES += plugins/json/schema.c
plugins/json/schema.c: $(srcdir)/formats/json/issue.schema.json $(srcdir)/formats/embed.awk
	$(AM_V_GEN)$(MKDIR_P) plugins/json && LC_ALL=C $(AWK) -v name=json_schema -v header=plugins/json/plugin.h \
	  -f $(srcdir)/formats/embed.awk $(srcdir)/formats/json/issue.schema.json >$@.tmp && mv $@.tmp $@

# plugins/jsonl: the writer, an article a line; the schema goes in as a string, as with json.
plugin_LTLIBRARIES += jsonl.la
jsonl_la_SOURCES = $(jsonl_sources) plugins/jsonl/jsonl.c
nodist_jsonl_la_SOURCES = plugins/jsonl/schema.c
jsonl_la_LDFLAGS = $(MODULE)
jsonl_la_LIBADD = libgalleyjson.la libgalley.la

jsonl_sources = plugins/jsonl/writer.c plugins/jsonl/writer.h plugins/jsonl/blocks.c

CLEANFILES += plugins/jsonl/schema.c
plugins/jsonl/schema.c: $(srcdir)/formats/json/article.schema.json $(srcdir)/formats/embed.awk
	$(AM_V_GEN)$(MKDIR_P) plugins/jsonl && LC_ALL=C $(AWK) -v name=jsonl_schema -v header=plugins/jsonl/writer.h \
	  -f $(srcdir)/formats/embed.awk $(srcdir)/formats/json/article.schema.json >$@.tmp && mv $@.tmp $@

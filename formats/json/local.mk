# formats/json: a stream writer, and the schemas of what Galley writes.
noinst_LTLIBRARIES += libgalleyjson.la
libgalleyjson_la_SOURCES = \
	formats/json/writer.c formats/json/writer.h formats/json/lines.c formats/json/lines.h
libgalleyjson_la_LIBADD =

schemasdir = $(pkgdatadir)/schemas
dist_schemas_DATA = formats/json/issue.schema.json formats/json/article.schema.json

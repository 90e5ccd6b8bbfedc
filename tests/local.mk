# cmocka units; tests/core mirrors core, tests/plugins mirrors plugins, …
# A test is one program, a line in the list of its room; what is said of it here is so
# where its room says nothing else: it is made from the one file of its name.
AM_CPPFLAGS += $(CMOCKA_CFLAGS)
LDADD = libgalley.la $(CMOCKA_LIBS)

include tests/core/local.mk
include tests/formats/phrases/local.mk
include tests/formats/picture/local.mk
include tests/formats/raster/local.mk
include tests/formats/time/local.mk
include tests/formats/xml/local.mk
include tests/formats/charset/local.mk
include tests/formats/zip/local.mk
include tests/formats/json/local.mk
include tests/formats/base64/local.mk
include tests/formats/html/local.mk
include tests/plugins/local.mk
include tests/cli/local.mk
include tests/samples/local.mk

# What is known of formats and nothing of plugins: convenience libraries that the
# plugins link, and data.
EXTRA_DIST += formats/embed.awk
include formats/languages/local.mk
include formats/phrases/local.mk
include formats/picture/local.mk
include formats/raster/local.mk
include formats/time/local.mk
include formats/xml/local.mk
include formats/zip/local.mk
include formats/json/local.mk
include formats/base64/local.mk
include formats/html/local.mk
include formats/charset/local.mk

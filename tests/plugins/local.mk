include tests/plugins/text/local.mk
include tests/plugins/json/local.mk
include tests/plugins/jsonl/local.mk
include tests/plugins/html/local.mk
include tests/plugins/epub/local.mk
include tests/plugins/tei/local.mk
include tests/plugins/markdown/local.mk

# tests/core mirrors core/: model, text, host, repair each have their own.
include tests/core/model/local.mk
include tests/core/text/local.mk
include tests/core/host/local.mk
include tests/core/repair/local.mk

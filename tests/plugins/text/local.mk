# tests/plugins/text

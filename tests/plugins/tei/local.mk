# tests/plugins/tei

# tests/plugins/epub

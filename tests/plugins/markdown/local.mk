# tests/plugins/markdown

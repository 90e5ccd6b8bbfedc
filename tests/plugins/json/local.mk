# tests/plugins/json

# tests/core/model

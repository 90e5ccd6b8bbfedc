# tests/core/host

# tests/core/repair

# tests/samples

# doc
dist_doc_DATA += doc/architecture.md doc/json.md doc/plugins.md

# doc
dist_doc_DATA += doc/json.md

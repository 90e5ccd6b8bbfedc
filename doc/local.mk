# doc
dist_doc_DATA += doc/accuracy.md doc/architecture.md doc/epub.md doc/hints.md doc/html.md doc/json.md doc/markdown.md doc/plugins.md doc/tei.md doc/writers.md
EXTRA_DIST += doc/checklist.ini doc/images/phone.png doc/images/phone-dark.png doc/images/desk.png

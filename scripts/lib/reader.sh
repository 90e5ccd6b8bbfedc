# The examples as a person sees them: their EPUB in a reading system (scripts/look).
# shellcheck shell=bash

# ticks epub.seen, epub.contrast, epub.pictures, epub.vertical, epub.e-ink
seen() {
  local book
  for book in once/chengwan-daily once/chengwan-picture profiles/vertical-chengwan-picture profiles/e-ink-chengwan-picture; do
    timeout 300 scripts/look "build/out/$book.epub" || return 1
  done
}

# ticks html.seen
page_seen() { timeout 120 scripts/look build/out/once/chengwan-daily.html && timeout 120 scripts/look build/out/once/chengwan-picture.html; }

reader() {
  local name="the example's EPUB in foliate-js: pages, contents, contrast, on phone and tablet"
  if ! need_packages "to look at the example" chromium chromium-driver >build/logs/reader.log 2>&1; then
    skip "$name" "no chromium-driver: build/logs/reader.log"
  elif [ ! -e build/tools/node_modules/foliate-js/view.js ]; then
    skip "$name" "npm could not fetch foliate-js"
  else
    step "$name" seen
    step "the example's HTML in Chromium: contents, contrast, on phone, desk and paper" page_seen
  fi
}

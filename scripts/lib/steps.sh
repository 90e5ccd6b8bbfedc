# The outputs of scripts/test: every input to every format, twice, the same bytes.  What looks at
# them stands beside it: validators.sh, gold.sh, stranger.sh, documents.sh.
# shellcheck shell=bash

formats=(json jsonl html epub tei markdown text)
declare -A extension=([json]=json [jsonl]=jsonl [html]=html [epub]=epub [tei]=tei [markdown]=md [text]=txt)

# The inputs whose outputs are looked at: ours, and the real dumps where they are.
inputs() {
  ls "$top"/examples/*/issue.*
  ls "$top"/../shared/eval/dumps/*.txt 2>/dev/null
}

name_of() {
  local name
  name=$(basename "${1%.*}")
  [ "$name" = issue ] && name=$(basename "$(dirname "$1")")
  echo "$name"
}

galley() { "$top/build/stage/bin/galley" "$@"; }

# convert_all FOLDER - every input to every format.
convert_all() {
  local input format
  rm -rf "$1" && mkdir -p "$1"
  while read -r input; do
    for format in "${formats[@]}"; do
      galley convert -q "$input" -o "$1/$(name_of "$input").${extension[$format]}" || return 1
    done
  done < <(inputs)
}

# ticks epub.same-bytes, tei.same-bytes, markdown.bytes, html.bytes
same_bytes() {
  (export LC_ALL=C TZ=Asia/Shanghai; umask 077; convert_all build/out/again) &&
    (export LC_ALL=C.UTF-8 TZ=America/Lima HOME=/; cd / && convert_all "$top/build/out/elsewhere") &&
    diff -r build/out/once build/out/again && diff -r build/out/once build/out/elsewhere
}

outputs() {
  mkdir -p build/out
  step "examples and dumps to every format" convert_all build/out/once
  step "the same bytes twice, in other locales, time zones and folders" same_bytes
  [ -d ../shared/eval/dumps ] || skip "the real dumps" "no ../shared here"
}

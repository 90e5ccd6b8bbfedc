# Issues by the hundred for the validators: pages that scripts/press invents and the bad
# inputs of scripts/hostile, each to every format.
# shellcheck shell=bash

# convert_these FOLDER - the inputs named on standard input, to every format, as many at a
# time as there are processors.
convert_these() {
  local folder=$1 inputs format
  inputs=$(cat)
  rm -rf "$folder" && mkdir -p "$folder"
  for format in "${formats[@]}"; do
    # shellcheck disable=SC2016
    xargs -d '\n' -P "$(nproc)" -I '{}' sh -c 'name=${1##*/}; exec "$0" convert -q "$1" -o "$2/${name%.*}.$3"' \
      "$top/build/stage/bin/galley" '{}' "$folder" "${extension[$format]}" <<<"$inputs" || return 1
  done
}

# 200 pages as 40 issues of five, in the press's five languages.
convert_press() {
  local folder=build/out/press-pages language
  rm -rf $folder && mkdir -p $folder
  for language in zh en de ja ko; do
    scripts/press --pages 40 --seed valid --language $language >$folder/$language.pages || return 1
    python3 - $folder/$language <<'PYTHON' || return 1
import sys
name = sys.argv[1]
pages = open(name + ".pages", encoding="utf-8").read().split("\f")
for issue in range(8):
    with open(f"{name}-{issue + 1}.txt", "w", encoding="utf-8", newline="") as out:
        out.write("\f".join(pages[5 * issue:5 * issue + 5]))
PYTHON
  done
  find $folder -name '*.txt' | LC_ALL=C sort | convert_these build/out/press
}

convert_hostile() {
  rm -rf build/out/hostile-issues
  scripts/hostile build/out/hostile-issues || return 1
  [ "$(find build/out/hostile-issues -type f | wc -l)" -eq 100 ] || return 1
  find build/out/hostile-issues -type f | LC_ALL=C sort | convert_these build/out/hostile
}

# The examples as books of the other profiles.
convert_profiles() {
  rm -rf build/out/profiles && mkdir -p build/out/profiles
  local input
  for input in examples/*/issue.*; do
    galley convert -q "$input" --set writing-mode=vertical -o "build/out/profiles/vertical-$(name_of "$input").epub" &&
      galley convert -q "$input" --set profile=e-ink --set cover-png=auto -o "build/out/profiles/e-ink-$(name_of "$input").epub" || return 1
  done
}

# Every output in a format that is read back, and every issue through two formats and back.
# ticks json.round-trip, tei.round-trip, epub.round-trip, markdown.round-trip
come_back() {
  local format
  for format in $(galley formats | awk '$2 == "rw" && $1 != "text" { print $1 }'); do
    every "${extension[$format]}" build/out/once build/out/press build/out/hostile
  done | xargs -P "$(nproc)" -n 12 scripts/lib/rounds build/stage/bin/galley
}

corpus() {
  step "the examples as vertical and as e-ink books" convert_profiles
  step "200 press pages, 40 issues, to every format" convert_press
  step "100 hostile issues to every format" convert_hostile
  step "all that is read back is written again as it was, by whatever way it came" come_back
}

# every ENDING FOLDER… - the outputs with this ending, in the order of their names.
every() {
  local ending=$1
  shift
  find "$@" -name "*.$ending" | LC_ALL=C sort
}

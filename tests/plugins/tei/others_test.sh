#!/bin/bash
# SPDX-License-Identifier: MIT
# TEI of others: what each of the invented files becomes stands beside it; no character of a
# text is lost, but for second readings; and what it becomes is good TEI of Galley's own.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../checks.sh" || exit 99
here=$top/tests/plugins/tei/others
command -v python3 >/dev/null || { skip 'TEI of others' 'no python3'; exit 77; }

# Articles with what they are made of; furniture; how many characters the lines have.
cat >shows.py <<'END'
import json, sys
issue = json.load(open(sys.argv[1]))
about = issue["issue"]
print(" · ".join(about[name] for name in ("title", "date", "number", "language") if about[name]))
for page in issue["pages"]:
    print("page", page["number"])
for article in issue["articles"]:
    ways = [f"{way} {article[way]}" for way in ("continues", "continued_in") if article.get(way)]
    print("\n" + " ".join([article["id"], article["kind"], *article["pages"], *ways]))
    for name in ("section", "kicker", "headline", "byline", "dateline", "credit"):
        if article.get(name):
            print(f"  {name}: {article[name]}")
    for text in article.get("subheadlines", []):
        print(f"  subheadline: {text}")
    for block in article["blocks"]:
        words = [block.get(name) for name in ("text", "caption", "credit", "image") if block.get(name)]
        words += block.get("items", []) + [" | ".join(row) for row in block.get("rows", [])]
        marks = [f'{mark["type"]} {mark["from"]}-{mark["to"]}' for mark in block.get("marks", [])]
        print(f'  {block["type"]}{block.get("level", "")}: {" / ".join(words)}', *marks)
for piece in issue["furniture"]:
    print(f'\n{piece["kind"]}: {piece["text"]}', end="")
print()
END

# The characters of all texts, each reading of a choice but the first aside.
cat >counts.py <<'END'
import json, sys, xml.etree.ElementTree as tree
TEI = "{http://www.tei-c.org/ns/1.0}"
KEPT = {"choice": ("sic", "orig", "abbr"), "app": ("lem",), "subst": ("add",)}
def words(element):
    name = element.tag.removeprefix(TEI)
    if name == "rt":
        return ""
    children = list(element)
    if name == "figure" and any(child.tag == TEI + "graphic" and child.get("url") for child in children):
        children = [child for child in children if child.tag != TEI + "figDesc"]
    if name in KEPT:
        children = [next(child for tag in KEPT[name] for child in children if child.tag == TEI + tag)]
        return words(children[0])
    return (element.text or "") + "".join(words(child) + (child.tail or "") for child in children)
def bare(text):
    return sorted("".join(text.split()))
source = "".join(words(text) for text in tree.parse(sys.argv[1]).getroot().iter(TEI + "text"))
pages = json.load(open(sys.argv[2]))["pages"]
lines = [line["text"] if isinstance(line, dict) else line for page in pages for zone in page.get("zones", []) for line in zone["lines"]]
sys.exit(bare(source) != bare("".join(lines)))
END

becomes() { "$galley" convert -q "$1" -o becomes.json && python3 shows.py becomes.json | diff - "${1%.xml}.txt"; }
# ticks tei.others
keeps_all() { "$galley" convert -q "$1" -o keeps.json && python3 counts.py "$1" keeps.json; }
# ticks tei.others, tei.round-trip
comes_back() {
    local once=${1##*/}
    once=${once%.xml}.tei
    "$galley" convert -q "$1" -o "$once" && "$galley" convert -q "$once" -o second.tei && cmp "$once" second.tei
}
# ticks tei.others, tei.schema
is_ours() { rm -f second.tei; jing -c "$top/formats/tei/galley.rnc" ./*.tei; }

for file in "$here"/*.xml; do
    name=$(basename "$file")
    check "$name becomes" becomes "$file"
    check "$name keeps every character" keeps_all "$file"
    check "$name comes back" comes_back "$file"
done
python3 "$here/chance.py" 15 || exit 99
for file in chance-*.xml; do
    check "$file keeps every character" keeps_all "$file"
    check "$file comes back" comes_back "$file"
done
for file in "$top"/../shared/tei-sample.xml; do
    [ -e "$file" ] || { skip 'the sample' 'no ../shared here'; continue; }
    check 'the sample keeps every character' keeps_all "$file"
    check 'the sample comes back' comes_back "$file"
done
if command -v jing >/dev/null; then check 'all that became of them is valid' is_ours; else skip 'the schema' 'no jing'; fi
finish

#!/bin/bash
# SPDX-License-Identifier: MIT
# The judges are judged: the press says the same for the same seed, and neither its
# gold nor the truth of the example loses or invents a character of its dump.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../checks.sh" || exit 99
command -v python3 >/dev/null || { skip 'the press' 'no python3'; exit 77; }
export PYTHONDONTWRITEBYTECODE=1
press=$top/scripts/press

conserves() # dump, gold: every character of the one is in the other, once
{
    python3 - "$1" "$2" <<'PYTHON'
import collections, json, sys

def squeeze(text):
    return "".join(text.split())

dump, gold = (open(name, encoding="utf-8").read() for name in sys.argv[1:])
gold = json.loads(gold)
have, found = collections.Counter(squeeze(dump)), collections.Counter()
for article in gold["articles"]:
    body = squeeze("".join(article.get("paragraphs") or [block["text"] for block in article.get("blocks", [])]))
    head = article["section"] + article["kicker"] + article["headline"] + "".join(article["subheadlines"])
    byline = squeeze(article["byline"])
    found.update(squeeze(head + article["credit"]) + body + ("" if byline in body else byline))
for piece in gold.get("dropped", []) + gold.get("furniture", []):
    found.update(squeeze(piece["text"]))
if have != found:
    sys.exit(f"lost {dict(have - found)}, invented {dict(found - have)}")
PYTHON
}

"$press" --pages 40 --seed 7 --truth gold.json >forty.txt
"$press" --pages 40 --seed 7 >again.txt
"$press" --pages 12 --seed 7 >twelve.txt
"$press" --pages 40 --seed 8 >other.txt
"$press" --pages 4 --seed 7 --damage none --measure 20 >whole.txt
check 'the same seed gives the same bytes' cmp forty.txt again.txt
check 'a page is the same however many follow' cmp -n "$(stat -c %s twelve.txt)" forty.txt twelve.txt
check 'another seed gives other pages' bash -c '! cmp -s "$1" "$2"' - forty.txt other.txt
check 'forty pages are forty' test "$(tr -dc '\f' <forty.txt | wc -c)" = 39
check 'no damage: no page is spread' bash -c '! grep -q "本 报 讯" "$1"' - whole.txt
check 'the gold conserves the pages' conserves forty.txt gold.json
for language in en de ja ko; do
    "$press" --language "$language" --pages 12 --seed 7 --truth "$language.json" >"$language.txt"
    check "the gold conserves the pages in $language" conserves "$language.txt" "$language.json"
done
check 'the truth conserves the example' conserves "$top/examples/chengwan-daily/issue.txt" "$top/examples/chengwan-daily/truth.json"

"$press" --from de.json --truth given.json >given.txt
check 'the gold conserves an issue that was given' conserves given.txt given.json

# Set by the browser and read back; where that is not, only this part is left out.
if lacks=$("$press" --typeset --pages 0 2>&1); then
    for language in zh en; do
        "$press" --typeset --language "$language" --pages 2 --seed 7 --truth set.json >set.txt
        "$press" --typeset --language "$language" --pages 3 --seed 7 >three.txt
        check "the gold conserves the typeset pages in $language" conserves set.txt set.json
        check "typeset pages in $language are the same however many follow" \
            cmp -n "$(stat -c %s set.txt)" set.txt three.txt
    done
else
    skip 'typeset pages' "$lacks"
fi
finish

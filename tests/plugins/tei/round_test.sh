#!/bin/bash
# SPDX-License-Identifier: MIT
# From a text through TEI: written again it is the same file, and the JSON made of it is that
# made of the text, but that two spans which touch are one.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../checks.sh" || exit 99
command -v python3 >/dev/null || { skip 'TEI there and back' 'no python3'; exit 77; }
export PYTHONDONTWRITEBYTECODE=1

cat >same.py <<'END'
import json, sys

lines = {}

def number(issue):
    last = 0
    for page in issue["pages"]:
        for zone in page.get("zones", []):
            first = zone is not page["zones"][0]
            for line in zone["lines"]:
                line = line if isinstance(line, dict) else {"text": line}
                blank = line.get("blank_before", int(first))
                last = line.get("id", last + 1 + blank)
                lines[last], first = line["text"], False

def join(spans):
    joined = []
    for span in spans:
        before = joined[-1] if joined else []
        if len(span) == 3 == len(before) and span[0] == before[0] and not lines[span[0]][before[2]:span[1]].strip():
            before[2] = span[2]
        else:
            joined.append(list(span))
    text = lines[joined[0][0]] if len(joined) == 1 and len(joined[0]) == 3 else None
    whole = text is not None and text[:joined[0][1]].strip() == text[joined[0][2]:].strip() == ""
    return None if whole else joined

def tidy(value):
    if isinstance(value, list):
        return [tidy(one) for one in value]
    if isinstance(value, dict):
        tidied = {name: join(one) if name == "spans" else tidy(one) for name, one in value.items()}
        return {name: one for name, one in tidied.items() if name != "spans" or one}
    return value

one, other = (json.load(open(name, encoding="utf-8")) for name in sys.argv[1:])
number(one)
one, other = tidy(one), tidy(other)
for name in one | other:
    if one.get(name) != other.get(name):
        sys.exit(f"{name} differ: {str(one.get(name))[:300]}\n{str(other.get(name))[:300]}")
END

# ticks tei.round-trip
comes_back() # text
{
    cp "$1" page.txt && "$galley" convert -q page.txt -o text.json && "$galley" convert -q page.txt -o first.tei &&
        "$galley" convert -q first.tei -o second.tei && cmp first.tei second.tei &&
        "$galley" convert -q first.tei -o tei.json && { cmp -s text.json tei.json || python3 same.py text.json tei.json; }
}

for language in zh en de ja ko; do
    "$top/scripts/press" --pages 2 --seed 301 --language $language >press-$language.txt || exit 99
done
for text in "$top"/examples/*/issue.txt "$top"/tests/samples/dumps/*.txt press-*.txt "$top"/../shared/eval/dumps/*.txt; do
    [ ! -e "$text" ] || check "$(basename "$(dirname "$text")")/$(basename "$text")" comes_back "$text"
done
[ -d "$top/../shared/eval/dumps" ] || skip 'the real dumps' 'no ../shared here'
finish

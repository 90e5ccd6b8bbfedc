#!/bin/bash
# SPDX-License-Identifier: MIT
# Books of both versions as pandoc makes them, where it is there: articles begin at the
# chapters, every character of the text is in the issue, and what comes of it is a book of
# Galley's that comes back to the byte.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../checks.sh" || exit 99

command -v pandoc >said || { skip 'books of pandoc' 'there is no pandoc'; finish; }

cat >book.md <<'MARKDOWN'
---
title: The Harbour
author: [A. B., C. D.]
lang: en
date: 2021-03-04
---
# Boats

Intro with *emphasis*, **strong**, [a link](https://example.org/x), `code`, a note[^1], H~2~O and x^2^.

[^1]: What the note says.

## The ferry

- one
- two
    - nested
- three

> It floats, and
> it sails.

Term
:   Its definition.

### In winter

| To   | At |
|------|----|
| Isle | 8  |

: When it sails

    first line
    second line

# 渡口

渡口码头
昨日修缮完工。![A boat](boat.svg)

::: {lang=fr}
Bonjour tout le monde.
:::
MARKDOWN
echo '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"/>' >boat.svg

# What the bodies of the reading order say that is not in the issue.
missing() # book, issue
{
    python3 - "$1" "$2" <<'PYTHON'
import collections, json, re, sys, zipfile
from html import unescape
book, issue = zipfile.ZipFile(sys.argv[1]), json.load(open(sys.argv[2]))
package = book.read("EPUB/content.opf").decode()
items = {re.search(r'id="(.*?)"', i)[1]: re.search(r'href="(.*?)"', i)[1] for i in re.findall(r"<item .*?/>", package)}
shown = ""
for name in re.findall(r'<itemref idref="(.*?)"', package):
    text = book.read("EPUB/" + items[name]).decode()
    body = re.search(r"<body.*?</body>", text, re.S)[0]
    body = re.sub(r'<nav [^>]*hidden.*?</nav>|<annotation .*?</annotation>', "", body, flags=re.S)
    shown += unescape(re.sub(r"<[^>]*>", "", body))
kept = "".join(line if isinstance(line, str) else line["text"]
               for page in issue["pages"] for zone in page["zones"] for line in zone["lines"])
count = lambda text: collections.Counter(c for c in text if not c.isspace())
lost = count(shown) - count(kept)
print("lost:", dict(lost)) if lost else None
sys.exit(bool(lost))
PYTHON
}

for version in epub2 epub3; do
    check "$version: pandoc makes one" pandoc -t $version book.md -o $version.epub
    check "$version: it is read" "$galley" convert $version.epub -o $version.json
    check "$version: no character is lost" missing $version.epub $version.json
    check "$version: a chapter" has $version.json '"headline": "Boats"'
    check "$version: another" has $version.json '"headline": "渡口"'
    check "$version: a crosshead below it" has $version.json '"text": "In winter", "level": 2'
    check "$version: its table" has $version.json '["Isle", "8"]'
    check "$version: its words in French" has $version.json '"value": "fr"'
    check "$version: its picture" has $version.json '"media_type": "image/svg+xml"'
    check "$version: it becomes a book of Galley's" "$galley" convert $version.epub -o once.epub
    check "$version: which comes back" "$galley" convert once.epub -o twice.epub
    check "$version: to the byte" cmp once.epub twice.epub
done
check 'split=2: a section is an article' "$galley" convert epub3.epub -s split=2 -o split.json
check 'split=2: of its own' has split.json '"headline": "The ferry"'
finish

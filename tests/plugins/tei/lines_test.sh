#!/bin/bash
# SPDX-License-Identifier: MIT
# The program that doc/tei.md shows gives the lines of the source back from the TEI alone:
# those of the example, of every sample, and of the real dumps where they are.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../checks.sh" || exit 99
command -v python3 >/dev/null || { skip 'the program of doc/tei.md' 'no python3'; exit 77; }
sed -n '/^```python$/,/^```$/p' "$top/doc/tei.md" | sed '/^```/d' >lines.py

# ticks tei.lines
gives_back() # text: its lines to the byte, but for blank ones and the sign that begins a page
{
    "$galley" convert -q "$1" --to tei -o back.tei && python3 lines.py back.tei >back.txt &&
        tr -d '\f' <"$1" | grep -v '^[[:space:]]*$' | cmp - back.txt
}

for text in "$top"/examples/*/issue.txt "$top"/tests/samples/dumps/*.txt "$top"/../shared/eval/dumps/*.txt; do
    [ ! -e "$text" ] || check "$(basename "$(dirname "$text")")/$(basename "$text")" gives_back "$text"
done
[ -d "$top/../shared/eval/dumps" ] || skip 'the real dumps' 'no ../shared here'
finish

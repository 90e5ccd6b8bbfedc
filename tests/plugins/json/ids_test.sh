#!/bin/bash
# SPDX-License-Identifier: MIT
# An article is called by its page and first line, whatever else is asked for: other options,
# another encoding, other line ends leave the names as they are, in each format that has them.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../checks.sh" || exit 99
dump=$top/examples/chengwan-daily/issue.txt

ids() { grep -oE "$1" "$2" | grep -oE 'p[0-9]+-l[0-9]+'; }

"$galley" convert -q "$dump" -o plain.json || exit 99
ids '^   "id": "p[0-9]+-l[0-9]+"' plain.json >wanted
check 'the example has articles with names' test "$(wc -l <wanted)" -gt 15

# ticks json.ids
keeps_names() # input, argument...
{
    local input=$1
    shift
    "$galley" convert -q "$input" --to json -o other.json "$@" && ids '^   "id": "p[0-9]+-l[0-9]+"' other.json | diff wanted -
}
sed 's/$/\r/' "$dump" >dos.txt
gzip -c "$dump" >packed.txt.gz
iconv -f UTF-8 -t GB18030 "$dump" >gb.txt
check 'without lines' keeps_names "$dump" --set facts=no
check 'in bytes' keeps_names "$dump" --set offsets=both --set repairs=no
check 'with another title and day' keeps_names "$dump" --title 别的报 --date 2031-05-12
check 'with line ends of DOS' keeps_names dos.txt
check 'in GB18030' keeps_names gb.txt
check 'packed' keeps_names packed.txt.gz
check 'from JSON' keeps_names plain.json

# ticks json.ids, json.lines
names_lines()
{
    "$galley" convert -q "$dump" -o lines.jsonl && ids '"version": 1, "id": "[^"]*/p[0-9]+-l[0-9]+"' lines.jsonl | diff wanted -
}
check 'JSON Lines have the same names' names_lines
# ticks html.links
names_places()
{
    "$galley" convert -q "$dump" -o page.html &&
        ids '<article class="[a-z]+" id="p[0-9]+-l[0-9]+"' page.html | sort >places && grep -Fxf wanted places | wc -l | grep -qx "$(($(wc -l <wanted) - 1))"
}
check 'the places of HTML have them, but for the masthead' names_places
finish

#!/bin/bash
# SPDX-License-Identifier: MIT
# The schema that the program prints is the published one; the reader takes what it says and refuses
# each mutation.  scripts/test asks a validator for its word on the same files.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../checks.sh" || exit 99
here=$top/tests/plugins/json

# ticks json.schema
prints_its_schema()
{
    "$galley" formats --schema json | cmp - "$top/formats/json/issue.schema.json" &&
        "$galley" formats --schema jsonl | cmp - "$top/formats/json/article.schema.json"
}
check 'the program prints the published schemas' prints_its_schema
says 'what has none says so' 2 'that format has none' "$galley" formats --schema markdown
says 'what there is not' 2 'no plugin knows that format' "$galley" formats --schema sofa

"$galley" convert -q "$here/all.json" --to json --set images=yes --set offsets=both -o all.json
check 'all.json is read, and is the same again' "$galley" convert -q all.json --to json --set images=yes --set offsets=both -o again.json
check 'to the byte' cmp all.json again.json

command -v python3 >/dev/null || { skip 'mutations' 'no python3'; finish; }
mkdir bad && python3 "$here/mutate.py" "$here/all.json" bad >count || exit 99
check 'there are forty mutations or more' test "$(cut -d' ' -f1 count)" -ge 40
# ticks json.refuses
refuses() { rm -f out.json; ! "$galley" convert "$1" --to json -o out.json && [ ! -e out.json ]; }
for file in bad/*.json; do
    check "$(basename "$file" .json) is refused" refuses "$file"
    check 'in the words of the reader' grep -qE '\[json.(content|syntax)\]' said
done
finish

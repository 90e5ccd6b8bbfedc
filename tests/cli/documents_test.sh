#!/bin/bash
# SPDX-License-Identifier: MIT
# What doc/ shows is tried as it stands there: issues in Galley's JSON, a dump with the
# hints that correct it, a profile, an issue in Markdown.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../checks.sh" || exit 99

fenced() { sed -n "/^\`\`\`$2\$/,/^\`\`\`\$/p" "$top/doc/$1" | sed '/^```/d'; } # document, language
indented() # document, which of them
{
    sed '/^```/,/^```/d' "$top/doc/$1" |
        awk -v wanted="$2" '/^    / { count += !inside; inside = 1; if (count == wanted) print substr($0, 5); next }
                            { inside = 0 }'
}

fenced json.md json >shown.json
indented json.md 1 >short.json
for issue in shown short; do
    check "json.md: the $issue issue is one" "$galley" convert $issue.json -o once.json
    check "json.md: the $issue issue goes round" "$galley" convert once.json -o twice.json
    check 'json.md: to the same bytes' cmp once.json twice.json
    check "json.md: the $issue issue becomes a document" "$galley" convert $issue.json -o $issue.md
done
check 'json.md: its headline' has shown.md '### 今起免费开放'
check 'json.md: its text' has short.md 'The old pier opened again.'

fenced markdown.md markdown >courier.md
check 'markdown.md: its example is read' "$galley" convert courier.md --set front-matter=no -o again.md
check 'markdown.md: and written again as it is' cmp courier.md again.md

indented hints.md 1 | sed 's/^ *[0-9]*  \{0,1\}//; s/^ *[0-9]*$//' >dump.txt
indented hints.md 2 >hints.txt
check 'hints.md: a dump of eleven lines' test "$(wc -l <dump.txt)" -eq 11
check 'hints.md: the hints are followed' "$galley" convert -v --hints hints.txt dump.txt --set marks=no -o issue.md
check 'hints.md: every one of them' lacks said 'could not be followed'
cat >corrected.md <<'MARKDOWN'
## Page 1

### Ferry lands at the new quay

ALDER BAY, March 3. The first ferry of the year landed at the new quay on Monday. A brass band played, and it rained.

### Fresh herring every Friday

at the harbour shop

### Library moves house

The library is closed on Tuesday.
MARKDOWN
check 'hints.md: three articles come of it' bash -c 'sed "/^---$/,/^---$/d" issue.md | sed 1d | diff corrected.md -'

fenced hints.md ini >paper.ini
check 'hints.md: the profile has columns' has paper.ini 'columns = '
check 'hints.md: the profile is taken' "$galley" inspect --profile paper.ini dump.txt
finish

#!/bin/bash
# SPDX-License-Identifier: MIT
# --hints and --profile from outside: the example is corrected, bad files are told and
# leave no output, what cannot be followed is told and counts for --fail-on.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../checks.sh" || exit 99

example=$top/examples/chengwan-daily
dump=$example/issue.txt
hints=$example/hints.txt
profile=$example/profile.ini

"$galley" inspect -v --hints "$hints" --profile "$profile" "$dump" >corrected 2>&1
check 'the example' has corrected '我市出台办法规范共享单车停放'
check 'every hint for it is followed' lacks corrected 'could not be followed'
# Kinds, heads, bylines, credits and texts, article by article.
like_the_truth()
{
    "$galley" convert -q --hints "$hints" --profile "$profile" "$dump" -o corrected.json || return 1
    python3 - corrected.json "$example/truth.json" <<'PYTHON'
import json, sys

def read(article):
    head = [article.get(name) or "" for name in ("kind", "section", "kicker", "headline", "byline")]
    texts = [block.get("text") or block.get("caption") or "" for block in article["blocks"]]
    credits = [article.get("credit") or ""] + [block.get("credit") or "" for block in article["blocks"]]
    return head, article.get("subheadlines") or [], texts, "".join(credits)

ours, truth = ([read(article) for article in json.load(open(name, encoding="utf-8"))["articles"]]
               for name in sys.argv[1:])
for one in ours + truth:
    if one not in truth:
        print("not so:", *one, sep="\n  ")
    if one not in ours:
        print("missing:", *one, sep="\n  ")
sys.exit(ours != truth)
PYTHON
}
if command -v python3 >/dev/null; then
    check 'the example comes out as its truth' like_the_truth
else
    skip 'the example comes out as its truth' 'no python3'
fi
says 'the head that was moved' 0 '%   抢农时保颗粒归仓 强服务促增产增收' \
    "$galley" inspect --hints "$hints" --profile "$profile" "$dump"
says 'explain names the editor' 0 'as an editor said' "$galley" explain --hints "$hints" --line 101 "$dump"
says 'JSON keeps the decision' 0 'an editor decided so: head 99-104 63' \
    "$galley" convert -q --hints "$hints" --to json -o - "$dump"

echo 'line 9999 headline' >far.txt
says 'no such line' 0 'far.txt:1:1: error: the hint “line 9999 headline” could not be followed' \
    "$galley" inspect --hints far.txt "$dump"
says '--fail-on counts it' 1 'could not be followed' "$galley" inspect --fail-on error --hints far.txt "$dump"
printf '[paper]\ntitle = 别的报\n' >other.ini
says 'the page wins over the profile' 0 'the title of the issue is 澄湾日报, the profile says 别的报' \
    "$galley" inspect -v --profile other.ini "$dump"
says 'the command line wins, too' 0 'the title of the issue is 第三报' \
    "$galley" inspect -v --title 第三报 --profile other.ini "$dump"

"$galley" convert -q "$dump" -o issue.json || exit 99
says 'an issue with articles has no use for hints' 0 'hints are for issues that are put together here' \
    "$galley" inspect --hints "$hints" issue.json

finish

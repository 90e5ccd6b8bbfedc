#!/bin/bash
# SPDX-License-Identifier: MIT
# --hints and --profile from outside: the example is corrected, bad files are told and
# leave no output, what cannot be followed is told and counts for --fail-on.
set -u

galley=${GALLEY:?the program to test}
top=$(cd "${srcdir:-$(dirname "${BASH_SOURCE[0]}")/../..}" && pwd) || exit 99
work=$(mktemp -d "${TMPDIR:-/tmp}/galley-hints-XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 99
failures=0

# check NAME STATUS WORDS COMMAND...: ends so, and says the words.
check()
{
    local name=$1 wanted=$2 words=$3 status
    shift 3
    "$@" >said 2>&1
    status=$?
    if [ "$status" -eq "$wanted" ] && grep -qF -- "$words" said; then
        echo "ok - $name"
    else
        echo "not ok - $name: ended with $status; “$words” wanted"
        sed 's/^/    /' said | head -20
        failures=$((failures + 1))
    fi
}

# never NAME WORDS: what the last command did not say.
never()
{
    ! grep -qF -- "$2" said || { echo "not ok - $1: says “$2”"; failures=$((failures + 1)); }
}

example=$top/examples/chengwan-daily
dump=$example/issue.txt
hints=$example/hints.txt
profile=$example/profile.ini

check 'the example' 0 '我市出台办法规范共享单车停放' "$galley" inspect -v --hints "$hints" --profile "$profile" "$dump"
never 'the example' 'could not be followed'
check 'the head that was moved' 0 '%   抢农时保颗粒归仓 强服务促增产增收' \
    "$galley" inspect --hints "$hints" --profile "$profile" "$dump"
check 'explain names the editor' 0 'as an editor said' "$galley" explain --hints "$hints" --line 101 "$dump"
check 'JSON keeps the decision' 0 'an editor decided so: head 99-104 63' \
    "$galley" convert -q --hints "$hints" --to json -o - "$dump"

echo 'line 9999 headline' >far.txt
check 'no such line' 0 'far.txt:1:1: error: the hint “line 9999 headline” could not be followed' \
    "$galley" inspect --hints far.txt "$dump"
check '--fail-on counts it' 1 'could not be followed' "$galley" inspect --fail-on error --hints far.txt "$dump"
printf '[paper]\ntitle = 别的报\n' >other.ini
check 'the page wins over the profile' 0 'the title of the issue is 澄湾日报, the profile says 别的报' \
    "$galley" inspect -v --profile other.ini "$dump"
check 'the command line wins, too' 0 'the title of the issue is 第三报' \
    "$galley" inspect -v --title 第三报 --profile other.ini "$dump"

"$galley" convert -q "$dump" -o issue.json || exit 99
check 'an issue with articles has no use for hints' 0 'hints are for issues that are put together here' \
    "$galley" inspect --hints "$hints" issue.json

[ "$failures" -eq 0 ]

#!/bin/bash
# SPDX-License-Identifier: MIT
# galley explain answers for every line of every sample, for every article of the
# example, and says clearly what it cannot find.
set -u

galley=${GALLEY:?the program to test}
top=$(cd "${srcdir:-$(dirname "${BASH_SOURCE[0]}")/../..}" && pwd) || exit 99
work=$(mktemp -d "${TMPDIR:-/tmp}/galley-explain-XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 99
failures=0

check() # name, command...
{
    local name=$1
    shift
    if "$@" >said 2>&1; then
        echo "ok - $name"
    else
        echo "not ok - $name"
        sed 's/^/    /' said | head -20
        failures=$((failures + 1))
    fi
}

# A blank line is said to be blank; any other is in an article or in the furniture, and
# has a decision with a reason.
answers() # file, every how many lines
{
    local number=0 line
    [ -s "$1" ] || { echo "there is no $1"; return 1; }
    while IFS= read -r line || [ -n "$line" ]; do
        number=$((number + 1))
        [ $((number % ${2-1})) = 0 ] || continue
        "$galley" explain "$1" --line $number >answer || return 1
        if [ -z "${line//[[:space:]]/}" ]; then
            grep -q '^line .* is blank' answer || { echo "line $number is blank, and that is not said"; return 1; }
        elif ! grep -qE '^  in (article|no article)' answer || ! grep -qE '^       ' answer; then
            echo "line $number: $line"
            cat answer
            return 1
        fi
    done < <(tr -d '\f' <"$1")
}

for sample in "$top"/tests/samples/dumps/*.txt; do
    check "every line of $(basename "$sample")" answers "$sample"
done

example=$top/examples/chengwan-daily/issue.txt
check 'every seventh line of the example' answers "$example" 7
each_article() { for number in $(seq 20); do "$galley" explain "$example" --article "$number" | grep -q '^How sure' || return 1; done; }
refuses() { # words of the sentence, arguments...
    local words=$1
    shift
    "$galley" explain "$@" >out 2>err
    [ $? = 2 ] && grep -qF -- "$words" err
}
check 'every article of the example' each_article
check 'all articles, the least sure first' bash -c '"$1" explain "$2" | head -1 | grep -q "%"' - "$galley" "$example"
check 'no line behind the last' refuses 'there is no line 99999' "$example" --line 99999
check 'no article of that name' refuses 'there is no article nobody' "$example" --article nobody
check 'no line 0' refuses 'takes a number from 1 on' "$example" --line 0
check 'no input' refuses 'explain wants an input'
"$galley" explain --list >list
check 'every source has a name, points and a reason' bash -c '! grep -vP "^[a-z]+\.[a-z-]+\t-?[0-9.]+\t[^\t]+$" list'
check 'no name twice' bash -c '[ -z "$(cut -f1 list | sort | uniq -d)" ]'
check 'a name that is none' bash -c '"$1" convert "$2" -o x.json --weights roles.none=1 2>err; [ $? = 2 ] && [ ! -e x.json ] && grep -qF "roles.none=1" err' - "$galley" "$example"
[ "$failures" = 0 ]

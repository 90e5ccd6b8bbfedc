#!/bin/bash
# SPDX-License-Identifier: MIT
# galley explain answers for every line of every sample, for every article of the
# example, and says clearly what it cannot find.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../checks.sh" || exit 99

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
# How sure, and why, without telling a reason twice.
each_article()
{
    local number
    for number in $(seq 20); do
        "$galley" explain "$example" --article "$number" | sed -n '/^How sure/,/^The closest/p' >answer
        [ "$(wc -l <answer)" -gt 2 ] || return 1
        [ -z "$(cut -c14- answer | sort | uniq -d)" ] || { cat answer; return 1; }
    done
}
check 'every article of the example' each_article
check 'all articles, the least sure first' bash -c '"$1" explain "$2" | head -1 | grep -q "%"' - "$galley" "$example"
says 'no line behind the last' 2 'there is no line 99999' "$galley" explain "$example" --line 99999
says 'a line of another page' 2 'there is no line 5 on page 2' "$galley" explain "$example" --line 5 --page 2
says 'a page that is none' 2 'there is no page 9' "$galley" explain "$example" --line 5 --page 9
printf '\n甲乙丙丁。\n\r\n \n\r ' >blanks.txt
for number in 1 3 4 5 6; do
    says "line $number is blank" 0 "line $number is blank" "$galley" explain blanks.txt --line "$number"
done
says 'the text has ended' 2 'there is no line 7' "$galley" explain blanks.txt --line 7
says 'no article of that name' 2 'there is no article nobody' "$galley" explain "$example" --article nobody
says 'no line 0' 2 'takes a number from 1 on' "$galley" explain "$example" --line 0
says 'no input' 2 'explain wants an input' "$galley" explain
says 'the sources are listed' 0 'roles.' "$galley" explain --list
cp said list
check 'every source has a name, points and a reason' bash -c '! grep -vP "^[a-z]+\.[a-z-]+\t-?[0-9.]+\t[^\t]+$" list'
check 'no name twice' bash -c '[ -z "$(cut -f1 list | sort | uniq -d)" ]'
says 'a source that is none' 2 roles.none=1 "$galley" convert "$example" -o x.json --weights roles.none=1
says 'a pass that others need' 2 'the pass roles cannot be left out' "$galley" inspect "$example" --weights passes.roles=0
check 'nothing is written then' test ! -e x.json
finish

#!/bin/bash
# SPDX-License-Identifier: MIT
# Books of real issues, through the program: the example, the samples, press pages of every
# language, hostile texts and, where they are, the dumps beside the checkout.  Each comes
# back to the byte, also with a writing mode and a profile of its own.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../checks.sh" || exit 99
export PYTHONDONTWRITEBYTECODE=1

comes_back() # issue, [settings]
{
    local issue=$1
    shift
    "$galley" convert -q "$issue" "$@" -o once.epub && "$galley" convert -q once.epub "$@" -o twice.epub &&
        cmp once.epub twice.epub
}

all_come_back() # issue...
{
    local issue
    for issue in "$@"; do
        comes_back "$issue" || { echo "$issue does not come back"; return 1; }
    done
}

example=$top/examples/chengwan-daily/issue.txt
check 'the example' comes_back "$example"
check 'the example, down the page' comes_back "$example" -s writing-mode=vertical
check 'the example for e-ink' comes_back "$example" -s profile=e-ink
check 'the example without links' comes_back "$example" -s nav-links=no
check 'the samples' all_come_back "$top"/tests/samples/dumps/*.txt

if command -v python3 >/dev/null; then
    for language in zh en de ja ko; do
        "$top/scripts/press" --language $language --pages 4 --seed 7 >press-$language.txt
    done
    check 'press pages' all_come_back press-*.txt
    "$top/scripts/hostile" hostile >/dev/null
    check 'hostile texts' all_come_back hostile/text-*.json # scripts/test sends all there and back
else
    skip 'press pages and hostile texts' 'there is no python3'
fi

if [ -d "$top/../shared/eval/dumps" ]; then
    check 'the dumps' all_come_back "$top"/../shared/eval/dumps/*.txt
else
    skip 'the dumps' 'no ../shared here'
fi

# What is no book ends in one sentence.
printf 'PK\003\004 and no more' >broken.epub
says 'a book that is cut off' 3 'broken.epub' "$galley" convert broken.epub -o x.json
check 'a book by any name' cp once.epub book.bin
check 'is known by what is in it' "$galley" convert book.bin -o x.json
finish

#!/bin/bash
# SPDX-License-Identifier: MIT
# Golden outputs and golden findings: each dump in dumps/ shows one kind of damage;
# beside it stand the JSON that must come of it and the findings that must be said.
# Weights (confidence, evidence, and what is said of an article that has little of them) are
# left out: they are tuned, and no reading by themselves.
#
#     samples_test.sh             compare (make check runs this)
#     samples_test.sh --update    write what came as what is expected; read the diff
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../checks.sh" || exit 99
cd "$top/tests/samples/dumps" || exit 99

# The issue without its weights: an evidence array stands on lines of its own.
weightless() { sed -e '/^ *"confidence": /d' -e '/^ *"note": /d' -e '/^ *"evidence": \[$/,/^ *\],\{0,1\}$/d' -e 's/, "confidence": [0-9.]*//'; }

convert() # name
{
    "$galley" convert "$1.txt" --to json --set facts=no -o - -v 2>"$work/told" | weightless >"$work/$1.json"
    local status=${PIPESTATUS[0]}
    grep "^$1\.txt:" "$work/told" | grep -vF '[article.look]' >"$work/$1.findings"
    [ "$status" = 0 ] || { cat "$work/told"; return 1; }
}

compare() # name
{
    convert "$1" && diff -u "$1.json" "$work/$1.json" && diff -u "$1.findings" "$work/$1.findings"
}

for dump in *.txt; do
    name=${dump%.txt}
    if [ "${1-}" = --update ]; then
        convert "$name" && cp "$work/$name.json" "$work/$name.findings" . && echo "written $name"
    else
        check "$name" compare "$name"
    fi
done
finish

#!/bin/bash
# SPDX-License-Identifier: MIT
# Three that start at once where nothing is built yet: one builds, the others wait for it.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../checks.sh" || exit 99
command -v flock >/dev/null || { skip 'one after the other' 'no flock here'; finish; exit; }

# The build's own script, with a build that bears no second one beside it.
start()
{
    (
        source="$top/scripts/lib/build.sh"
        top=$work
        . "$source"
        stage_is_fresh() { [ -e "$work/staged" ]; }
        make_stage() { mkdir "$work/building" && sleep 0.3 && echo built >>"$work/staged" && rmdir "$work/building"; }
        stage_in_turn
    )
}

for number in 1 2 3; do start >said.$number 2>&1 & builders[number]=$!; done
for number in 1 2 3; do check "builder $number" wait "${builders[number]}"; done
check 'it was built once' [ "$(grep -c built staged)" = 1 ]
finish

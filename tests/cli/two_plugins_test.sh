#!/bin/bash
# SPDX-License-Identifier: MIT
# Converting a dump to JSON maps two plugins, whatever else is installed: the dynamic
# loader itself is asked (LD_DEBUG=files).
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../checks.sh" || exit 99
plugins=${GALLEY_PLUGIN_PATH:?the folder of plugins}

# The name under which a plugin is opened: a descriptor of ours, or its path where there is no /proc.
mapped()
{
    cat loader.* 2>/dev/null | grep 'calling init:' |
        grep -oE "/proc/self/fd/[0-9]+|$plugins/[^ ]*\.so" | sort -u | wc -l
    rm -f loader.*
}

maps() # how many, command...
{
    local wanted=$1 status count
    shift
    LD_DEBUG=files LD_DEBUG_OUTPUT=$work/loader "$@"
    status=$?
    count=$(mapped)
    [ "$status" -eq 0 ] && [ "$count" -eq "$wanted" ] || { echo "status $status, $count plugins mapped"; return 1; }
}

for _ in 1 2 3; do echo '河边的柳树发了新芽，镇上的人们沿着青石小路散步。'; done >dump.txt
check 'more than two are installed' test "$(find "$plugins" -name '*.so' | wc -l)" -gt 2
check 'dump.txt to x.json: two' maps 2 "$galley" convert dump.txt -o x.json
check 'x.json to y.json: one' maps 1 "$galley" convert x.json -o y.json
check 'dump.txt looked at: one' maps 1 "$galley" inspect dump.txt
check 'the list of formats: none' maps 0 "$galley" formats
finish

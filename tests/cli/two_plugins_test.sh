#!/bin/bash
# SPDX-License-Identifier: MIT
# Converting a dump to JSON maps two plugins, whatever else is installed: the dynamic
# loader itself is asked (LD_DEBUG=files).
set -u

galley=${GALLEY:?the program to test}
plugins=${GALLEY_PLUGIN_PATH:?the folder of plugins}
work=$(mktemp -d "${TMPDIR:-/tmp}/galley-two-plugins-XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT

installed=$(find "$plugins" -name '*.so' | wc -l)
for _ in 1 2 3; do echo '河边的柳树发了新芽，镇上的人们沿着青石小路散步。'; done >"$work/dump.txt"

# The name under which a plugin is opened: a descriptor of ours, or its path where there is no /proc.
mapped()
{
    cat "$work"/loader.* 2>/dev/null | grep 'calling init:' |
        grep -oE "/proc/self/fd/[0-9]+|$plugins/[^ ]*\.so" | sort -u | wc -l
    rm -f "$work"/loader.*
}

check() # name, wanted, command...
{
    local name=$1 wanted=$2 count
    shift 2
    LD_DEBUG=files LD_DEBUG_OUTPUT=$work/loader "$@" 2>"$work/said" >/dev/null
    local status=$?
    count=$(mapped)
    if [ $status -ne 0 ] || [ "$count" -ne "$wanted" ]; then
        echo "not ok - $name: status $status, $count plugins mapped of $installed, not $wanted"
        cat "$work/said"
        exit 1
    fi
    echo "ok - $name: $count plugins mapped of $installed"
}

[ "$installed" -gt 2 ] || { echo "not ok - only $installed plugins in $plugins"; exit 1; }
check 'dump.txt to x.json' 2 "$galley" convert "$work/dump.txt" -o "$work/x.json"
check 'x.json to y.json' 1 "$galley" convert "$work/x.json" -o "$work/y.json"
check 'dump.txt looked at' 1 "$galley" inspect "$work/dump.txt"
check 'the list of formats' 0 "$galley" formats

# SPDX-License-Identifier: MIT
# What the tests in shell share: the program, a folder to work in that goes away, and
# checks that are told one a line and counted.  A test begins with sourcing this, stands
# in $work then ($top is the source tree), and ends with `finish`.
# shellcheck shell=bash
set -u

galley=${GALLEY:?the program to test}
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd) || exit 99
work=$(mktemp -d "${TMPDIR:-/tmp}/galley-test-XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
cd "$work" || exit 99
failures=0

pass() { echo "ok - $1"; }
skip() { echo "ok - $1 # skipped: $2"; }

complain() # name, [words]: and the beginning of what was said
{
    echo "not ok - $1${2:+: $2}"
    sed 's/^/    /' "$work/said" | cut -c1-300 | head -60
    failures=$((failures + 1))
}

# What the last command said is in `said`, also for the check that comes next.
try()
{
    "$@" >"$work/saying" 2>&1
    local status=$?
    mv "$work/saying" "$work/said"
    return $status
}

check() # name, command...: it ends with 0
{
    local name=$1
    shift
    if try "$@"; then pass "$name"; else complain "$name"; fi
}

says() # name, status, words, command...: it ends so, and says the words
{
    local name=$1 wanted=$2 words=$3 status
    shift 3
    try "$@"
    status=$?
    if [ "$status" -eq "$wanted" ] && grep -qF -- "$words" "$work/said"; then
        pass "$name"
    else
        complain "$name" "ended with $status; “$words” and $wanted wanted"
    fi
}

has() { grep -qF -- "$2" "$1" || { echo "$1 lacks: $2"; return 1; }; }
lacks() { ! grep -qF -- "$2" "$1" || { echo "$1 has: $2"; return 1; }; }

finish()
{
    echo "$failures failures"
    [ "$failures" -eq 0 ]
    exit
}

# Steps, how they are shown, and how they are counted.
# shellcheck shell=bash

passed=0 failed=0 skipped=0

show() { printf '%-8s %4ss  %s\n' "$1" "$2" "$3"; }

# step NAME COMMAND… - one thing that passes or fails; its noise goes to build/logs.
step() {
  local name=$1 log started=$SECONDS
  shift
  log=build/logs/$(tr -cs 'a-z0-9\n' - <<<"${name,,}").log
  if "$@" >"$log" 2>&1 </dev/null; then
    passed=$((passed + 1))
    show ok $((SECONDS - started)) "$name"
  else
    failed=$((failed + 1))
    show FAILED $((SECONDS - started)) "$name"
    tail -n 30 "$log" | sed 's/^/    | /'
    echo "    the whole log is $log"
    return 1
  fi
}

skip() {
  skipped=$((skipped + 1))
  show skipped 0 "$1 ($2)"
}

# suite NAME FOLDER - `make check` in build/FOLDER; every cmocka test counts by itself.
suite() {
  local name=$1 folder=build/$2 started=$SECONDS good bad none status=0
  (cd "$folder" && make check -j"$(nproc)" >check.log 2>&1 </dev/null) || status=1
  good=$(sum_of "$folder" 'PASSED') bad=$(sum_of "$folder" 'FAILED')
  good=$((good + $(results "$folder" PASS))) bad=$((bad + $(results "$folder" '\(FAIL\|ERROR\)')))
  none=$(results "$folder" SKIP)
  [ $status -ne 0 ] && [ "$bad" -eq 0 ] && bad=1
  passed=$((passed + good)) failed=$((failed + bad)) skipped=$((skipped + none))
  if [ $status -eq 0 ]; then
    show ok $((SECONDS - started)) "$name: $good passed"
    return
  fi
  show FAILED $((SECONDS - started)) "$name: $good passed, $bad failed"
  { grep -l ':test-result: \(FAIL\|ERROR\)' -r "$folder/tests" --include='*.trs' | sed 's/trs$/log/' |
    while read -r log; do echo "$log:"; tail -n 15 "$log"; done; grep -m5 -n 'error:\|\*\*\*' "$folder/check.log"; } |
    sed 's/^/    | /'
}

# Single tests that cmocka counts in the logs of a suite.
sum_of() {
  find "$1/tests" -name '*.log' -exec grep -hE "^\[  $2  \] [0-9]+ test" {} + 2>/dev/null |
    awk '{ n += $4 } END { print n + 0 }'
}

# Test programs that are no cmocka, by their result.
results() {
  find "$1/tests" -name '*.trs' -exec grep -l "^:test-result: $2" {} + 2>/dev/null | sed 's/trs$/log/' |
    while read -r log; do grep -qE '^\[=+\]' "$log" 2>/dev/null || echo; done | wc -l
}

finish() {
  printf '%d passed, %d failed' "$passed" "$failed"
  [ "$skipped" -gt 0 ] && printf ', %d skipped' "$skipped"
  echo
  [ "$failed" -eq 0 ]
  exit
}

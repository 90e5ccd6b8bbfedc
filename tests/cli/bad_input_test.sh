#!/bin/bash
# SPDX-License-Identifier: MIT
# Every kind of bad input, one row each: what is run, with which status it ends, and
# what its one sentence on standard error begins with.  No row may leave a file
# behind.  A row that this machine cannot play says "skipped".
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../checks.sh" || exit 99
chmod 755 "$work"
rows=0

# ---- Judging ------------------------------------------------------------------

# row NAME STATUS START COMMAND...: runs the command in a folder of its own beside the inputs.
row()
{
    local name=$1 wanted=$2 start=$3 status lines text before=$failures
    shift 3
    rows=$((rows + 1))
    mkdir -p out
    (cd out && "$@") 2>said >printed </dev/null
    status=$?
    lines=$(wc -l <said)
    text=$(cat said)
    [ "$status" -eq "$wanted" ] || complain "$name" "ended with $status, not $wanted"
    [ "$lines" -eq 1 ] || complain "$name" "said $lines lines, not one"
    [[ $text == "$start"* ]] || complain "$name" "does not begin with $start"
    [[ $text == *": fatal: "*" ["*"]" ]] || complain "$name" "is no finding"
    [[ $text == *[[:cntrl:]]* ]] && complain "$name" "carries a control character"
    [ -z "$(find out -mindepth 1)" ] || complain "$name" "left $(ls -A out) behind"
    rm -rf out
    [ $before -ne $failures ] || pass "$name"
}

# ---- Inputs -------------------------------------------------------------------

sentence='今日青溪两岸春光正好，镇上的居民沿着新修的步道散步，孩子们在桥头放风筝。'
for _ in 1 2 3 4 5 6 7 8; do echo "$sentence"; done >good.txt
: >empty.txt
mkdir folder.txt folder.json
printf '\001\200\377\033%.0s' {1..1024} >binary.bin
printf '\177ELF\002\001\001\000\000\000\000\000\000\000\000\000' >binary.txt
printf '{"format": "galley-issue", "version": 1, "issue": ' >half.json
gzip -c good.txt >whole.gz
head -c $(($(wc -c <whole.gz) / 2)) whole.gz >half.txt.gz
head -c 20000000 /dev/zero | tr '\0' 'a' | gzip -c >bomb.txt.gz
printf '%s\n\200\377 %s\n' "$sentence" "$sentence" >utf8.txt
printf '%s\n\000%s\n' "$sentence" "$sentence" >nul.txt
printf '   \n\n \t\n' >blank.txt
printf '<!DOCTYPE html>\n<p>%s</p>\n' "$sentence" >page.html
printf '%%PDF-1.7\n%s\n' "$sentence" >page.pdf
echo 'line 1 heading' >hints.txt
printf '[paper]\ncolour = red\n' >paper.ini
head -c 100000000 /dev/zero | tr '\0' 'a' >long.txt
cp good.txt locked.txt
chmod 000 locked.txt
printf '\033]0;owned\007.txt' >name
cp good.txt "$(cat name)"

convert() { "$galley" convert "$@"; }

# ---- The table ----------------------------------------------------------------

row 'empty file' 3 '../empty.txt: ' convert ../empty.txt -o x.json
row 'missing file' 5 '../missing.txt: ' convert ../missing.txt -o x.json
row 'a folder' 5 '../folder.txt: ' convert ../folder.txt -o x.json
row 'binary, unknown name' 3 '../binary.bin: ' convert ../binary.bin -o x.json
row 'binary, named text' 3 '../binary.txt' convert ../binary.txt -o x.json
row 'a web page' 3 '../page.html: ' convert ../page.html -o x.json
row 'a PDF' 3 '../page.pdf: ' convert ../page.pdf -o x.json
row 'an empty name' 5 'galley: ' convert '' -o x.json
row 'only white space' 3 '../blank.txt: ' convert ../blank.txt -o x.json
row 'invalid UTF-8' 3 '../utf8.txt:2:1: ' convert ../utf8.txt -o x.json
row 'NUL bytes' 3 '../nul.txt' convert ../nul.txt -o x.json
row 'a line of 100 MB' 4 '../long.txt:1' convert ../long.txt -o x.json
row 'two JSON files for one issue' 2 '../half.json' convert ../half.json ../half.json -o x.json
row 'unknown encoding' 2 'galley: ' convert --set encoding=klingon ../good.txt -o x.json
row 'wrong encoding' 3 '../utf8.txt' convert --set encoding=utf-8 ../utf8.txt -o x.json
row 'half a JSON file' 3 '../half.json' convert ../half.json -o x.json
row 'truncated gzip' 3 '../half.txt.gz: ' convert ../half.txt.gz -o x.json
row 'gzip bomb over --limit-input' 4 '../bomb.txt.gz: ' convert --limit-input 1M ../bomb.txt.gz -o x.json
row 'file over --limit-memory' 4 '../good.txt: ' convert --limit-memory 1K ../good.txt -o x.json
row 'wrong --from' 3 '../good.txt' convert --from json ../good.txt -o x.json
row 'unknown --from' 2 'galley: ' convert --from nobody ../good.txt -o x.json
row 'unknown --to' 2 'galley: ' convert --to nobody ../good.txt -o x.json
row '--from a format that only writes' 2 'galley: ' convert --from jsonl ../good.txt -o x.json
row 'output of no known name' 2 'x.unknown: ' convert ../good.txt -o x.unknown
row 'unknown option' 2 'galley: ' convert --no-such-option ../good.txt -o x.json
row 'unknown command' 2 'galley: ' "$galley" convrt ../good.txt -o x.json
row 'no command' 2 'galley: ' "$galley"
row 'unknown --set' 2 'galley: ' convert --set no-such=1 ../good.txt -o x.json
row '--set without a value' 2 'galley: ' convert --set page-markers ../good.txt -o x.json
row 'no -o' 2 'galley: ' convert ../good.txt
row 'no input' 2 'galley: ' convert -o x.json
row '-o without a value' 2 'galley: ' convert ../good.txt -o
row '-o - without --to' 2 'galley: ' convert ../good.txt -o -
row 'bad --fail-on' 2 'galley: ' convert --fail-on nothing ../good.txt -o x.json
row 'bad --limit-memory' 2 'galley: ' convert --limit-memory many ../good.txt -o x.json
row 'output folder missing' 5 'no/x.json: ' convert ../good.txt -o no/x.json
row 'output is a folder' 5 '../folder.json: ' convert ../good.txt -o ../folder.json
row 'output to a full device' 5 'standard output: ' bash -c '"$1" convert ../good.txt --to json -o - >/dev/full' - "$galley"
row 'list to a full device' 5 'standard output: ' bash -c '"$1" formats >/dev/full' - "$galley"
row 'file size limit' 5 'x.json: ' bash -c 'ulimit -f 1; exec "$1" convert ../good.txt ../good.txt ../good.txt -o x.json' - "$galley"
row 'closed standard output' 5 'standard output: ' bash -c '"$1" convert ../good.txt --to json -o - >&-' - "$galley"
row 'missing --plugin-dir' 5 'no-plugins: ' convert --plugin-dir no-plugins ../good.txt -o x.json
row 'missing --hints' 5 '../none.txt: ' convert --hints ../none.txt ../good.txt -o x.json
row 'bad --hints' 3 '../hints.txt:1:8: ' convert --hints ../hints.txt ../good.txt -o x.json
row '--hints that are no text' 3 '../binary.bin:' convert --hints ../binary.bin ../good.txt -o x.json
row 'missing --profile' 5 '../none.ini: ' convert --profile ../none.ini ../good.txt -o x.json
row 'bad --profile' 3 '../paper.ini:2:1: ' convert --profile ../paper.ini ../good.txt -o x.json
row '--profile that is no text' 3 '../binary.bin:' convert --profile ../binary.bin ../good.txt -o x.json
row 'control characters in a name' 5 '../\x1b]0;' convert $'../\033]0;owned\007.missing' -o x.json
row '-q still says what stopped it' 5 '../missing.txt: ' convert -q ../missing.txt -o x.json

# A reader that goes away: the pipe breaks in the middle of the output.
broken_pipe() { "$galley" convert ../good.txt --to json -o - | (exec <&-; sleep 0.3); return "${PIPESTATUS[0]}"; }
row 'closed pipe' 5 'standard output: ' broken_pipe

# Plugins that must not be run.
modules=${GALLEY_TEST_MODULES:-}
if [ -f "$modules/other-abi.so" ]; then
    mkdir abi open
    cp "$modules/other-abi.so" abi/
    cp "$modules/good.so" open/
    chmod 755 abi abi/other-abi.so open
    chmod 777 open/good.so
    row 'plugin of another ABI' 7 '../abi/other-abi.so: ' convert --plugin-dir ../abi --to other-abi ../good.txt -o x.abi
    row 'plugin that others can write to' 7 '../open/good.so: ' convert --plugin-dir ../open --to good ../good.txt -o x.good
    chmod 755 open/good.so
    chmod 777 open
    row 'plugin folder that others can write to' 7 '../open: ' convert --plugin-dir ../open ../good.txt -o x.json
else
    skip 'plugins that must not be run' 'the modules of the host test are not built'
fi

# Without permission: as somebody else when we are root.
if [ "$(id -u)" -ne 0 ]; then
    row 'no permission to read' 5 '../locked.txt: ' convert ../locked.txt -o x.json
elif command -v setpriv >/dev/null && setpriv --reuid=65534 --clear-groups test -x "$galley"; then
    row 'no permission to read' 5 '../locked.txt: ' bash -c 'chmod 777 . && exec setpriv --reuid=65534 --clear-groups "$1" convert ../locked.txt -o x.json' - "$galley"
    row 'no permission to write' 5 '../x.json: ' bash -c 'exec setpriv --reuid=65534 --clear-groups "$1" convert ../good.txt -o ../x.json' - "$galley"
else
    skip 'no permission' 'root, and no way to be somebody else'
fi

echo "$rows rows"
finish

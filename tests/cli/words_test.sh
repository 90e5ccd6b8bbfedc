#!/bin/bash
# SPDX-License-Identifier: MIT
# What the program says of itself: help, manual and completions name the same things;
# the summary tells what a person wants to know, and on no terminal in no colour.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../checks.sh" || exit 99

# ---- One declaration, four places ---------------------------------------------

"$galley" generate man >galley.1
"$galley" generate bash >galley.bash
"$galley" generate zsh >_galley
tr -d '\\' <galley.1 >manual
for command in convert inspect explain formats plugins; do
    check "galley $command --help" "$galley" $command --help
    "$galley" $command --help >help.$command
    for option in $(grep -oE -- '^ +(-., )?--[a-z-]+' help.$command | grep -oE -- '--[a-z-]+'); do
        check "$command $option in the manual" has manual "$option"
        check "$command $option in bash" has galley.bash "$option"
        check "$command $option in zsh" has _galley "$option"
    done
done
"$galley" --help >help
"$galley" help >help2
"$galley" help convert >help3
check 'help is --help' cmp help help2
check 'help convert is convert --help' cmp help.convert help3
"$galley" --version >version
check '--version' has version 'plugin ABI 1'
for section in NAME SYNOPSIS DESCRIPTION COMMANDS OPTIONS 'EXIT STATUS' ENVIRONMENT FILES EXAMPLES; do
    check "manual: $section" has galley.1 ".SH $section"
done
check 'no line of help is longer than 80 cells' bash -c '! cat help help.* | grep -E "^.{81}"'
check 'bash reads its completion' bash -n galley.bash
if command -v zsh >/dev/null; then check 'zsh reads its completion' zsh -n _galley; else skip 'zsh' 'not installed'; fi
if command -v groff >/dev/null; then
    check 'the manual is sound' bash -c '[ -z "$(groff -man -Tutf8 -ww -z galley.1 2>&1)" ]'
else
    skip 'groff' 'not installed'
fi

# ---- The examples of the manual --------------------------------------------------

example=$top/examples/chengwan-daily
mkdir bin examples
ln -s "$galley" bin/galley
awk -v RS='\f' '{ print > ("examples/p" NR ".txt") }' "$example/issue.txt"
# a page more, of which nobody can be sure
{ cat "$example/issue.txt"; printf '\f春天的集市\n秋天的渡口\n\n渡船停了。岸上的人说，风大的时候谁\n也不愿意走，等到\n\n灯又亮了\n船又开了。（下转第9版）\n'; } >examples/dump.txt
cp "$example/hints.txt" examples/
cp "$example/profile.ini" examples/paper.ini
gzip -c "$example/issue.txt" >examples/dump.gz
play() # command, status: ends so
{
    (cd examples && PATH=$work/bin:$PATH bash -o pipefail -c "$1")
    [ "$?" -eq "$2" ]
}
sed -n '/^\.SH EXAMPLES/,$s/^\.B //p' manual >list
check 'the manual has examples' test "$(wc -l <list)" -gt 5
while IFS= read -r line; do
    case $line in
    *'| jq '*) command -v jq >/dev/null || { skip "$line" 'no jq'; continue; } ;;
    esac
    case $line in *--fail-on*) ends=1 ;; *) ends=0 ;; esac
    check "$line" play "$line" $ends
done <list

# ---- What bash completes ---------------------------------------------------------

complete_words() # words...: prints what bash would offer for the last one
{
    bash -c 'PATH=$(dirname "$0"):$PATH; . ./galley.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _galley
             printf "%s\n" "${COMPREPLY[@]}"' "$galley" "$@"
}
complete_words galley con >offered
check 'bash completes a command' has offered convert
complete_words galley convert --out >offered
check 'bash completes an option' has offered --output
complete_words galley convert --to js >offered
check 'bash completes a format' has offered json
complete_words galley convert --fail-on un >offered
check 'bash completes a level' has offered unsure

# ---- The summary --------------------------------------------------------------

cat >dump.txt <<'TEXT'
青溪镇举行春季读书会

本报讯 三月的青溪两岸春光正好，镇上的居民沿着新修的步道
来到图书馆，参加一年一度的春季读书会。来自各村的三百多名
读者围坐在一起，分享他们在冬天里读过的书。

图书馆负责人说，今年的活动比往年多了两场，孩子们也有了
自己的书架。活动将持续到月底。
TEXT
"$galley" convert dump.txt -o x.json --title 青溪日报 --date 2031-05-12 2>summary
check 'convert ends with 0' test $? -eq 0
check 'the summary names the issue' has summary 青溪日报
check 'the summary dates it' has summary 2031-05-12
check 'the summary says that nothing was lost' has summary 'every one accounted for'
check 'the summary names the output' has summary x.json
check 'no colour in a file' lacks summary $'\033'
check 'no more than 14 lines' test "$(wc -l <summary)" -le 14
"$galley" convert -q dump.txt -o q.json 2>quiet
check '-q says nothing' test ! -s quiet
"$galley" convert -q --title=青溪日报 --date 2031-05-12 --to json -o - -- dump.txt >y.json
check '-- and - are understood' cmp x.json y.json
check 'standard input is an input' "$galley" convert -q - --from text --to=json -oz.json <dump.txt
"$galley" convert -q --fail-on repaired dump.txt -o fail.json
check '--fail-on ends with 1' test $? -eq 1
check '--fail-on writes all the same' test -s fail.json
"$galley" convert -q --fail-on error dump.txt -o fail.json
check '--fail-on error ends with 0' test $? -eq 0
"$galley" convert -v dump.txt -o v.json 2>every
check '-v prints every finding' has every 'dump.txt:3:1: repaired: '
"$galley" inspect dump.txt >table
check 'inspect names the headline' has table 青溪镇举行春季读书会
"$galley" formats >list
check 'formats lists json' has list json
"$galley" plugins >list
check 'plugins lists text' has list text
if command -v python3 >/dev/null; then
    check 'formats --json' bash -c '"$1" formats --json | python3 -m json.tool' - "$galley"
    check 'plugins --json' bash -c '"$1" plugins --json | python3 -m json.tool' - "$galley"
else
    skip 'JSON lists' 'no python3'
fi
if script -qec true /dev/null >/dev/null 2>&1 </dev/null; then
    TERM=xterm script -qec "'$galley' convert dump.txt -o x.json" /dev/null >coloured </dev/null
    check 'colour on a terminal' has coloured $'\033[1m'
    TERM=xterm NO_COLOR=1 script -qec "'$galley' convert dump.txt -o x.json" /dev/null >plain </dev/null
    check 'NO_COLOR is honoured' lacks plain $'\033['
else
    skip 'terminals' 'no script(1), or no terminal to be had'
fi

finish

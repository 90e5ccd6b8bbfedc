#!/bin/bash
# SPDX-License-Identifier: MIT
# What Galley writes is what galley.rnc says, and galley.rnc says more than TEI All: each
# mutation below is refused by it, and TEI All (where it is beside the checkout) takes it.
# The XML form of the schema is that of the compact one, and the ODD knows the same elements.
# shellcheck source=tests/checks.sh
. "$(dirname "${BASH_SOURCE[0]}")/../../checks.sh" || exit 99
schema=$top/formats/tei/galley
tei_all=$top/../shared/schemas/tei_all-4.12.0.rng
command -v jing >/dev/null || { skip 'the TEI schema' 'no jing'; exit 77; }

for option in lines=yes lines=no facsimile=no repairs=no; do
    "$galley" convert -q "$top/tests/plugins/tei/all.json" --to tei --set $option -o all-${option/=/-}.tei || exit 99
done
check 'an issue with everything, and without lines, pages or reasons' jing -c "$schema.rnc" all-*.tei
check 'by the XML form too' jing "$schema.rng" all-*.tei
if [ -e "$tei_all" ]; then check 'and TEI All' jing "$tei_all" all-*.tei; else skip 'TEI All' 'no ../shared here'; fi

# ---- Mutations ------------------------------------------------------------------

names=()
mutate() # name, sed script
{
    sed -E "$2" all-lines-yes.tei >"bad-$1.tei"
    cmp -s all-lines-yes.tei "bad-$1.tei" && { echo "$1 changes nothing" >said; complain "$1"; return; }
    names+=("$1")
}

mutate surface-id 's/xml:id="s1"/xml:id="page1"/; s/#s1"/#page1"/g'
mutate line-without-number 's/(xml:id="l2" type="line") n="2"/\1/'
mutate line-type 's/type="line"/type="row"/'
mutate source-line 's/#line=0,3/#L1/'
mutate looks 's/rend="blank\(3\) size\(9.5\)"/rend="bold"/'
mutate certainty-in-words 's/cert="0.5"/cert="high"/'
mutate article-without-certainty 's/ cert="0.5" facs/ facs/'
mutate article-type 's/type="article"/type="story"/'
mutate head-type 's/type="main" facs/type="headline" facs/'
mutate furniture-type 's/type="pageNum"/type="pageno"/'
mutate furniture-without-id 's/ xml:id="f4"//'
mutate hyphen-as-punctuation 's/force="weak"/force="strong"/'
mutate surplus-reason 's/reason="doubled"/reason="repeated"/'
mutate break-maybe 's/break="no"/break="maybe"/'
mutate lb-without-number 's/<lb n="2"/<lb/'
mutate lb-to-a-block 's/facs="#l2"/facs="#z1"/'
mutate paragraph-in-a-page 's/<div type="page" n="2" facs="#s2">/&<p>words of nobody<\/p>/'
mutate raw-line-of-a-block 's/<line corresp="#l/<line corresp="#z/'
mutate words-in-the-facsimile 's/(xml:id="l1" type="line"[^>]*)\/>/\1><line>words<\/line><\/zone>/'
mutate note-in-the-text 's/<ab type/<note>by hand<\/note>&/'
mutate bold 's/rend="strong"/rend="bold"/'
mutate unknown-unclear 's/reason="control" n="U\+0001"/reason="illegible"/'
mutate annotation-motivation 's/motivation="editing"/motivation="commenting"/'
mutate repair-by-others 's/resp="#galley"/resp="#someone"/'
mutate no-statement-of-hyphens '/<hyphenation/d'
mutate another-program 's/ident="galley-tei"/ident="mine"/'
mutate rights-as-prose 's/<licence.*<\/licence>/<p>as you like<\/p>/'

# jing says file:line:column of each fault; all files in one run.
refused() { jing -c "$schema.rnc" bad-*.tei 2>&1 | sed -nE 's/.*bad-([^:]*)\.tei:.*/\1/p' | sort -u; }
# ticks tei.schema
all_refused() { diff <(printf '%s\n' "${names[@]}" | sort) <(refused); }
check "refuses ${#names[@]} mutations" all_refused
if [ -e "$tei_all" ]; then check 'that TEI All takes' jing "$tei_all" bad-*.tei; fi

# ---- The other forms -----------------------------------------------------------------

if command -v trang >/dev/null; then
    check 'trang makes the XML form' trang "$schema.rnc" made.rng
    check 'galley.rng is that of galley.rnc (trang galley.rnc galley.rng)' cmp "$schema.rng" made.rng
else
    skip 'galley.rng is that of galley.rnc' 'no trang'
fi
elements_of_schema() { grep -oE '<element name="[A-Za-z]+"' "$schema.rng" | cut -d'"' -f2 | sort -u; }
elements_of_odd() { grep -oE '<elementRef key="[A-Za-z]+"|<moduleRef [^>]*include="[^"]*"' "$schema.odd" |
    sed -E 's/.*(key|include)="([^"]*)"/\2/' | tr -s ' \n' '\n\n' | sort -u; }
# ticks tei.schema
same_elements() { diff <(elements_of_schema) <(elements_of_odd); }
check 'the ODD has the elements of the schema' same_elements
finish

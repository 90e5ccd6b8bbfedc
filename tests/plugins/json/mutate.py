#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes mutations of all.json into a folder: each one thing wrong, which schema and reader refuse.

    mutate.py ALL.json FOLDER
"""
import copy, json, pathlib, sys

GONE = object()
A, B, L, F, R, I = "articles", "blocks", ["pages", 0, "zones", 1, "lines", 0], ["furniture", 0], ["repairs", 0], ["images", 0]
BLOCK, FIGURE, LIST, TABLE = [A, 0, B, 0], [A, 0, B, 1], [A, 1, B, 0], [A, 1, B, 1]
MARK = BLOCK + ["marks", 0]

MUTATIONS = {
    "no-format": (["format"], GONE), "other-format": (["format"], "galley-article"),
    "no-version": (["version"], GONE), "later-version": (["version"], 2), "version-in-words": (["version"], "1"),
    "no-articles": ([A], GONE), "articles-by-name": ([A], {}), "issue-is-a-list": (["issue"], []),
    "title-is-a-number": (["issue", "title"], 7), "identifiers-are-a-text": (["issue", "identifiers"], "1234-5679"),
    "pages-by-name": (["pages"], {}), "page-is-a-text": (["pages", 1], "p2"), "page-number-is-one": (["pages", 0, "number"], 1),
    "number-given-in-words": (["pages", 0, "number_given"], "yes"), "width-in-words": (["pages", 0, "width"], "210"),
    "line-base-below-0": (["pages", 0, "line_base"], -1), "line-is-a-number": (["pages", 1, "zones", 0, "lines", 2], 30),
    "line-without-text": (L + ["text"], GONE), "half-a-blank-line": (L + ["blank_before"], 0.5),
    "offset-below-0": (L + ["offset"], -110), "box-of-three": (L + ["box"], [1, 2, 3]), "box-in-words": (L + ["box", 0], "1"),
    "line-more-than-sure": (L + ["confidence"], 1.5), "zone-kind-is-none": (["pages", 0, "zones", 1, "kind"], None),
    "article-is-none": ([A, 0], None), "kind-unheard-of": ([A, 0, "kind"], "novel"), "headline-is-none": ([A, 0, "headline"], None),
    "subheadlines-as-one": ([A, 0, "subheadlines"], "x"), "article-more-than-sure": ([A, 0, "confidence"], 97),
    "article-pages-as-one": ([A, 0, "pages"], "p1"), "evidence-without-reason": ([A, 0, "evidence", 0, "reason"], GONE),
    "weight-in-words": ([A, 0, "evidence", 0, "weight"], "much"), "sources-are-a-list": ([A, 0, "sources"], []),
    "block-unheard-of": (BLOCK + ["type"], "poem"), "text-is-a-list": (BLOCK + ["text"], []),
    "range-of-one": (BLOCK + ["lines", 0], [2]), "range-from-below-0": (BLOCK + ["lines", 0, 0], -2),
    "span-of-four": (BLOCK + ["spans", 0], [2, 0, 1, 2]), "bytes-of-two": (BLOCK + ["bytes", 0], [26, 57]),
    "bytes-in-words": (BLOCK + ["bytes", 0, 1], "26"), "copy-is-one": ([A, 0, "sources", "byline", "copy"], 1),
    "mark-without-type": (MARK + ["type"], GONE), "mark-without-end": (MARK + ["to"], GONE),
    "mark-unheard-of": (MARK + ["type"], "blink"), "mark-from-below-0": (MARK + ["from"], -1),
    "mark-bytes-of-one": (MARK + ["bytes"], [22]), "block-less-than-unsure": (BLOCK + ["confidence"], -0.5),
    "figure-without-caption": (FIGURE + ["caption"], GONE), "image-is-a-number": (FIGURE + ["image"], 1),
    "list-without-items": (LIST + ["items"], GONE), "items-as-one": (LIST + ["items"], "甲"), "item-is-none": (LIST + ["items", 0], None),
    "table-without-rows": (TABLE + ["rows"], GONE), "row-is-a-text": (TABLE + ["rows", 0], "年龄"), "cell-is-a-number": (TABLE + ["rows", 0, 1], 30),
    "furniture-without-text": (F + ["text"], GONE), "furniture-unheard-of": (F + ["kind"], "sofa"), "furniture-in-half-a-line": (F + ["line"], 3.5),
    "repair-without-pass": (R + ["pass"], GONE), "repair-without-kind": (R + ["kind"], GONE), "repair-more-than-sure": (R + ["confidence"], 2),
    "repair-of-a-number": (R + ["article"], 1), "picture-without-name": (I + ["name"], GONE), "picture-called-nothing": (I + ["name"], ""),
    "picture-of-half-a-pixel": (I + ["width"], 0.5), "alt-is-none": (I + ["alt"], None), "picture-bytes-as-numbers": (I + ["bytes"], [0, 1, 2]),
}


def mutated(whole, path, value):
    whole = copy.deepcopy(whole)
    at = whole
    for step in path[:-1]:
        at = at[step]
    if value is GONE:
        del at[path[-1]]
    else:
        at[path[-1]] = value
    return whole


def main(source, folder):
    whole = json.loads(pathlib.Path(source).read_text("utf-8"))
    for name, (path, value) in MUTATIONS.items():
        text = json.dumps(mutated(whole, path, value), ensure_ascii=False, indent=1)
        (pathlib.Path(folder) / f"{name}.json").write_text(text + "\n", "utf-8")
    print(len(MUTATIONS), "mutations")


main(*sys.argv[1:])

# SPDX-License-Identifier: MIT
"""Reads an issue whose truth is known (Galley JSON, or the gold of the press) as
stories that can be set again."""
import json
import pathlib

from . import stories


def squeeze(text):
    return "".join(text.split())


def story(raw):
    """One article as a story; lists and tables are set as paragraphs."""
    made = stories.Story(kind=raw.get("kind", "news"), subheadlines=list(raw.get("subheadlines") or []))
    for name in ("section", "kicker", "headline", "byline", "credit"):
        setattr(made, name, raw.get(name) or "")
    blocks = raw.get("blocks") or [{"text": text} for text in raw.get("paragraphs", [])]
    for block in blocks:
        if block.get("type") == "crosshead":
            made.crossheads.add(len(made.paragraphs))
        made.credit = made.credit or block.get("credit") or ""
        made.paragraphs += [text for text in texts(block) if text.strip()]
    made.signed = "lead" if squeeze(made.byline) in squeeze("".join(made.paragraphs)) else "head"
    halves = made.headline.split(" ")
    made.halves = tuple(halves) if len(halves) == 2 and len(halves[0]) == len(halves[1]) else ()
    return made


def texts(block):
    items = [item if isinstance(item, str) else item.get("text", "") for item in block.get("items", [])]
    cells = [" ".join(map(str, row)) for row in block.get("rows", [])]
    return [block.get("text") or block.get("caption") or ""] + items + cells


def load(path):
    """The language of an issue, and for each of its pages the stories on it."""
    raw = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    language = raw.get("issue", {}).get("language") or raw.get("language") or "zh-Hans"
    pages = {}
    for article in raw["articles"]:
        number = (article.get("pages") or [article.get("page", 1)])[0]
        pages.setdefault(number, []).append(story(article))
    return language.split("-")[0], list(pages.values())

# SPDX-License-Identifier: MIT
"""Writes TEI that chance nests, valid or not: `chance.py COUNT` makes chance-1.xml and so on."""
import random
import sys

NAMES = """div div1 p head lb pb cb fw note list item label table row cell figure quote cit q lg l sp speaker stage hi
emph foreign ref unclear opener closer dateline byline signed salute trailer titlePage docTitle titlePart docImprint docDate
floatingText persName foo ab argument epigraph postscript bibl listBibl milestone gap space pc surplus choice app graphic
front back group""".split()
EMPTY = "lb pb cb milestone gap space graphic".split()
ATTRIBUTES = {
    "lb": ["", ' break="no"'],
    "pb": ["", ' n="4"', ' n="[5]"'],
    "hi": ["", ' rend="bold"', ' rendition="#i"'],
    "foreign": [' xml:lang="fr"'],
    "ref": [' target="https://example.org/"', ' target="#a"'],
    "pc": ["", ' force="weak"'],
    "surplus": ["", ' reason="doubled"'],
    "div": ["", ' type="article"', ' type="section"', ' type="item"'],
    "ab": ["", ' type="crosshead"', ' type="credit"', ' type="caption"'],
    "head": ["", ' type="sub"', ' type="kicker"', ' type="main"'],
}
WORDS = ["Haus", "湾里", "Auf-", "und", "a", "—", "日。", "Müller-", "ß", "¬", "\u00ad", " ", "\n  ", "\u3000", "-"]


def words(dice):
    return "".join(dice.choice(WORDS) + dice.choice(["", " ", "\n"]) for _ in range(dice.randint(0, 3)))


def element(dice, depth):
    name = dice.choice(NAMES)
    tag = name + dice.choice(ATTRIBUTES.get(name, [""]))
    if name in EMPTY:
        return f"<{tag}/>"
    if name == "choice":
        return f"<choice><sic>{words(dice)}a</sic><corr>{words(dice)}</corr></choice>"
    if name == "app":
        return f"<app><lem>{words(dice)}a</lem><rdg>{words(dice)}</rdg></app>"
    if name in ("pc", "surplus"):
        return f"<{tag}>{dice.choice(['-', '字', ''])}</{name}>"
    inside = [words(dice) + (element(dice, depth + 1) if depth < 7 and dice.random() < 0.75 else "")
              for _ in range(dice.randint(0, 4))]
    return f"<{tag}>{''.join(inside)}{words(dice)}</{name}>"


for seed in range(1, int(sys.argv[1]) + 1):
    dice = random.Random(seed)
    body = "".join(words(dice) + element(dice, 0) for _ in range(12))
    with open(f"chance-{seed}.xml", "w", encoding="utf-8", newline="") as out:
        out.write(f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{body}</body></text></TEI>')

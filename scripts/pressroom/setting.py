# SPDX-License-Identifier: MIT
"""The compositor: sets Chinese text into lines of a measure, as newspapers do.

Widths are counted in half cells: a full-width character is two, Latin and
digits one.  `lines` breaks a text by kinsoku; `spread`, `loosen` and `unsettle`
do to a line what a text extractor makes of its justification.
"""
import re
import unicodedata

NO_BEGIN = set("，。、；：！？”’）》】」』…—,.;:!?)%％")
NO_END = set("“‘（《【「『(")
TOKEN = re.compile(r"[A-Za-z0-9]+(?:[.:+/-][A-Za-z0-9]+)*%?|——|……|\s+|.", re.S)
OPENERS = set("“《（‘")


def wide(char):
    return unicodedata.east_asian_width(char) in "WFA"


def width(text):
    """Width in half cells."""
    return sum(2 if wide(c) else 1 for c in text)


def tokens(text):
    return TOKEN.findall(text)


def lines(text, measure, indent=2):
    """Breaks a text into lines; a measure is a number of cells, or a function of the line's number."""
    size = measure if callable(measure) else lambda number: measure
    out, line, room = [], [], 2 * (size(0) - indent)
    used = 0
    for token in tokens(text):
        need = width(token)
        if token.isspace() and not line:
            continue
        if line and used + need > room:
            if token[0] in NO_BEGIN and used + need <= room + 2:
                line.append(token)
                used += need
                continue
            carried = []
            if not token.isspace():
                while len(line) > 1 and (line[-1][-1] in NO_END or (carried or [token])[0][0] in NO_BEGIN):
                    carried.insert(0, line.pop())
            out.append("".join(line).strip())
            line = carried + ([] if token.isspace() else [token])
            used, room = width("".join(line)), 2 * size(len(out))
            continue
        line.append(token)
        used += need
    if line:
        out.append("".join(line).strip())
    return out


def spread(line, style="all"):
    """The gaps of a justified line as spaces: between all characters (Latin and digits stay
    whole), with the marks left close ("close"), only the first two thirds ("part")."""
    parts = [t for t in tokens(line) if not t.isspace()]
    stop = len(parts) * 2 // 3 if style == "part" else len(parts)
    out = []
    for index, part in enumerate(parts):
        out.append(part)
        if index + 1 >= len(parts) or index >= stop:
            continue
        after = parts[index + 1]
        if part[0] in "—…" and after[0] in "—…":
            continue
        if style == "close" and (part[0] in "，、；。（“" or after[0] in "”）"):
            continue
        out.append(" ")
    return "".join(out)


DIGIT_GAP = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])")


def loosen(line, keep=lambda: True):
    """Quarter spaces between Chinese and digits or Latin come out as spaces."""
    return DIGIT_GAP.sub(lambda _: " " if keep() else "", line)


MARK_GAP = re.compile(r"(?<=[，。、；：”》）])(?=[\u4e00-\u9fff“《（])|(?<=[\u4e00-\u9fff])(?=[“《（])")


def unsettle(line, keep=lambda: True):
    """Uneven gaps: some at punctuation only."""
    return MARK_GAP.sub(lambda _: " " if keep() else "", line)

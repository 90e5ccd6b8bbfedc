# SPDX-License-Identifier: MIT
"""The compositor: sets Chinese text into lines of a measure, as newspapers do.

Widths are counted in half cells: a full-width character is two, Latin and
digits one.  `lines` breaks a text by kinsoku; `spread`, `loosen` and `unsettle`
do to a line what a text extractor makes of its justification.
"""
import re
import unicodedata

NO_BEGIN = set("，。、；：！？”’）》】」』…—,.;:!?)%％ーっゃゅょァィゥェォッャュョ々％]>")
NO_END = set("“‘（《【「『([<")
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


JOINT = "\u200b"  # where an editor may break a headline


def joints(text, names):
    """A headline with joints beside the names in it; what is between two joints stays together."""
    known = sorted((name for name in names if len(name) > 1), key=len, reverse=True)
    if not known or text.isascii():
        return text
    out = re.sub("|".join(map(re.escape, known)), lambda found: JOINT + found[0] + JOINT, text).strip(JOINT)
    return re.sub(f"{JOINT}(?=[ {re.escape(''.join(NO_BEGIN))}的里等])|(?<=[ “《—]){JOINT}", "", out)


DIGIT_GAP = re.compile(r"(?<=[\u4e00-\u9fff])(?=[0-9A-Za-z])|(?<=[0-9A-Za-z%])(?=[\u4e00-\u9fff])")


def loosen(line, keep=lambda: True):
    """Quarter spaces between Chinese and digits or Latin come out as spaces."""
    return DIGIT_GAP.sub(lambda _: " " if keep() else "", line)


MARK_GAP = re.compile(r"(?<=[，。、；：”》）])(?=[\u4e00-\u9fff“《（])|(?<=[\u4e00-\u9fff])(?=[“《（])")


def unsettle(line, keep=lambda: True):
    """Uneven gaps: some at punctuation only."""
    return MARK_GAP.sub(lambda _: " " if keep() else "", line)


# ---- words -----------------------------------------------------------------------

VOWELS = set("aeiouyäöüAEIOUYÄÖÜ")
TOGETHER = {"ch", "ck", "gh", "ng", "ph", "qu", "sh", "sp", "ss", "st", "th", "wh", "pf", "tz", "sc",
            "bl", "br", "cl", "cr", "dr", "fl", "fr", "gl", "gr", "pl", "pr", "tr", "kl", "kr", "kn", "wr"}
WORD = re.compile(r"[A-Za-zÄÖÜäöüß]{6,}")


def breaks(word):
    """Where a word may be broken, syllable-like: before a consonant with a vowel behind it."""
    out = []
    for at in range(3, len(word) - 2):
        before, first, second = word[at - 1], word[at], word[at + 1]
        if first in VOWELS or second not in VOWELS or word[at - 1:at + 1].lower() in TOGETHER:
            continue
        if any(c in VOWELS for c in word[:at]) and before != word[at - 2]:
            out.append(at)
    return out


def soft(text):
    """Soft hyphens into the longer words; words all in capitals and names with marks stay whole."""
    def broken(match):
        word = match[0]
        if word.isupper():
            return word
        cuts = [0, *breaks(word), len(word)]
        return "\u00ad".join(word[a:b] for a, b in zip(cuts, cuts[1:]))
    return WORD.sub(broken, text)


def words(text, measure, indent=2, hyphens=True):
    """Breaks a text into lines between words, inside compounds behind their hyphen, and at syllables."""
    size = measure if callable(measure) else lambda number: measure
    out, line = [], ""
    room = 2 * size(0) - indent
    for word in (soft(text) if hyphens else text).split():
        pieces = re.split("(?<=[-—])(?=.)", word)
        glue = " "
        for piece in pieces:
            plain = piece.replace("\u00ad", "")
            while len(line) + (len(glue) if line else 0) + len(plain) > room and (line or "\u00ad" in piece):
                gap = room - len(line) - (len(glue) if line else 0)
                cut = cut_at(piece, gap)
                if cut:
                    line += (glue if line else "") + piece[:cut].replace("\u00ad", "") + "-"
                    piece = piece[cut + 1:]
                    plain = piece.replace("\u00ad", "")
                elif not line:
                    break
                out.append(line)
                line, room = "", 2 * size(len(out))
            line += (glue if line else "") + plain
            glue = ""
    return out + [line] if line else out


def cut_at(piece, gap):
    """The last soft hyphen before which the piece and a hyphen fit; 0: none."""
    best = seen = 0
    for at, char in enumerate(piece):
        if char == "\u00ad":
            if seen + 1 > gap:
                break
            best = at
        else:
            seen += 1
    return best

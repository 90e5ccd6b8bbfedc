# SPDX-License-Identifier: MIT
"""Makes articles: fills the sentences of a language's tables with names, places and numbers.

A story is what an archivist would write down: kind, head, byline, paragraphs.  A
desk writes in one language: languages/*.py hold its words, and its habits where
they differ from the ones here.  `cast` is what one article fills its slots with.
"""
import dataclasses
import importlib
import re

from . import setting

NUMBER = re.compile(r"<(\d+)-(\d+)>|<([^<>-]+)>")
LANGUAGES = ("zh", "en", "de", "ja", "ko")


@dataclasses.dataclass
class Story:
    kind: str = "news"
    section: str = ""
    kicker: str = ""
    headline: str = ""  # a couplet's clauses are parted by one space
    halves: tuple = ()  # the clauses of a couplet
    subheadlines: list = dataclasses.field(default_factory=list)
    byline: str = ""
    credit: str = ""
    continued_on: str = ""
    paragraphs: list = dataclasses.field(default_factory=list)
    crossheads: set = dataclasses.field(default_factory=set)  # numbers of paragraphs
    signed: str = ""  # "lead", "head", "end" or "": where the byline stands
    half_width: bool = False
    names: tuple = ()  # words inside which an editor breaks no headline

    def gold(self, number):
        return {"id": f"a{number}", "kind": self.kind, "section": self.section, "kicker": self.kicker,
                "headline": self.headline, "subheadlines": self.subheadlines, "byline": self.byline, "dateline": "",
                "credit": self.credit, "continued_on": self.continued_on, "paragraphs": self.paragraphs}


def fill(rng, template, roles, known=None):
    """`known`: the numbers that the story has said, by their bounds; it says them again."""
    def number(match):
        text = str(rng.randint(int(match[1]), int(match[2]))) if match[1] else rng.choice(match[3])
        return text if known is None else known.setdefault(match[0], text)
    return NUMBER.sub(number, template.format_map(roles))


def split(rng, story):
    """A story in two parts, at the end of a paragraph or inside a sentence of one."""
    at = len(story.paragraphs) // 2 + 1
    first, rest = story.paragraphs[:at], story.paragraphs[at:]
    if not rest or at - 1 in story.crossheads:
        return story, None
    shift = at
    if rng.random() < 0.6 and len(first[-1]) > 40:
        text = first[-1]
        stop = max(text.rfind("，", 0, len(text) - 8), text.rfind("。", 0, len(text) - 8)) + 1
        if stop > 12:
            first[-1], rest, shift = text[:stop], [text[stop:]] + rest, at - 1
    second = Story(half_width=story.half_width, paragraphs=rest,
                           crossheads={n - shift for n in story.crossheads if n >= at})
    story.paragraphs, story.crossheads = first, {n for n in story.crossheads if n < at}
    if story.signed == "end":
        second.byline, second.signed, story.byline, story.signed = story.byline, "end", "", ""
    return story, second


class Desk:
    """One language's writers.  The names in capitals are its words; a language file sets them."""

    TAG = ""  # of BCP 47
    SPACED = False  # whether spaces stand between words
    HYPHENS = False  # whether words are broken with hyphens
    SPREAD = True  # whether an extractor gives the gaps of justified lines as spaces
    IN_COLUMN = 0  # how many pages set bylines on top of the first column, above the text, and not below the head
    FEATURES = False  # whether news has its byline in its lead, and what has none is a feature, made up apart
    FONT = '"Droid Sans Fallback", "DejaVu Serif"'
    STOPS = ("。", "”")  # how a text ends
    ALONE = re.compile(r"(?!)")  # a sentence that is a paragraph of its own
    INTERVIEW = None  # how the subheadline of an interview begins
    GAPPED = None  # how a lead begins in which the names of two characters may be printed with a gap
    LENGTHS = (2, 4, 6, 8, 10, 13)  # sentences added to an article
    ENUMERATIONS = CROSSHEADS = INTERVIEWS = COMMENTS = NOTICES = ADS = FIGURES = ()
    ECHOES = {}  # by headline, subheadline or kicker: a sentence of the text that takes it up
    AGREES = True  # whether head and text mean one number where their tables have the same bounds
    ATTENDED = None  # how a subheadline ends that says who came
    JUMPS_TO = JUMPS_FROM = ()  # jump lines; {} is the page

    # ---- what every language says in its own way ---------------------------------

    def city(self, paper):
        return paper[1]

    def person(self, rng):
        raise NotImplementedError

    def cast(self, rng, city):
        """What stands in the slots of one article."""
        raise NotImplementedError

    def sign(self, rng, story, roles, interview):
        """Gives the story its byline: in its lead, under its head or at its end."""
        raise NotImplementedError

    def date(self, rng):
        raise NotImplementedError

    def jump_to(self, rng, page):
        return rng.choice(self.JUMPS_TO).format(page)

    def jump_from(self, rng):
        return rng.choice(self.JUMPS_FROM)

    def pointer(self, rng):
        """What stands between a teaser and the caption glued to it."""
        return self.POINTER.format(rng.randint(2, 8))

    def halve(self, story):
        """What a recogniser makes of its marks."""
        return story

    def lines(self, text, measure, indent=2, head=False):
        """The text in lines of a measure; `head`: no word is broken."""
        if self.HYPHENS:
            return setting.words(text, measure, indent, not head)
        return setting.lines(text, measure, indent)

    def syllables(self, text):
        """The text with soft hyphens where its words may be broken."""
        return setting.soft(text) if self.HYPHENS else text

    # ---- kinds of stories ----------------------------------------------------------

    def gather(self, rng, sentences, count):
        """Sentences into paragraphs: one to four each; questions and answers and items stand alone."""
        out, current, room = [], "", rng.randint(1, 5)
        for sentence in sentences:
            alone = self.ALONE.match(sentence)
            if current and (alone or room == 0):
                out.append(current)
                current, room = "", rng.randint(1, 5)
            current, room = self.join(current, sentence), room - 1
            if alone:
                out.append(current)
                current, room = "", rng.randint(1, 5)
            if len(out) >= count:
                break
        return out + [current] if current else out

    def join(self, one, other):
        return f"{one} {other}" if self.SPACED and one and other else one + other

    def echoes(self, rng, head, roles, known):
        """What the text says of its head, template and text of each part.  Real headlines have two thirds of their
        words from the text, couplets half; one in eight takes none."""
        out = [fill(rng, self.ECHOES[part], roles, known) for part, _ in head if part in self.ECHOES]
        for part, sub in head[2:]:
            if part in self.ECHOES:
                continue
            if self.FIGURES and re.search("[0-9]", sub) and not sub.startswith("——"):
                out.append(rng.choice(self.FIGURES).format(sub.replace(" ", "，")))
            elif self.ATTENDED and sub.endswith(self.ATTENDED):
                out.append(f"{sub}。")
        return [sentence for sentence in out if rng.random() < 0.87]

    def article(self, rng, topic, city, stock=None):
        """One news story of a topic.  `stock`: sentences that no story of the page has used yet."""
        roles = self.cast(rng, city)
        roles["thing"] = type(roles["thing"])(rng.choice(topic["thing"]).format_map(roles))
        known = {} if self.AGREES else None
        kicker, headline, subs = rng.choice(topic["heads"])
        label = kicker.startswith("@")  # a standing label, no kicker
        story = Story(kicker="" if label else fill(rng, kicker, roles, known), section=kicker[1:] if label else "")
        story.names = tuple(str(roles[name]) for name in ("thing", "county", "town", "street", "name") if name in roles)
        story.halves = tuple(fill(rng, headline, roles, known).split("|")) if "|" in headline else ()
        story.headline = " ".join(story.halves) if story.halves else fill(rng, headline, roles, known)
        story.headline = story.headline[:1].upper() + story.headline[1:]
        below = [(s, fill(rng, s, roles, known)) for s in subs if s.startswith("——") or rng.random() < 0.75]
        story.subheadlines = [text for _, text in below]
        own = list(topic["body"])
        if not any("：" in s[:8] or s.startswith("——") for s in own):
            rng.shuffle(own)
        extra = self.take(rng, rng.choice(self.LENGTHS), [] if stock is None else stock)
        if rng.random() < 0.3 and self.ENUMERATIONS:
            extra.insert(0, rng.choice(self.ENUMERATIONS))
        sentences = [fill(rng, s, roles, known) for s in own[:rng.randint(4, len(own))]]
        sentences += [fill(rng, s, roles) for s in extra]
        for sentence in self.echoes(rng, [(kicker, story.kicker), (headline, story.headline), *below], roles, known):
            sentences.insert(0 if self.ALONE.match(sentences[0]) else rng.randint(0, 4), sentence)
        lead = fill(rng, rng.choice(topic["lead"]), roles, known)
        if not self.ALONE.match(sentences[0]) and rng.random() < 0.6:
            lead = self.join(lead, sentences.pop(0))
        story.paragraphs = [lead] + self.gather(rng, sentences, rng.choice((3, 5, 8, 12, 16)))
        interview = self.is_interview(story)
        self.sign(rng, story, roles, interview)
        if not interview and story.signed != "lead" and len(story.paragraphs) > 5 and rng.random() < 0.6:
            self.add_crossheads(rng, story, roles)
        return story

    def take(self, rng, count, stock):
        """Sentences that fit any story, each once on a page as long as they last."""
        if len(stock) < count:
            stock += rng.sample(self.GENERIC, len(self.GENERIC))
        return [stock.pop() for _ in range(count)]

    def is_interview(self, story):
        return bool(self.INTERVIEW) and any(s.startswith(self.INTERVIEW) for s in story.subheadlines)

    def add_crossheads(self, rng, story, roles):
        words = self.CROSSHEADS
        for at in (len(story.paragraphs) // 3, 2 * len(story.paragraphs) // 3 + 1):
            text = rng.choice(words)
            words = [other for other in self.CROSSHEADS if other != text]
            story.paragraphs.insert(at, fill(rng, text, roles))
            story.crossheads.add(at)

    def comment(self, rng, city):
        title, pool = rng.choice(self.COMMENTS)
        roles = self.cast(rng, city)
        sentences = [fill(rng, s, roles) for s in rng.sample(pool, len(pool))]
        sentences.insert(2, fill(rng, self.EXAMPLE, roles))
        byline = self.COMMENTATOR if rng.random() < 0.5 else self.pen_name(rng)
        return Story(headline=fill(rng, title, roles), byline=byline, signed="head",
                     section=rng.choice(("", "", self.COLUMN.format(city=city))),
                     paragraphs=self.gather(rng, sentences, 9))

    def pen_name(self, rng):
        return self.person(rng)

    def photo(self, rng, city):
        text = fill(rng, rng.choice(self.PHOTOS), self.cast(rng, city))
        return Story(kind="photo", credit=rng.choice(self.CREDITS).format(self.person(rng)), paragraphs=[text])

    def teaser(self, rng, topic, city):
        story = self.article(rng, topic, city)
        subheadlines = [text for text in story.subheadlines if text.startswith("——")]
        return Story(kind="teaser", headline=story.headline, subheadlines=subheadlines)

    def notice(self, rng, city):
        head, greeting, body, hand = rng.choice(self.NOTICES)
        roles = self.cast(rng, city)
        date = self.date(rng)
        paragraphs = [greeting, *(fill(rng, text, roles) for text in body), fill(rng, hand, roles), date]
        return Story(kind="notice", headline=fill(rng, head, roles), paragraphs=paragraphs)

    def advertisement(self, rng, city):
        head, body = rng.choice(self.ADS)
        roles = self.cast(rng, city)
        return Story(kind="ad", headline=fill(rng, head, roles), paragraphs=[fill(rng, b, roles) for b in body])


def desk(language):
    return importlib.import_module(f".languages.{language}", __package__).Desk()

# SPDX-License-Identifier: MIT
"""Makes articles: fills the sentences of the tables with names, places and numbers.

A story is what an archivist would write down: kind, head, byline, paragraphs.
`cast` holds what one article fills its slots with.
"""
import dataclasses
import re

from . import tables

NUMBER = re.compile(r"<(\d+)-(\d+)>|<([^<>-]+)>")


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

    def gold(self, number):
        return {"id": f"a{number}", "kind": self.kind, "section": self.section, "kicker": self.kicker,
                "headline": self.headline, "subheadlines": self.subheadlines, "byline": self.byline, "dateline": "",
                "credit": self.credit, "continued_on": self.continued_on, "paragraphs": self.paragraphs}


def person(rng):
    surname = rng.choice(tables.DOUBLE_SURNAMES) if rng.random() < 0.02 else rng.choice(tables.SURNAMES)
    return surname + "".join(rng.sample(tables.GIVEN, 1 if rng.random() < 0.3 else 2))


def cast(rng, city):
    """What stands in the slots of one article."""
    place = lambda: rng.choice(tables.FIRST) + rng.choice(tables.SECOND)
    name = place()
    return {
        "name": name, "thing": name, "city": city,
        "county": rng.choice(tables.COUNTIES), "town": place() + "镇", "village": place() + "村",
        "street": place() + rng.choice(("街道", "社区", "路")),
        "who": person(rng), "who2": person(rng), "who3": person(rng), "local": person(rng), "local2": person(rng),
        "local0": rng.choice(tables.SURNAMES), "post": rng.choice(tables.POSTS),
    }


def fill(rng, template, roles):
    text = template.format_map(roles)
    return NUMBER.sub(lambda m: str(rng.randint(int(m[1]), int(m[2]))) if m[1] else rng.choice(m[3]), text)


def signature(rng):
    """记者 and 通讯员 with their names: as printed in brackets."""
    names = [person(rng) for _ in range(rng.choice((1, 1, 1, 2)))]
    text = "记者 " + " ".join(names)
    if rng.random() < 0.35:
        text += " 通讯员 " + " ".join(person(rng) for _ in range(rng.choice((1, 1, 2))))
    return text if rng.random() < 0.94 else person(rng)


def gather(rng, sentences, count):
    """Sentences into paragraphs: one to four each; questions and answers and items stand alone."""
    out, current, room = [], "", rng.randint(1, 5)
    for sentence in sentences:
        alone = sentence.startswith(("——", "记者：")) or re.match(r"^.{2,4}：", sentence)
        if current and (alone or room == 0):
            out.append(current)
            current, room = "", rng.randint(1, 5)
        current, room = current + sentence, room - 1
        if alone:
            out.append(current)
            current, room = "", rng.randint(1, 5)
        if len(out) >= count:
            break
    return out + [current] if current else out


def article(rng, topic, city):
    """One news story of a topic."""
    roles = cast(rng, city)
    roles["thing"] = rng.choice(topic["thing"]).format_map(roles)
    kicker, headline, subs = rng.choice(topic["heads"])
    label = kicker.startswith("@")  # a standing label, no kicker
    story = Story(kicker="" if label else fill(rng, kicker, roles), section=kicker[1:] if label else "")
    story.halves = tuple(fill(rng, headline, roles).split("|")) if "|" in headline else ()
    story.headline = " ".join(story.halves) if story.halves else fill(rng, headline, roles)
    story.subheadlines = [fill(rng, s, roles) for s in subs if s.startswith("——") or rng.random() < 0.75]
    own = list(topic["body"])
    if not any("：" in s[:8] or s.startswith("——") for s in own):
        rng.shuffle(own)
    extra = rng.sample(tables.GENERIC, rng.choice((3, 6, 9, 13, 18, 24)))
    if rng.random() < 0.3:
        extra.insert(0, rng.choice(tables.ENUMERATIONS))
    sentences = [fill(rng, s, roles) for s in own[:rng.randint(4, len(own))] + extra]
    lead = fill(rng, rng.choice(topic["lead"]), roles)
    if not sentences[0].startswith(("——", "记者：")) and rng.random() < 0.6:
        lead += sentences.pop(0)
    story.paragraphs = [lead] + gather(rng, sentences, rng.choice((3, 5, 8, 12, 16)))
    interview = any(s.startswith("——访") for s in story.subheadlines)
    if interview or rng.random() < 0.12:
        story.byline = "本报记者 " + " ".join(person(rng) for _ in range(rng.choice((1, 1, 2))))
        story.signed = "head" if rng.random() < 0.6 else "end"
    else:
        story.byline, story.signed = signature(rng), "lead"
        story.paragraphs[0] = f"本报讯（{story.byline}）" + story.paragraphs[0]
    if not interview and story.signed != "lead" and len(story.paragraphs) > 5 and rng.random() < 0.6:
        for at in (len(story.paragraphs) // 3, 2 * len(story.paragraphs) // 3 + 1):
            story.paragraphs.insert(at, fill(rng, rng.choice(tables.CROSSHEADS), roles))
            story.crossheads.add(at)
    return story


def comment(rng, city):
    title, pool = rng.choice(tables.COMMENTS)
    roles = cast(rng, city)
    sentences = [fill(rng, s, roles) for s in rng.sample(pool, len(pool))]
    sentences.insert(2, fill(rng, "{name}的例子就在眼前。", roles))
    return Story(headline=title, byline="本报评论员" if rng.random() < 0.5 else person(rng), signed="head",
                 section=rng.choice(("", "", f"{city}时评")), paragraphs=gather(rng, sentences, 9))


def photo(rng, city):
    text = fill(rng, rng.choice(tables.PHOTOS), cast(rng, city))
    credit = rng.choice(("本报记者 {} 摄", "{} 摄", "通讯员 {} 摄", "本报记者 {} 摄", "（资料图片）")).format(person(rng))
    return Story(kind="photo", credit=credit, paragraphs=[text])


def teaser(rng, topic, city):
    story = article(rng, topic, city)
    subheadlines = [text for text in story.subheadlines if text.startswith("——")]
    return Story(kind="teaser", headline=story.headline, subheadlines=subheadlines)


def notice(rng, city):
    head, greeting, body, hand = rng.choice(tables.NOTICES)
    roles = cast(rng, city)
    date = f"{rng.randint(2018, 2026)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
    paragraphs = [greeting, *(fill(rng, text, roles) for text in body), fill(rng, hand, roles), date]
    return Story(kind="notice", headline=fill(rng, head, roles), paragraphs=paragraphs)


def advertisement(rng, city):
    head, body = rng.choice(tables.ADS)
    roles = cast(rng, city)
    return Story(kind="ad", headline=fill(rng, head, roles), paragraphs=[fill(rng, b, roles) for b in body])


FULL_TO_HALF = str.maketrans({"，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "！": "!"})


def halve(story):
    """The punctuation of a recogniser: half-width, but the full stop."""
    story.half_width = True
    story.paragraphs = [p.translate(FULL_TO_HALF) for p in story.paragraphs]
    story.credit = story.credit.translate(FULL_TO_HALF)
    return story

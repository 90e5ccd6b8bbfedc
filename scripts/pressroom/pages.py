# SPDX-License-Identifier: MIT
"""Makes up pages: sets stories in columns, puts heads, pictures and standing
matter around them, and does to all of it what an extractor does.

A sheet is two pages; a story may jump from the first to the second.  Whatever
a page holds stands in its gold: in an article, or in `dropped`.
"""
import dataclasses
import random
import re

from . import setting, stories

# What can be done to a page, and how much of it is done.
DAMAGE = {
    "column": "a blank line where a column ends, every 10 to 40 lines, whatever it cuts",
    "paragraph": "paragraphs with no blank line before them: on 45% of the pages none, on 40% one in seven, on 15% all",
    "late": "the blank of a paragraph stands after its first line: 5% of the paragraphs",
    "opener": "a blank line before a line that opens with a quotation mark or bracket: half of the pages, two of three",
    "spread": "justified lines with spaces between their characters: 0, 5, 12 or 30% of a page's lines",
    "digit": "spaces beside digits and Latin: 0, 30 or 90% of a page's lines",
    "mark": "uneven spaces at punctuation: on a quarter of the pages 3% of the lines",
    "name": "a gap inside a name of two characters, in a third of the leads that have one",
    "measure": "the measure changes inside a story (7%)",
    "after": "heads after their bodies: on 65% of the pages, nine of ten (features half); on the others one of ten",
    "wrap": "headlines over two lines: couplets (60%), and those longer than the head's measure",
    "detach": "a head that stands elsewhere on the page (4%)",
    "headless": "a body with no head in the dump (4%)",
    "abut": "two stories with no blank line between them (6%)",
    "section": "section labels above the head, on top of the page (interviews), or glued to the story before (10%)",
    "byline": "bylines on their own line, wrapped over two (30% of those with two names), with an ornament (30%)",
    "photo": "captions between and inside the page's stories, zero to three, credits on their own line or glued",
    "leading": "captions with a blank line after every line (15%)",
    "teaser": "headlines with no body, zero to three",
    "glue": "a teaser, a folio and a caption in one line (20% of the pages that have both)",
    "guide": "a guide with page numbers and doubled glyphs (15%)",
    "jump": "a story that jumps to the next page (30% of the sheets)",
    "masthead": "a title block whose fields share lines (half of the first pages)",
    "folio": "running heads (40%)",
    "notice": "notices (25%)",
    "ad": "advertisements (25%)",
    "comment": "signed comment (30%)",
    "recogniser": "pages from a recogniser (10%): long lines, half-width marks, names without spaces",
}


@dataclasses.dataclass
class Look:
    """How one page is set and extracted."""
    measure: int = 16
    after: float = 0.0
    blank: float = 1.0
    opener: float = 0.0
    spread: float = 0.0
    digit: float = 0.0
    mark: float = 0.0
    long_lines: bool = False
    style: str = "all"
    head: int = 18
    in_column: bool = False


class Page:
    """One page in the making: chunks of lines, and the gold beside them."""

    def __init__(self, rng, damage, desk, measure=None, number=1):
        self.rng, self.damage, self.desk, self.number = rng, damage, desk, number
        self.chunks, self.articles, self.dropped, self.detached = [], [], [], []
        pick, on = rng.choice, self.on
        self.look = Look(measure=measure or pick((12, 13, 14, 15, 16, 16, 16, 17, 18, 20, 22, 24)),
                         style=pick(("all", "all", "close")), head=rng.randint(14, 22),
                         long_lines=on("recogniser", 0.10))
        self.look.after = 0.9 if on("after", 0.65) else 0.1 if "after" in damage else 0.0
        if "paragraph" in damage:
            self.look.blank = rng.choices((1.0, 0.85, 0.0), (45, 40, 15))[0]
        if on("opener", 0.5):
            self.look.opener = 0.66
        if "spread" in damage:
            self.look.spread = pick((0.0, 0.05, 0.05, 0.12, 0.3))
        if "digit" in damage:
            self.look.digit = pick((0.0, 0.3, 0.9))
        if on("mark", 0.25):
            self.look.mark = 0.03
        if desk.SPACED:
            self.look.long_lines = False
        if not desk.SPREAD:
            self.look.spread = self.look.digit = self.look.mark = 0.0
        self.look.in_column = desk.IN_COLUMN > 0 and self.rng.random() < desk.IN_COLUMN
        if self.look.long_lines:
            self.look.after, self.look.blank = 0.0, 1.0

    def on(self, name, chance):
        """Throws the dice in any case, so that switching one damage off leaves the others as they are."""
        return self.rng.random() < chance and name in self.damage

    def some(self, name, weights):
        """How many of a thing the page has: none, one, two …, by their weights."""
        return self.rng.choices(range(len(weights)), weights)[0] if name in self.damage else 0

    # ---- lines -------------------------------------------------------------

    def body(self, story):
        """A story's paragraphs as lines; "" is a blank line."""
        out = []
        measure = self.look.measure + (self.rng.choice((0, 0, 0, 2, 4)) if self.look.measure < 20 else 0)
        wider = self.rng.randint(8, 40) if self.on("measure", 0.07) else 10**6
        column = self.rng.randint(10, 40)
        for number, text in enumerate(story.paragraphs):
            crosshead = number in story.crossheads
            late = number and not crosshead and self.on("late", 0.05)
            apart = crosshead or number - 1 in story.crossheads
            if number and not late and (apart or self.rng.random() < self.look.blank):
                self.blank(out)
            for at, line in enumerate(self.paragraph(text, measure, wider - len(out), story, crosshead)):
                column -= 1
                if column == 0 or (at and line[:1] in setting.OPENERS and self.rng.random() < self.look.opener):
                    if column == 0:
                        column = self.rng.randint(10, 40)
                    if "column" in self.damage or line[:1] in setting.OPENERS:
                        self.blank(out)
                out.append(line)
                if late and at == 0:
                    self.blank(out)
        return out if out[-1] else out[:-1]

    @staticmethod
    def blank(out):
        if out and out[-1]:
            out.append("")

    def lines(self, text, measure, indent):
        """Sets a text; the hyphens of broken words belong to no article."""
        out = self.desk.lines(text, measure, indent)
        if self.desk.HYPHENS:
            self.dropped += ["-"] * (sum(line.count("-") for line in out) - text.count("-"))
        return out

    def paragraph(self, text, measure, wider, story, crosshead):
        """One paragraph as the extractor gives it, line by line."""
        rng, look = self.rng, self.look
        if look.long_lines:
            return self.long_line(text, story)
        if self.desk.GAPPED and text.startswith(self.desk.GAPPED) and rng.random() < 0.33 and "name" in self.damage:
            text = re.sub(r"(?<=[ ])([^ 记通本]) ?([^ ])(?=[ ）])", r"\1 \2", text, count=2)
        tight = {}

        def size(number):
            if number not in tight:
                tight[number] = rng.random() < look.spread
            return (measure if number < wider else measure + 8) - tight[number]
        out = self.lines(text, size, 0 if crosshead else 2)
        last = len(out) - 1
        for number, line in enumerate(out):
            room = 2 * ((measure if number < wider else measure + 8) - (2 if number == 0 and not crosshead else 0))
            loose = setting.width(line) <= room - 2 and look.spread > 0 and rng.random() < 0.5
            if number < last and (tight.get(number) or loose):
                out[number] = setting.spread(line, look.style if rng.random() < 0.85 else "part")
            elif rng.random() < look.digit:
                out[number] = setting.loosen(line)
            elif look.mark and rng.random() < look.mark:
                out[number] = setting.unsettle(line)
        return out

    def long_line(self, text, story):
        """A recogniser's paragraph: one line, now and then cut where the column ended."""
        if story.signed == "lead" and text.startswith("本报讯("):
            lead, rest = text.split(")", 1)
            text = lead.replace(" ", "") + ")" + rest
        if self.rng.random() < 0.3:
            text = text.replace(", ", ",").replace(",", ", ", 2)
        if len(text) < 60 or self.rng.random() > 0.25 or "column" not in self.damage:
            return [text]
        cut = self.rng.randint(25, len(text) - 20)
        while text[cut] in setting.NO_BEGIN or text[cut - 1] in setting.NO_END or text[cut - 1:cut + 1].isascii():
            cut += 1
            if cut >= len(text) - 4:
                return [text]
        return [text[:cut].strip(), "", text[cut:].strip()]

    def headline(self, story):
        """The main headline on one or two lines."""
        rng, text = self.rng, story.headline
        loose = self.desk.SPACED or " " not in text
        if story.halves:
            lines = list(story.halves) if self.on("wrap", 0.6) else [text]
        elif setting.width(text) > 2 * self.look.head and "wrap" in self.damage and loose:
            lines = self.desk.lines(text, (setting.width(text) // 2 + 2) // 2 + rng.choice((0, 0, 1)), 0, head=True)
        else:
            lines = [text]
        if self.look.long_lines:
            lines = [text]
        if len(lines) == 2 and rng.random() < 0.35 and self.look.spread:
            short = 0 if setting.width(lines[0]) < setting.width(lines[1]) else 1
            lines[short] = setting.spread(lines[short])
        elif self.look.digit and rng.random() < 0.4:
            lines = [setting.loosen(line) for line in lines]
        return lines

    def head(self, story):
        """Kicker, headline, subheadlines, each a line or two; blanks between some of them."""
        out = []
        if story.kicker:
            out.append(story.kicker)
            if self.rng.random() < 0.5:
                out.append("")
        out += self.headline(story)
        for sub in story.subheadlines:
            if self.rng.random() < 0.45:
                out.append("")
            out += [sub]
        return out

    def byline(self, story):
        """A byline on a line of its own."""
        text, mark = story.byline, ""
        if self.on("byline", 0.3) and not self.look.long_lines:
            mark = "□"
            self.dropped.append(mark)
        names = text.split(" ")
        if len(names) > 2 and self.on("byline", 0.3):
            return [mark + " ".join(names[:-1]), names[-1]]
        return [mark + text]

    # ---- stories -----------------------------------------------------------

    def add(self, lines, abut=False):
        """A chunk of lines; `abut`: with no blank before it."""
        if lines:
            self.chunks.append((lines, abut))

    def gold(self, story):
        self.articles.append(story.gold(len(self.articles) + 1))

    def set_story(self, story, jumped=None):
        """A story with its head, where this page's style puts it."""
        headed = bool(story.headline)
        if headed and not story.halves and self.on("headless", 0.04) and story.signed == "lead":
            story.kicker, story.headline, story.subheadlines, headed = "", "", [], False
        body = self.body(story)
        if jumped:
            body[0] = jumped + " " * self.desk.SPACED + body[0] if self.rng.random() < 0.6 else body[0]
            if not body[0].startswith(jumped):
                body.insert(0, jumped)
            self.dropped.append(jumped)
        if story.continued_on:
            line = self.desk.jump_to(self.rng, story.continued_on)
            body.append(line)
            self.dropped.append(line)
        byline = self.byline(story) if story.signed in ("head", "end") and story.byline else []
        if story.signed == "end":
            body += byline
            byline = []
        elif byline and self.look.in_column:
            body = byline + [""] * (self.rng.random() < 0.5) + body
            byline = []
        head = self.head(story) if headed else []
        story.section = story.section if headed else ""
        if story.section:
            head = self.label(story, head)
        self.place(story, body, head, byline)
        self.gold(story)

    def label(self, story, head):
        """A section label: above its head, at the top of the page, or behind the story before."""
        way = self.rng.random()
        if way < 0.3 and self.chunks and self.chunks[-1][0][-1].endswith(self.desk.STOPS):
            self.chunks[-1][0][-1] += " " + story.section
        elif way < 0.6 and story.section in self.desk.INTERVIEWS:
            self.chunks.insert(0, ([story.section], False))
        else:
            return [story.section, ""] + head
        return head

    def place(self, story, body, head, byline):
        feature = self.desk.FEATURES and story.signed != "lead"
        after = self.rng.random() < self.look.after * (0.6 if feature else 1.0)
        abut = self.on("abut", 0.06) and after
        if head and self.on("detach", 0.04) and story.signed == "lead":
            self.detached.append(head)
            self.add(body, abut)
        elif after:
            self.add(body + [""] + head + ([""] + byline if byline else []), abut)
        else:
            top = head + ([""] + byline if byline else [])
            self.add(top + ([""] if top else []) + body)

    # ---- pictures and standing matter ----------------------------------------

    def caption(self, story, first=None):
        """A caption; `first` glues its first line behind another text."""
        measure = self.rng.randint(12, 26)
        set_in = (lambda text: [text]) if self.look.long_lines else (lambda text: self.lines(text, measure, 2))
        lines = [line for text in story.paragraphs for line in set_in(text)]
        if self.look.digit and self.rng.random() < self.look.digit:
            lines = [setting.loosen(line) for line in lines]
        if self.on("leading", 0.15) and not first:
            lines = [x for line in lines for x in (line, "")][:-1]
        glued = self.rng.random()
        if glued < 0.35:
            lines[-1] += self.rng.choice((" ", " " if self.desk.SPACED else "")) + story.credit
        else:
            lines += ([""] if glued < 0.7 else []) + [story.credit]
        if first:
            lines[0] = first + " " + lines[0]
        self.gold(story)
        return lines

    def teaser_lines(self, story):
        self.gold(story)
        return [story.headline] + story.subheadlines

    def guide(self, found):
        """The guide: ornament, headline, page number; the glyphs printed once or twice."""
        desk = self.desk
        twice = self.rng.random() < 0.6 and bool(desk.TWICE)
        out = [desk.TWICE if twice else desk.GUIDE]
        self.dropped.append(out[0])
        for story in found:
            mark, page = self.rng.choice(("▶", "◆", "■")), self.rng.randint(2, 8)
            mark = mark * 2 if twice else mark
            pointer = (desk.POINTER_TWICE if twice else desk.POINTER).format(page)
            lines = self.teaser_lines(story)
            lines[0] = mark + " " + lines[0]
            lines[-1] += " " + pointer
            self.dropped += [mark, pointer]
            out += lines
        return out

    def masthead(self, paper):
        lines = self.desk.masthead(self.rng, paper)
        self.gold(stories.Story(kind="masthead", paragraphs=[line for line in lines if line]))
        return lines

    def text(self):
        """The page: chunks parted by one blank line, but for those that abut."""
        out = []
        for lines, abut in self.chunks:
            if out and not abut:
                out.append("")
            out += lines
        return "\n".join(out) + "\n"


def fill_page(page, paper, city, jumped, jumping):
    """Everything on one page.  Returns the part of a story that goes on overleaf, if one does."""
    rng, desk, overleaf = page.rng, page.desk, None
    topics = rng.sample(desk.TOPICS, len(desk.TOPICS))
    make = desk.halve if page.look.long_lines else (lambda story: story)
    if page.number % 2 and page.on("masthead", 0.5):
        page.add(page.masthead(paper))
    elif page.on("folio", 0.4):
        line = desk.folio(rng, page.number)
        page.dropped.append(line)
        page.add([line])
    if page.on("ad", 0.12):
        set_plain(page, make(desk.advertisement(rng, city)))
    if jumped:
        page.set_story(jumped, desk.jump_from(rng))
    photos = [make(desk.photo(rng, city)) for _ in range(page.some("photo", (25, 40, 25, 10)))]
    teasers = [desk.teaser(rng, topics.pop(), city) for _ in range(page.some("teaser", (50, 20, 20, 10)))]
    count = rng.randint(min(7, len(topics)), min(12, len(topics)))
    stock = []
    plan = [make(desk.article(rng, topics.pop(), city, stock)) for _ in range(count)]
    if page.on("comment", 0.3):
        plan.insert(rng.randint(1, 4), make(desk.comment(rng, city)))
    if teasers and page.on("guide", 0.3):
        page.add(page.guide(teasers))
        teasers = []
    for number, story in enumerate(plan):
        interview = desk.is_interview(story)
        label = rng.choice(desk.INTERVIEWS if interview else desk.SECTIONS)
        if page.on("section", 0.1) and not story.kicker:
            story.section = story.section or label
        if jumping and number == len(plan) - 1:
            story, overleaf = stories.split(rng, story)
            story.continued_on = "2" if overleaf else ""
        page.set_story(story)
        if photos and rng.random() < 0.4:
            glue = teasers and page.on("glue", 0.2)
            first = page.teaser_lines(teasers.pop()) if glue else []
            pointer = desk.pointer(rng)
            if glue:
                page.dropped.append(pointer)
            lines = page.caption(photos.pop(), f"{first[-1]} {pointer}" if glue else None)
            page.add(first[:-1] + lines)
    for story in photos:
        page.add(page.caption(story))
    for story in teasers:
        page.add(page.teaser_lines(story))
    if page.on("notice", 0.25):
        set_plain(page, make(desk.notice(rng, city)))
    if page.on("ad", 0.15):
        set_plain(page, make(desk.advertisement(rng, city)))
    for head in page.detached:
        page.chunks.insert(rng.randint(0, len(page.chunks)), (head, False))
    return overleaf


def set_plain(page, story):
    """Notices and advertisements: the head on top, the rest paragraph by paragraph."""
    lines = [story.headline, ""]
    whole = story.kind == "ad" or page.look.long_lines
    for text in story.paragraphs:
        lines += [text] if whole else page.lines(text, page.look.measure + 4, 0 if len(text) < 20 else 2)
    page.gold(story)
    page.add(lines)


def sheet(seed, number, damage=None, measure=None, desk=None):
    """Sheet `number` (from 0) of a press run: two pages."""
    damage = frozenset(DAMAGE if damage is None else damage)
    rng = random.Random(f"galley-press-1:{seed}:{number}")
    desk = desk or stories.desk("zh")
    paper = rng.choice(desk.PAPERS)
    city = desk.city(paper)
    first = Page(rng, damage, desk, measure, 2 * number + 1)
    jumping = first.on("jump", 0.3)
    overleaf = fill_page(first, paper, city, None, jumping)
    second = Page(rng, damage, desk, measure, 2 * number + 2)
    if overleaf and overleaf.half_width:
        second.look.long_lines, second.look.after, second.look.blank = True, 0.0, 1.0
    elif overleaf:
        second.look.long_lines = False
    fill_page(second, paper, city, overleaf, False)
    return first, second


def pages(count, seed, damage=None, measure=None, desk=None):
    """The pages of a press run, one after the other."""
    made = 0
    while made < count:
        for page in sheet(seed, made // 2, damage, measure, desk)[:count - made]:
            yield page
            made += 1


def given(issue, seed, damage, measure, desk):
    """The pages of an issue that is given: for each page its stories."""
    for number, found in enumerate(issue, 1):
        page = Page(random.Random(f"galley-press-given-1:{seed}:{number}"), frozenset(damage), desk, measure, number)
        for story in found:
            if story.kind == "photo":
                page.add(page.caption(story))
            elif story.kind == "teaser":
                page.add(page.teaser_lines(story))
            elif story.kind in ("notice", "ad"):
                set_plain(page, story)
            else:
                page.set_story(story)
        for head in page.detached:
            page.chunks.insert(page.rng.randint(0, len(page.chunks)), (head, False))
        yield page

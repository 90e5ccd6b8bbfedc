# SPDX-License-Identifier: MIT
"""Plans pages for the printer: stories in cells, cells in rows, three to seven
columns a page, and the order in which the boxes are painted.

A cell is one story with its head, byline, columns, pictures and captions; each of
these is a box with a name.  Page-making programs paint boxes in the order in which
they were made, so heads often come after their bodies, and captions in between.
"""
import random

from . import setting, stories


class Sheet:
    """One page: its look, its cells, and the gold beside them."""

    def __init__(self, rng, desk, number, gutters):
        self.rng, self.desk, self.number = rng, desk, number
        self.articles, self.dropped, self.extracted = [], [], ""
        self.rows, self.cells, self.paint_order = [], 0, []
        self.columns = rng.choice((3, 4, 4, 5, 5, 5, 6, 6, 7))
        self.measure = {3: (18, 24), 4: (15, 20), 5: (13, 17), 6: (12, 15), 7: (11, 13)}[self.columns]
        self.measure = rng.randint(*self.measure)
        self.size = rng.choice((13, 14, 15))
        gap = rng.choice(gutters)
        self.look = {"lang": desk.TAG, "class": "western" if desk.HYPHENS else "spaced" if desk.SPACED else "",
                     "font": desk.FONT, "size": self.size, "leading": round(self.size * 1.4),
                     "gutter": gap * self.size, "margin": 2 * self.size, "autospace": rng.random() < 0.3}
        self.in_column = desk.IN_COLUMN > 0 and rng.random() < desk.IN_COLUMN
        self.paint = rng.choices(("before", "after", "rows"), (35, 61, 4))[0]

    # ---- cells ---------------------------------------------------------------

    def gold(self, story):
        self.articles.append(story.gold(len(self.articles) + 1))

    def cell(self, story=None, boxed=False):
        """A cell with nothing in it but the story's head and body."""
        self.cells += 1
        made = {"id": f"c{self.cells}", "span": 1, "columns": 1, "head": [], "byline": "", "body": [], "pictures": [],
                "round": -1, "foot": [], "boxed": boxed, "weight": 0, "scale": self.rng.choice((1.7, 1.9, 2.2, 2.6))}
        if story:
            made["head"] = self.head(story)
            for number, text in enumerate(story.paragraphs):
                name = "cross" if number in story.crossheads else ""
                made["body"].append({"text": self.desk.syllables(text), "class": name})
            if story.signed == "head" and self.in_column:
                made["body"].insert(0, {"text": story.byline, "class": "rest"})
            elif story.signed == "head":
                made["byline"] = story.byline
            elif story.signed == "end" and story.byline:
                made["body"].append({"text": story.byline, "class": "credit"})
            made["weight"] = sum(len(text) for text in story.paragraphs) + 60
        return made

    def head(self, story):
        """The lines of a head; a long line may be broken at spaces and beside names."""
        out = [["section", story.section]] if story.section else []
        if story.kicker:
            out.append(["kicker", story.kicker])
        halves = story.halves if story.halves and self.rng.random() < 0.6 else (story.headline,)
        out += [["headline", text] for text in halves if text]
        out += [["sub", text] for text in story.subheadlines]
        return [[name, setting.joints(text, story.names)] for name, text in out]

    def picture(self, cell, story, column):
        """A picture above the text of a column, its caption under it."""
        lines = [["", self.desk.syllables(text)] for text in story.paragraphs]
        if self.rng.random() < 0.4 and lines:
            lines[-1][1] += self.rng.choice((" ", " " if self.desk.SPACED else "")) + story.credit
        elif story.credit:
            lines.append(["credit", story.credit])
        name = f"{cell['id']}.caption{len(cell['pictures'])}"
        caption = {"id": name, "lines": lines}
        cell["pictures"].append({"column": column, "lines": self.rng.randint(5, 9), "caption": caption})
        self.gold(story)

    # ---- rows ----------------------------------------------------------------

    def row(self, cells, columns=None):
        """Cells side by side; the longer a text, the more columns it gets."""
        columns = columns or self.columns
        for cell in cells:
            cell["span"] = 1
        for _ in range(columns - len(cells)):
            tall = max(cells, key=lambda cell: (cell["weight"] + 1) / cell["span"])
            tall["span"] += 1
        for cell in cells:
            wide = cell["span"] > 1 and self.rng.random() < 0.15
            cell["columns"] = max(1, cell["span"] - wide) if cell["body"] else 1
            if cell["body"] and cell["weight"] > 300 and self.rng.random() < 0.12:
                cell["round"] = self.rng.randrange(cell["columns"])
            for picture in cell["pictures"]:
                picture["column"] = min(picture["column"], cell["columns"] - 1)
        self.rows.append({"columns": columns, "cells": cells})

    def order(self):
        """The names of all boxes as they are painted."""
        out, captions = [], []
        for row in self.rows:
            heads, bodies = [], []
            for cell in row["cells"]:
                head, body, later = self.boxes(cell)
                captions += later
                late = self.paint == "after" and self.rng.random() < 0.9
                bodies.append(body if self.paint == "rows" else body + head if late else head + body)
                heads.insert(0, head if self.paint == "rows" else [])
            out += [name for group in bodies + heads for name in group]
        return out + captions

    def boxes(self, cell):
        """The boxes of a cell: the head's, the body's, and captions that are painted when all else is.
        Most captions are painted where they stand in the body, some between two of its columns."""
        count = cell["columns"] if cell["body"] or cell["pictures"] else 0
        body = [f"{cell['id']}.{number}" for number in range(count)]
        head = [f"{cell['id']}.head"] if cell["head"] else []
        head += [f"{cell['id']}.byline"] if cell["byline"] else []
        later = []
        for picture in cell["pictures"]:
            name = picture["caption"]["id"]
            if self.rng.random() < 0.25:
                later.append(name)
            else:
                body.insert(self.rng.choice((0, len(body), picture["column"])), name)
        return head, body + [name for name, _ in cell["foot"]], later

    # ---- for the printer -------------------------------------------------------

    def layout(self):
        width = self.columns * (self.measure * self.size + 0.3) + (self.columns - 1) * self.look["gutter"]
        margins = (8 if self.desk.HYPHENS else 4) * self.size  # a word that cannot be broken may stand out
        return {**self.look, "measure": width, "width": width + margins, "rows": self.rows, "order": self.paint_order}

    def words(self):
        """All that is set on the page, without its spaces."""
        for row in self.rows:
            for cell in row["cells"]:
                texts = [text for _, text in cell["head"]] + [cell["byline"]] + [part["text"] for part in cell["body"]]
                texts += [text for picture in cell["pictures"] for _, text in picture["caption"]["lines"]]
                texts += [text for _, text in cell["foot"]]
                yield "".join("".join(texts).replace("\u00ad", "").replace(setting.JOINT, "").split())

    def text(self):
        return self.extracted


# ---- what stands on a page ---------------------------------------------------------


def add_plain(sheet, story):
    """Notices and advertisements: in a frame."""
    sheet.gold(story)
    return sheet.cell(story, boxed=sheet.rng.random() < 0.7)


def add_furniture(sheet, text):
    cell = sheet.cell()
    cell["foot"].append([cell["id"] + ".foot", text])
    sheet.dropped.append(text)
    return cell


def add_guide(sheet, teasers):
    """The guide: its title, and a line for each headline that stands on another page."""
    cell = sheet.cell(boxed=True)
    lines = [sheet.desk.GUIDE]
    sheet.dropped.append(sheet.desk.GUIDE)
    for story in teasers:
        sheet.gold(story)
        pointer = sheet.desk.POINTER.format(sheet.rng.randint(2, 8))
        sheet.dropped.append(pointer)
        lines.append(" ".join([story.headline, *story.subheadlines, pointer]))
    cell["foot"] = [[f"{cell['id']}.guide{number}", text] for number, text in enumerate(lines)]
    return cell


def add_photo(sheet, story):
    cell = sheet.cell()
    sheet.picture(cell, story, 0)
    cell["weight"] = 160
    return cell


def add_masthead(sheet, paper):
    lines = [line for line in sheet.desk.masthead(sheet.rng, paper) if line]
    cell = sheet.cell()
    cell["head"] = [["headline" if not number else "sub", line] for number, line in enumerate(lines)]
    sheet.gold(stories.Story(kind="masthead", paragraphs=lines))
    sheet.row([cell])


def add_story(sheet, story, jumped=False):
    """A story's cell, with the jump lines it has."""
    cell = sheet.cell(story, boxed=sheet.rng.random() < 0.1)
    if jumped:
        line = sheet.desk.jump_from(sheet.rng)
        cell["body"].insert(0, {"text": line, "class": "rest"})
        sheet.dropped.append(line)
    if story.continued_on:
        line = sheet.desk.jump_to(sheet.rng, story.continued_on)
        cell["body"].append({"text": line, "class": "credit"})
        sheet.dropped.append(line)
    sheet.gold(story)
    return cell


def fill_sheet(sheet, paper, city, jumped, jumping):
    """Everything on one page.  Returns the part of a story that goes on overleaf, if one does."""
    rng, desk, overleaf = sheet.rng, sheet.desk, None
    topics = rng.sample(desk.TOPICS, len(desk.TOPICS))
    if sheet.number % 2 and rng.random() < 0.5:
        add_masthead(sheet, paper)
    elif rng.random() < 0.4:
        sheet.row([add_furniture(sheet, desk.folio(rng, sheet.number))])
    photos = [desk.photo(rng, city) for _ in range(rng.choices(range(4), (25, 40, 25, 10))[0])]
    teasers = [desk.teaser(rng, topics.pop(), city) for _ in range(rng.choices((0, 2, 3), (80, 10, 10))[0])]
    count = rng.randint(min(6, len(topics)), min(11, len(topics)))
    stock = []
    plan = [desk.article(rng, topics.pop(), city, stock) for _ in range(count)]
    if rng.random() < 0.3:
        plan.insert(rng.randint(1, 4), desk.comment(rng, city))
    cells = [add_story(sheet, jumped, True)] if jumped else []
    for number, story in enumerate(plan):
        if rng.random() < 0.1 and not story.kicker and not story.section:
            story.section = rng.choice(desk.INTERVIEWS if desk.is_interview(story) else desk.SECTIONS)
        if jumping and number == len(plan) - 1:
            story, overleaf = stories.split(rng, story)
            story.continued_on = "2" if overleaf else ""
        cells.append(add_story(sheet, story))
        if photos and cells[-1]["weight"] > 250 and rng.random() < 0.35:
            sheet.picture(cells[-1], photos.pop(), rng.randrange(3))
    extra = [add_photo(sheet, story) for story in photos] + ([add_guide(sheet, teasers)] if teasers else [])
    extra += [add_plain(sheet, desk.notice(rng, city))] if rng.random() < 0.25 else []
    extra += [add_plain(sheet, desk.advertisement(rng, city))] if rng.random() < 0.25 else []
    for cell in extra:
        cells.insert(rng.randint(0, len(cells)), cell)
    arrange(sheet, cells)
    return overleaf


def arrange(sheet, cells):
    """Cells into rows, and all boxes into the order of painting."""
    rng = sheet.rng
    while cells:
        count = min(rng.choice((1, 2, 2, 3)), sheet.columns, len(cells))
        columns = max(count, min(7, sheet.columns + rng.choice((-1, 0, 0, 0, 0, 1))))
        sheet.row(cells[:count], columns)
        del cells[:count]
    sheet.paint_order = sheet.order()


def sheets(count, seed, desk, gutters):
    """The pages of a run, two by two: a story may jump from the first to the second."""
    for number in range(0, count, 2):
        rng = random.Random(f"galley-press-typeset-1:{desk.TAG}:{seed}:{number // 2}")
        paper = rng.choice(desk.PAPERS)
        city, jumping = desk.city(paper), rng.random() < 0.3
        overleaf = None
        for page in range(2):
            sheet = Sheet(rng, desk, number + page + 1, gutters)
            overleaf = fill_sheet(sheet, paper, city, overleaf, jumping and page == 0)
            if number + page < count:
                yield sheet


def given(issue, seed, desk, gutters):
    """The pages of an issue that is given: for each page its stories."""
    makers = {"photo": add_photo, "notice": add_plain, "ad": add_plain}
    for number, found in enumerate(issue, 1):
        sheet = Sheet(random.Random(f"galley-press-given-1:{seed}:{number}"), desk, number, gutters)
        arrange(sheet, [makers.get(story.kind, add_story)(sheet, story) for story in found])
        yield sheet

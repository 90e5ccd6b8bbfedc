# SPDX-License-Identifier: MIT
"""Judges what galley made of pages whose truth is known.

Articles are paired by what they share; then heads, bodies, paragraphs, bylines and
credits are right or not.  Whatever is not right gets a cause, so that causes can be
counted.
"""
import collections
import difflib
import functools
import json
import pathlib
import subprocess
import tempfile


def squeeze(text):
    return "".join((text or "").split())


class Reading:
    """One article, from the gold or from Galley's JSON."""

    def __init__(self, raw):
        self.kind, self.confidence = raw.get("kind", "news"), raw.get("confidence")
        self.section, self.kicker, self.headline = (squeeze(raw.get(k)) for k in ("section", "kicker", "headline"))
        self.spaced = " ".join((raw.get("headline") or "").split())
        self.subs = [squeeze(s) for s in raw.get("subheadlines", [])]
        self.byline = " ".join((raw.get("byline") or "").split())
        self.credit = squeeze(raw.get("credit"))
        self.paragraphs = raw.get("paragraphs")
        if self.paragraphs is None:
            self.paragraphs = [text for block in raw.get("blocks", []) for text in self.texts(block)]
        self.paragraphs = [" ".join(p.split()) for p in self.paragraphs if squeeze(p)]
        self.body = squeeze("".join(self.paragraphs))
        self.whole = self.section + self.kicker + self.headline + "".join(self.subs) + self.body + self.credit
        self.grams = collections.Counter(self.whole[i:i + 5] for i in range(max(1, len(self.whole) - 4)))

    def texts(self, block):
        self.credit = self.credit or squeeze(block.get("credit"))
        items = [item if isinstance(item, str) else item.get("text", "") for item in block.get("items", [])]
        return [block.get("text") or block.get("caption") or ""] + items

    def spaces(self):
        """How many characters stand before each space of the paragraphs."""
        out, seen = set(), 0
        for paragraph in self.paragraphs:
            for word in paragraph.split():
                out.add(seen)
                seen += len(word)
        return out

    def breaks(self):
        pairs = zip(self.paragraphs, self.paragraphs[1:])
        return collections.Counter(squeeze(a)[-6:] + "|" + squeeze(b)[:6] for a, b in pairs)


def pair(gold, got):
    """Each gold article with the reading that shares most of its five-grams, best pairs first."""
    scored = sorted(((sum((a.grams & b.grams).values()) / (1 + sum((a.grams | b.grams).values())), -i, -j)
                     for i, a in enumerate(gold) for j, b in enumerate(got)), reverse=True)
    found, taken = {}, set()
    for share, i, j in scored:
        if share > 0 and -i not in found and -j not in taken:
            found[-i] = got[-j]
            taken.add(-j)
    return [found.get(i) for i in range(len(gold))]


@functools.lru_cache(maxsize=4096)
def same(a, b):
    if a == b:
        return len(a)
    return sum(m.size for m in difflib.SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks())


def why_headline(want, got, gold):
    """What became of a headline that is not right."""
    if not got.headline:
        return "headline: none found"
    if not want.headline:
        return "headline: one where the dump has none"
    for other in gold:
        if other is not want and got.headline in (other.headline, other.headline + "".join(other.subs)):
            return "headline: that of another article"
    if got.headline in (want.kicker, want.section):
        return "headline: the kicker or label taken for it"
    if got.headline in want.subs:
        return "headline: the subheadline taken for it"
    if want.headline in got.headline:
        return "headline: more than it (kicker, label or subheadline joined on)"
    if got.headline in want.headline:
        return "headline: a part of it"
    return "headline: another text"


def ends(text):
    return text[:12] + "…" + text[-12:]


def count_confidence(got, right, result):
    """Keeps, by hundredths of confidence, how many articles there are and how many are right."""
    if got.confidence is not None:
        result["articles at", min(99, int(100 * got.confidence))] += 1
        result["right at", min(99, int(100 * got.confidence))] += right


def judge(want, got, gold, result, causes):
    """Compares one article with its reading; `causes` gets a line for each thing that is not right."""
    if got is None:
        causes.append(("article: not found at all", want.kind, want.whole[:24], ""))
        return
    checks = {
        "headline": want.headline == got.headline,
        "head": (want.kicker, want.headline, want.subs) == (got.kicker, got.headline, got.subs),
        "body": want.body == got.body,
        "paragraphs": [squeeze(p) for p in want.paragraphs] == [squeeze(p) for p in got.paragraphs],
        "byline": want.byline == got.byline,
        "credit": want.credit == got.credit,
        "kind": want.kind == got.kind,
        "spacing": want.paragraphs == got.paragraphs and want.spaced == got.spaced,
    }
    for name, good in checks.items():
        result[name] += good
    result["perfect"] += all(checks.values())
    count_confidence(got, checks["headline"] and checks["body"] and checks["paragraphs"], result)
    if checks["body"]:
        result["space errors"] += len(want.spaces() ^ got.spaces())
        result["space characters"] += len(want.body)
    if not checks["headline"]:
        causes.append((why_headline(want, got, gold), want.kind, want.headline, got.headline))
    elif not checks["head"]:
        field = "kicker" if want.kicker != got.kicker else "subheadline"
        causes.append((f"head: {field}", want.kind, f"{want.kicker}/{want.subs}", f"{got.kicker}/{got.subs}"))
    if not checks["kind"]:
        causes.append((f"kind: {want.kind} taken for {got.kind}", want.kind, want.whole[:24], got.whole[:24]))
    if not checks["body"]:
        longer = "too much" if len(got.body) > len(want.body) else "too little"
        causes.append((f"body: {longer}", want.kind, ends(want.body), ends(got.body)))
    elif not checks["paragraphs"]:
        for text in want.breaks() - got.breaks():
            causes.append(("break: missed", want.kind, text, ""))
        for text in got.breaks() - want.breaks():
            causes.append(("break: made", want.kind, "", text))
    elif not checks["spacing"]:
        texts = zip([want.spaced] + want.paragraphs, [got.spaced] + got.paragraphs)
        one, other = next(((a, b) for a, b in texts if a != b), ("", ""))
        at = next((i for i, (a, b) in enumerate(zip(one, other)) if a != b), 0)
        causes.append(("spacing", want.kind, one[max(0, at - 8):at + 8], other[max(0, at - 8):at + 8]))
    if not checks["byline"]:
        causes.append(("byline", want.kind, want.byline, got.byline))
    if not checks["credit"]:
        causes.append(("credit", want.kind, want.credit, got.credit))


def run(galley, text, *options):
    """One dump through galley; its JSON, or a reason."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = pathlib.Path(folder, "page.txt"), pathlib.Path(folder, "page.json")
        source.write_text(text, encoding="utf-8")
        done = subprocess.run([galley, "convert", str(source), "-o", str(target), "-q", *options],
                              capture_output=True, text=True, timeout=600, check=False)
        if done.returncode or not target.exists():
            return None, f"exit status {done.returncode}: {done.stderr.strip()[:160]}"
        return json.loads(target.read_text(encoding="utf-8")), ""


def score(galley, page, *options):
    """One page: counts, and its causes of failure."""
    raw, reason = run(galley, page.text(), *options)
    return compare(page, raw["articles"] if raw else [], reason)


def compare(page, articles, reason=""):
    """The page's gold against the articles that galley found on it."""
    result, causes = collections.Counter(), []
    gold, got = [Reading(a) for a in page.articles], [Reading(a) for a in articles]
    if reason:
        causes.append(("galley failed", "", reason, ""))
    result["articles"], result["readings"] = len(gold), len(got)
    pairs = pair(gold, got)
    for want, other in zip(gold, pairs):
        judge(want, other, gold, result, causes)
        if other:
            result["same"] += same(want.whole, other.whole)
    for other in got:
        if not any(other is found for found in pairs):
            count_confidence(other, False, result)
    result["gold_characters"] = sum(len(article.whole) for article in gold)
    result["got_characters"] = sum(len(article.whole) for article in got)
    want_breaks, got_breaks = (sum((a.breaks() for a in all_of), collections.Counter()) for all_of in (gold, got))
    result["breaks_same"] = sum((want_breaks & got_breaks).values())
    result["breaks_gold"], result["breaks_got"] = sum(want_breaks.values()), sum(got_breaks.values())
    return result, causes


TOLD = ("kind", "section", "kicker", "headline", "subheadlines", "byline", "credit", "blocks")


def score_issue(galley, pages, known, *options):
    """The counts of many pages in one run, as one issue.  `known` keeps what was judged before: a
    page that comes out as it did is not judged again."""
    total = collections.Counter()
    raw, reason = run(galley, "\f".join(page.text() for page in pages), *options)
    by_page = collections.defaultdict(list)
    for article in raw["articles"] if raw else []:
        by_page[article["pages"][0]].append({name: article[name] for name in TOLD if name in article})
    for number, page in enumerate(pages, 1):
        articles = by_page[f"p{number}"]
        key = (id(page), json.dumps(articles))
        if key not in known:
            known[key] = compare(page, articles, reason)[0]
        total += known[key]
    return total


def f1(shared, gold, got):
    return 2 * shared / (gold + got) if gold + got else 1.0


def measures(total):
    """The numbers that are told: shares of articles, and F1."""
    articles = max(1, total["articles"])
    out = {name: total[name] / articles for name in
           ("headline", "head", "body", "paragraphs", "byline", "credit", "kind", "spacing", "perfect")}
    out["characters"] = f1(total["same"], total["gold_characters"], total["got_characters"])
    out["breaks"] = f1(total["breaks_same"], total["breaks_gold"], total["breaks_got"])
    out["spaces"] = 1000 * total["space errors"] / max(1, total["space characters"])
    return out

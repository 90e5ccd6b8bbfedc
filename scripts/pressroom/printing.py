# SPDX-License-Identifier: MIT
"""Prints sheets and reads them back: HTML to PDF by a headless Chromium, PDF to
text by pdftotext.

`layout.html` does the make-up in the browser.  What comes back is checked: every
page must hold the characters that were set on it, but for the hyphens that line
breaks make (or that pdftotext takes out), else nothing is given out.
"""
import collections
import json
import os
import pathlib
import shutil
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
NEEDS = {"chromium": "chromium", "pdftotext": "poppler-utils"}  # programs and their Debian packages
FONTS = {"Droid Sans Fallback": "fonts-droid-fallback", "DejaVu Serif": "fonts-dejavu-core"}
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-pdf-header-footer",
         "--font-render-hinting=none")  # lines break on the screen as they do on paper
EXTRACT = {"raw": ["-raw"], "plain": []}
GUTTERS = {"raw": (1.5, 2, 2, 2.5), "plain": (0.5, 0.6, 0.7)}  # in cells; pdftotext mixes columns below 0.8
AT_ONCE = 25  # pages of one run of the browser


class PressError(Exception):
    """What the user is told."""


def missing():
    """The Debian packages that are not there."""
    out = [package for program, package in NEEDS.items() if not shutil.which(program)]
    if shutil.which("fc-list"):
        known = subprocess.run(["fc-list", ":", "family"], capture_output=True, text=True, check=False).stdout
        out += [package for family, package in FONTS.items() if family not in known]
    return out


def to_pdf(sheets, folder):
    source, target = folder / "sheets.html", folder / "sheets.pdf"
    data = json.dumps([sheet.layout() for sheet in sheets], ensure_ascii=False).replace("</", "<\\/")
    html = (HERE / "layout.html").read_text(encoding="utf-8").replace("/*PAGES*/[]", data)
    source.write_text(html, encoding="utf-8")
    home = {**os.environ, "HOME": str(folder)}  # what chromium leaves at home goes with the folder
    home = {name: value for name, value in home.items() if not name.startswith("XDG_")}
    done = subprocess.run(["chromium", *FLAGS, f"--user-data-dir={folder / 'profile'}", f"--print-to-pdf={target}",
                           source.as_uri()], capture_output=True, text=True, timeout=300, check=False, env=home)
    if done.returncode or not target.exists():
        raise PressError(f"chromium failed: {done.stderr.strip()[-300:]}")
    return target


def to_text(pdf, extract):
    done = subprocess.run(["pdftotext", *EXTRACT[extract], "-enc", "UTF-8", str(pdf), "-"], capture_output=True,
                          timeout=300, check=True)
    return done.stdout.decode("utf-8").split("\f")[:-1]


def check(sheet, text):
    """Says in `dropped` which hyphens the line breaks made; anything else that differs is an error."""
    have, want = collections.Counter("".join(text.split())), collections.Counter("".join(sheet.words()))
    more, less = have - want, want - have
    if set(more) - {"-"} or set(less) - {"-"}:
        raise PressError(f"page {sheet.number} came back with {dict(more)} more and {dict(less)} less")
    sheet.dropped += ["-"] * more["-"]


def printed(sheets, extract="raw"):
    """The sheets with their text, in order."""
    if missing():
        raise PressError("to typeset, install " + " ".join(missing()))
    sheets = list(sheets)
    for start in range(0, len(sheets), AT_ONCE):
        batch = sheets[start:start + AT_ONCE]
        with tempfile.TemporaryDirectory(prefix="galley-press-", ignore_cleanup_errors=True) as folder:
            texts = to_text(to_pdf(batch, pathlib.Path(folder)), extract)
        if len(texts) != len(batch):
            raise PressError(f"{len(batch)} pages were set, {len(texts)} printed")
        for sheet, text in zip(batch, texts):
            check(sheet, text)
            sheet.extracted = text
            yield sheet

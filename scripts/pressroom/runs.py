# SPDX-License-Identifier: MIT
"""A press run as it is asked for on the command line: the arguments that press and
press-score share, and the pages they stand for."""
from . import issues
from . import pages as direct
from . import printing, sheets, stories


def add_arguments(parser, count):
    parser.add_argument("--pages", type=int, default=count, metavar="N", help=f"how many pages ({count})")
    parser.add_argument("--seed", default="1", metavar="S", help="any word or number (1)")
    parser.add_argument("--from", dest="issue", metavar="FILE",
                        help="set the articles of this issue (Galley JSON, or what --truth wrote), invent none")
    parser.add_argument("--language", choices=stories.LANGUAGES, default="zh",
                        help="what the articles are written in (zh)")
    parser.add_argument("--measure", type=int, metavar="M", help="the body's measure in cells (12 to 24, by page)")
    parser.add_argument("--damage", type=chosen, default="all", metavar="NAMES",
                        help="all, none, or names with commas; -name takes one away")
    parser.add_argument("--typeset", action="store_true",
                        help="set real pages in columns, print and extract them; needs chromium and pdftotext")
    parser.add_argument("--extract", choices=sorted(printing.EXTRACT), default="raw",
                        help="with --typeset: by pdftotext -raw, in the order of painting (raw), or line by line "
                        "across the page, which mixes columns where gutters are narrow (plain)")
    parser.add_argument("--gutter", type=float, metavar="G",
                        help="with --typeset: between columns, in cells (1.5 to 2.5; plain: 0.5 to 0.7, since "
                        "pdftotext keeps columns apart from 0.8 on)")


def chosen(names):
    """The set of damages that --damage asks for."""
    out = set()
    for name in names.split(","):
        bare = name.lstrip("-")
        if bare not in direct.DAMAGE and bare not in ("all", "none"):
            raise ValueError(bare)
        every = set(direct.DAMAGE) if bare == "all" else set() if bare == "none" else {bare}
        out = (out or set(direct.DAMAGE)) - every if name.startswith("-") else out | every
    return out


def pages(options):
    """The pages that were asked for, one after the other."""
    if options.issue:
        return given(options)
    desk = stories.desk(options.language)
    if not options.typeset:
        return direct.pages(options.pages, options.seed, options.damage, options.measure, desk)
    return printing.printed(sheets.sheets(options.pages, options.seed, desk, gutters(options)), options.extract)


def gutters(options):
    return (options.gutter,) if options.gutter is not None else printing.GUTTERS[options.extract]


def given(options):
    """The pages of an issue that was given."""
    language, issue = issues.load(options.issue)
    if language not in stories.LANGUAGES:
        raise printing.PressError(f"no desk writes {language}")
    desk = stories.desk(language)
    if not options.typeset:
        return direct.given(issue, options.seed, options.damage, options.measure, desk)
    return printing.printed(sheets.given(issue, options.seed, desk, gutters(options)), options.extract)


def command(options, program="press"):
    """The run as one would type it."""
    words = [program]
    words += ["--from", options.issue] if options.issue else []
    words += ["--language", options.language] if options.language != "zh" else []
    words += ["--typeset"] if options.typeset else []
    words += ["--extract", options.extract] if options.extract != "raw" else []
    return " ".join(words + ["--pages", str(options.pages), "--seed", options.seed])

"""Where sentences begin and end in an article's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from corpus.article import Span

_LINE = re.compile(r"[^\n]+")
_ENDS = re.compile(r"[.!?…。！？]")
# "borders.Putin also": a full stop that a scraper glued to the next sentence.
_GLUED = re.compile(r"(?:(?<=[a-z]{3}[.!?])|(?<=\d\.))(?=[A-Z“\"][a-z]+\s+[a-z])")
# The number of a point belongs to it: "2. The pumps stay."
_POINT = re.compile(r"\s*\(?\d{1,2}[.)]\s*")
# After these a full stop never ends a sentence.
_BEFORE_NAME = re.compile(
    r"(?:^|[\s(\"“‘'-])(?:Mr|Mrs|Ms|Mx|Dr|Prof|Sen|Sens|Rep|Reps|Gov|Govs|Gen|Maj|Lt|Col|Capt|Cpl"
    r"|Sgt"
    r"|Cmdr|Adm|Brig|Pvt|Rev|Fr|Hon|Pres|Supt|Det|Insp|Amb|Atty|Mt|Ft|Messrs|vs|Nos?|approx|e\.g"
    r"|i\.e|cf)\.$"
)
# After these it may: "in the U.S. The army" ends one, "the U.S. Secretary" does not.
_INITIALS = re.compile(r"(?:^|[\s(\"“‘'.-])(?:[A-Z]\.)+$")
_MONTH = re.compile(r"\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$")
_HOUR = re.compile(r"\b[ap]\.m\.$", re.IGNORECASE)
_HOUR_GOES_ON = re.compile(
    r"(?:[a-z(]|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|(?:E|C|M|P)[SD]?T\b|GMT\b|UTC\b"
    r"|(?:Eastern|Central|Pacific|Mountain|local)\b)"
)
_STARTER = re.compile(
    r"[\"“‘'(\[]|(?:The|A|An|This|That|These|Those|He|She|It|We|They|You|I|His|Her|Its|Our|Their|My"
    r"|In|On|At|By|But|And|Or|So|For|From|With|When|While|Where|As|If|After|Before|Since|Because"
    r"|However|Meanwhile|Although|Though|There|Here|What|Who|Why|How|Which|No|Not|Now|Then|Yet"
    r"|Some|Many|Most|More|One|Two|Last|Earlier|Later|Also|Asked|According|Both|Each|Every|To"
    r"|During|Under|Over|Until|Despite|Unlike|Like|Only|Even|Such|Other|Another|Still)\b"
)
# "DUSHANBE, September 15. /TASS/." is one dateline.
_AGENCY = re.compile(r"/[A-Z][\w -]{1,20}/")
_ADDRESS = re.compile(r"https?://|www\.|pic\.|\w+\.(?:com|org|net)\b")
_WORD = re.compile(r"\w")


def sentence_spans(text: str) -> tuple[Span, ...]:
    """Every sentence of `text`, in order: trimmed, never across a line end, never overlapping.

    Together they hold every character that is not white space.
    """
    return tuple(span for line in _LINE.finditer(text) for span in _of_line(line[0], line.start()))


def _of_line(line: str, offset: int) -> Iterator[Span]:
    bounds = _bounds(line)
    for start, end in pairwise(bounds):
        piece = line[start:end]
        left = len(piece) - len(piece.lstrip())
        right = len(piece.rstrip())
        if left < right:
            yield Span(offset + start + left, offset + start + right)


def _bounds(line: str) -> list[int]:
    """Where the pieces of `line` begin, and its length."""
    inner = _ENDS.search(line, 0, max(0, len(line.rstrip()) - 1))
    if inner is None:
        return [0, len(line)]
    from nupunkt import sent_spans

    cuts = {start for start, _ in sent_spans(line)}
    cuts.update(match.start() for match in _GLUED.finditer(line))
    kept = [0]
    for cut in sorted(cuts - {0, len(line)}):
        if _is_boundary(line, kept[-1], cut):
            kept.append(cut)
    return [*kept, len(line)]


def _is_boundary(line: str, start: int, cut: int) -> bool:
    before = line[max(start, cut - 40) : cut].rstrip()
    after = line[cut : cut + 24].lstrip()
    # A piece without a letter or digit belongs to its neighbour.
    if not _WORD.search(line, start, cut) or not _WORD.search(line, cut):
        return False
    if _POINT.fullmatch(line, start, cut):
        return False
    if _BEFORE_NAME.search(before) or _AGENCY.match(after):
        return False
    if after[:1].islower() and not _ADDRESS.match(after):
        return False
    if _INITIALS.search(before):
        return bool(_STARTER.match(after))
    if _MONTH.search(before):
        return not after[:1].isdigit()
    if _HOUR.search(before):
        return not _HOUR_GOES_ON.match(after)
    return True

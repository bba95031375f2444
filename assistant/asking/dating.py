"""Which date of a sentence is that of the event, and not of the report or of what was said."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.speech.speech_words import SAID_ON
from assistant.values.dates import DateMention, date_mentions

_MONTH = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?\s+\d{1,2}"
    r"|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
)
# "DUSHANBE, September 15. /TASS/", "Velmora, June 14 (Reuters) -"
_DATELINE = re.compile(
    rf"\s*[A-Z][\w.'’-]*(?:[ ,]+[A-Z][\w.'’-]*){{0,4}},\s*(?:{_MONTH})(?:,?\s+\d{{4}})?"
    r"\s*(?:\([^)]{1,40}\)\s*)?(?:[-–—]|\.?\s*/[A-Z]|:)"
)
_ASKS_SPEECH = re.compile(
    r"\b(?:say|said|tell|told|announc\w+|report\w*|warn\w*|publish\w*|declar\w+|confirm\w*|speak"
    r"|spoke|call\w*|claim\w*|statement|interview|speech)\b",
    re.I,
)
_DOUBTFUL = 0.5


def event_date(question: str, sentence: str, start: int, end: int) -> tuple[int, int, float]:
    """Where the date of the event stands, `start..end` if that is it, and what it is worth, 0 to 1.

    A dateline dates the report; "said on Thursday" dates the words, unless the question asks for
    them. Another date of the same sentence is then more likely meant.
    """
    dates = dates_of(sentence)
    own = [date for date in dates if date.start < end and start < date.end]
    if not own:
        return start, end, 1.0
    line = _DATELINE.match(sentence)
    of_report = line is not None and own[0].end <= line.end()
    speaks = _ASKS_SPEECH.search(question) is None
    of_words = speaks and SAID_ON.search(sentence[: own[0].start]) is not None
    if not (of_report or of_words):
        return start, end, 1.0
    others = [date for date in dates if date not in own and not (line and date.end <= line.end())]
    if len(others) == 1:
        return others[0].start, others[0].end, 1.0
    return start, end, _DOUBTFUL


@lru_cache(maxsize=2048)
def dates_of(sentence: str) -> tuple[DateMention, ...]:
    """The dates of `sentence` as they stand in it."""
    return tuple(date_mentions(sentence, None))

"""The words that both faces use for verdicts, relations, dates and counts."""

from __future__ import annotations

import re

from assistant.answer import ShortAnswer, Verdict
from corpus.partial_date import PartialDate

# A sign beside each word: nothing is told by colour alone.
VERDICT_WORDS: dict[Verdict, tuple[str, str]] = {
    "supported": ("✓", "supported"),
    "refuted": ("✗", "refuted"),
    "conflicting": ("≠", "conflicting"),
    "not_enough_info": ("?", "not enough information"),
}
RELATION_WORDS: dict[str, str] = {
    "main": "Most say",
    "agrees": "Agrees",
    "differs": "Differs",
    "earlier": "Earlier",
    "later": "Later",
}
STANCE_WORDS: dict[str, str] = {
    "supports": "supports",
    "refutes": "refutes",
    "neutral": "does not decide",
}


def dated(iso: str | None) -> str:
    """`October 17, 2015` for `2015-10-17`; the text itself where it is no date; "" for None."""
    if not iso:
        return ""
    try:
        return PartialDate.parse(iso).display()
    except ValueError:
        return iso


def short_words(short: ShortAnswer) -> str:
    """The short answer to read: a day with all that is known of it, anything else as quoted."""
    try:
        day = PartialDate.parse(short.value) if short.kind == "date" else None
    except ValueError:  # a range or a season: as quoted
        day = None
    return day.display() if day else short.text


def counted(number: int, one: str, many: str | None = None) -> str:
    """`1 article`, `3 articles`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def origins_in_words(origins: int) -> str:
    """`1 source`, `2 independent sources`."""
    return "1 source" if origins == 1 else f"{origins} independent sources"


def duration(seconds: float) -> str:
    """`55 ms`, `2.3 s`."""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"


# What a terminal would be told, as the page says it.
_ON_THE_PAGE = {
    "factcheck index": "press “Update the index” on the Articles tab",
    "factcheck index --rebuild": "press “Rebuild” on the Articles tab",
    "factcheck index goes on where it stopped": "“Update the index” goes on where it stopped",
    "factcheck doctor --repair": "press “Repair” on the Health tab",
    "run it again with --debug to see where": "the log of the program says more",
    "factcheck check takes a whole text": "the tab “Check a text” takes a whole text",
}


def as_heading(message: str) -> str:
    """A message with a capital, but where it begins with a file's name or an address."""
    return message[:1].upper() + message[1:] if re.match(r"[a-z']+ ", message) else message


def on_the_page(remedy: str) -> str:
    """A remedy in the words of the page; others stay as they are."""
    return _ON_THE_PAGE.get(remedy) or re.sub(
        r"(?<=: )factcheck index$", _ON_THE_PAGE["factcheck index"], remedy
    )

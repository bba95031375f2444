"""Whether a sentence reports a deed or only wishes for it, asks for it, plans or supposes it."""

from __future__ import annotations

import re
from typing import Literal

from assistant.language.word_keys import word_set, words

Time = Literal["fact", "ahead"]

_NEAR_WORDS = 7
_CLAUSE = re.compile(r"[,;:.!?()\"“”]|\b(?:that|which|who|but|while|after|when)\b", re.I)
# What somebody asks of another, or supposes: neither a deed nor a plan of the one who would do it.
_ASKED = re.compile(
    r"\b(?:call(?:s|ed|ing)? (?:on|for|upon)|urg(?:e[sd]?|ing)|ask(?:s|ed|ing)?"
    r"|invit(?:e[sd]?|ing)|demand(?:s|ed|ing)?|appeal(?:s|ed|ing)?|press(?:es|ed|ing)? for"
    r"|want(?:s|ed)? \S+ (?:\S+ )?to"
    r"|should|ought|may|might|could|if|whether|unless|propos(?:e[sd]?|al|ing)"
    r"|suggest(?:s|ed|ing)?|consider(?:s|ed|ing)?|hop(?:e[sd]?|ing)|wish(?:es|ed)?)\b",
    re.I,
)
_AHEAD = re.compile(
    r"\b(?:will|would|shall|must|cannot|can|plan(?:s|ned|ning)?|intend(?:s|ed)?|ready|willing"
    r"|want(?:s|ed)?|commit(?:s|ted|ment)|promis(?:e[sd]?|ing)|vow(?:s|ed)?|pledg(?:e[sd]?|ing)"
    r"|threat(?:en(?:s|ed)?|s)?|about to|due to|set to|expected to|going to|efforts?)\b",
    re.I,
)
_OF_SUBJECT = re.compile(
    r"(?:\W+\w+ly)?\s+(?:will|would|shall|must|should|may|might|could|ought|(?:is|are|was|were)"
    r" (?:about |due |set |expected |going |scheduled )?to|plans? to|intends? to|hopes? to"
    r"|wants? to)\b",
    re.I,
)
_TO = re.compile(r"(?P<governor>[^\W\d_]+)?\s+to\s+(?:\w+ly\s+)?$", re.I)
# "began to", "was forced to": it was done.
_DONE_TO = word_set(
    "began begun begin begins started continued continues managed forced able had went came used "
    "proceeded helped known said reported believed thought appears appeared seems seemed"
)


def told_as_done(text: str, idea: str, time: Time = "fact") -> bool | None:
    """Whether `text` tells what `idea` (a word's idea) names as done; None where it has no such.

    For `time` "ahead" a plan or a promise is enough: only what others ask for, or what is
    supposed, is not.
    """
    told = None
    for word in words(text):
        if word.idea != idea or text[word.start - 1 : word.start] == "-":
            continue
        before = _clause_before(text, word.start)
        told = not (_ASKED.search(before) or (time == "fact" and _not_yet(before)))
        if told:
            return True
    return told


def only_ahead_of(text: str, subject_end: int) -> bool:
    """Whether what follows a subject that ends at `subject_end` is yet to come: "X will ..."."""
    return _OF_SUBJECT.match(text, subject_end) is not None


def _not_yet(before: str) -> bool:
    if _AHEAD.search(before):
        return True
    infinitive = _TO.search(before)
    if infinitive is None:
        return False
    return (infinitive["governor"] or "").casefold() not in _DONE_TO


def _clause_before(text: str, at: int) -> str:
    """The last words before `at` in the same clause."""
    low = max((match.end() for match in _CLAUSE.finditer(text, 0, at)), default=0)
    found = list(re.finditer(r"\S+", text[low:at]))
    start = found[-_NEAR_WORDS].start() if len(found) >= _NEAR_WORDS else 0
    return text[low + start : at]

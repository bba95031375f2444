"""Spans of one sentence that can be what a question asks for, by their kind and place."""

from __future__ import annotations

import re

from assistant.language.word_keys import words
from assistant.questions.types import Expected
from assistant.values.dates import find_dates
from assistant.values.names import find_names
from assistant.values.numbers import find_numbers
from assistant.values.types import NameType, NameValue

_REASON = re.compile(
    r"\b(?:because(?: of)?|due to|owing to|in order to|so that|since|as a result of|thanks to"
    r"|saying|meant to|aimed at|to (?:protect|prevent|help|stop|support|avoid|ensure|allow))\b",
    re.I,
)
_WHY = re.compile(r"\bwhy\b", re.I)
_CLAUSE_END = re.compile(r"[.;:!?\"”]|,\s|\s[–—-]+\s|$")
_MAX_WORDS = 14

Offered = tuple[int, int, float]


def typed_spans(question: str, expected: Expected, sentence: str) -> list[Offered]:
    """(start, end, bonus) in `sentence`: the nearer to the question's words, the higher."""
    asked = {word.idea for word in words(question) if word.content}
    anchors = [(w.start, w.end) for w in words(sentence) if w.idea in asked]
    found = _of_kind(question, expected, sentence, asked)
    return [(start, end, bonus - _distance(start, end, anchors)) for start, end, bonus in found]


def _of_kind(question: str, expected: Expected, sentence: str, asked: set[str]) -> list[Offered]:
    if expected.kind == "date":
        return [(v.start, v.end, 0.0) for v in find_dates(sentence, None)]
    if expected.kind == "number":
        ordinal = expected.unit == "ordinal"
        return [
            (v.start, v.end, 0.0)
            for v in find_numbers(sentence)
            if (v.form == "ordinal") == ordinal and not {w.idea for w in words(v.text)} <= asked
        ]
    if expected.kind == "name":
        return [
            (v.start, v.end, _bonus(v, expected.name_type))
            for v in find_names(sentence)
            if not {w.idea for w in words(v.text)} & asked
        ]
    return _clauses(question, sentence, asked)


def _bonus(name: NameValue, wanted: NameType) -> float:
    """Less for a name of another type than asked for, and for one that may be none."""
    other = "name" not in (wanted, name.type) and name.type != wanted
    return (-2.5 if other else 0.0) + (0.0 if name.sure else -1.0)


def _clauses(question: str, sentence: str, asked: set[str]) -> list[Offered]:
    """The reason given, for "why"; else what follows the last word shared with the question."""
    if _WHY.search(question):
        reason = _REASON.search(sentence)
        if reason:
            return [(*_cut(sentence, reason.start()), 0.5)]
    shared = [w.end for w in words(sentence) if w.idea in asked]
    if not shared:
        return []
    spans = [_cut(sentence, end) for end in shared[-2:]]
    return [(start, end, 0.0) for start, end in spans if end - start > 2]


def _cut(sentence: str, start: int) -> tuple[int, int]:
    """From `start` to the end of the clause, at most `_MAX_WORDS` words."""
    while start < len(sentence) and not sentence[start].isalnum():
        start += 1
    boundary = _CLAUSE_END.search(sentence, start)
    end = boundary.start() if boundary else len(sentence)
    inside = words(sentence[start:end])
    if len(inside) > _MAX_WORDS:
        end = start + inside[_MAX_WORDS - 1].end
    return start, end


def _distance(start: int, end: int, anchors: list[tuple[int, int]]) -> float:
    """0 to 2: how far the nearest words shared with the question stand."""
    gaps = sorted(max(s - end, start - e, 0) for s, e in anchors if not (start <= s and e <= end))
    if not gaps:
        return 1.0
    near = gaps[:2]
    return min(sum(near) / len(near) / 60, 2.0)

"""Sentences of one article that prove a claim together though none of them does alone."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.aligning.aligned import Alignment
from assistant.aligning.facts import Facts, facts_of, weight
from assistant.checking.evidence import Evidence

# Chosen on claims with the page that they cite: at this share four of five were supported.
_EVEN, _STEEP = 0.72, 14.0
_SENTENCES = 3
_LEAST_TOPIC = 0.3
_IDEA_SHARE = 0.85
_CONTEXT_SHARE = 0.8
_VALUE_WEIGHT = 1.1
_PRONOUN = re.compile(r"\b(?:s?he|they|it|we|his|her|its|their|our|who)\b", re.I)
_SURE = 0.7
# Of so many named a pronoun does not tell which is meant.
_PAIR = 2
# What is left of the proof for each value of the claim that stands in none of the sentences.
_MISSING = 0.6


@dataclass(frozen=True, slots=True)
class Joint:
    """Sentences of one article in the order of its text, and the probability that they prove."""

    sentences: tuple[Evidence, ...]
    supports: float


def together(claim: str, evidence: Sequence[Evidence]) -> Joint | None:
    """The article whose best sentences cover most of `claim`; None where none takes two."""
    by_article: dict[str, list[Evidence]] = {}
    for each in sorted(evidence, key=lambda each: -each.alignment.topic):
        mine = by_article.setdefault(each.article.id, [])
        alignment = each.alignment
        falls_short = alignment.short or alignment.undone
        speaks = alignment.topic >= _LEAST_TOPIC and alignment.about and not falls_short
        if speaks and len(mine) < _SENTENCES:
            mine.append(each)
    found = [
        Joint(tuple(sorted(kept, key=lambda e: e.span)), _proof(claim, kept))
        for mine in by_article.values()
        for kept in [_needed(claim, mine)]
        if len(kept) > 1
    ]
    return max(found, key=lambda joint: joint.supports, default=None)


def _needed(claim: str, mine: Sequence[Evidence]) -> list[Evidence]:
    """`mine` without what adds nothing to the proof, the least like the claim first."""
    kept = list(mine)
    for each in reversed(mine):
        rest = [other for other in kept if other is not each]
        if rest and _proof(claim, rest) >= _proof(claim, kept):
            kept = rest
    return kept


def _proof(claim: str, sentences: Sequence[Evidence]) -> float:
    if any(_against(each.alignment) for each in sentences):
        return 0.0
    # What is done must be told of the one whom the claim says it of.
    if not any(_of_the_same(each) for each in sentences):
        return 0.0
    share, missing, unvalued = _covered(facts_of(claim, sentences[0].article.published), sentences)
    if unvalued:
        return 0.0  # a date or number that stands in none of them is not proven
    return _MISSING**missing / (1.0 + math.exp(-_STEEP * (share - _EVEN)))


def _against(alignment: Alignment) -> bool:
    """Whether a sentence denies the claim, or surely has another name in its place."""
    other = any(slot.kind == "name" and slot.sure >= _SURE for slot in alignment.differing)
    return bool(alignment.flip or alignment.swapped or other)


def _of_the_same(evidence: Evidence) -> bool:
    """Whether a sentence has the claim's verb, and those whom the claim names, or stands for them.

    "The winner outspent a Liberal" does not say who did, whatever its neighbours name.
    """
    alignment = evidence.alignment
    others = any(slot.kind == "name" for slot in alignment.differing)
    alone = sum(slot.kind == "name" for slot in alignment.slots) < _PAIR
    meant = alignment.named_here or (alone and _PRONOUN.search(evidence.text) is not None)
    return alignment.told and meant and not alignment.another and not others


def _covered(claim: Facts, sentences: Sequence[Evidence]) -> tuple[float, int, int]:
    """The share (0 to 1) of the claim that the sentences have, how many values they lack, and how
    many of those are dates or numbers."""
    words = [word for each in sentences for word in facts_of(each.text).all_words]
    stems, ideas = {word.stem for word in words}, {word.idea for word in words}
    total = had = 0.0
    for word in claim.core:
        each = weight(word, claim)
        total += each
        had += each if word.stem in stems else each * _IDEA_SHARE if word.idea in ideas else 0.0
    missing = unvalued = 0
    for slot in zip(*(each.alignment.slots for each in sentences), strict=True):
        standing = [s for s in slot if s.fit == "stands" and (s.here or s.kind != "number")]
        shares = [1.0 if s.here else _CONTEXT_SHARE for s in standing]
        total += _VALUE_WEIGHT
        had += _VALUE_WEIGHT * max(shares, default=0.0)
        missing += not shares
        unvalued += not shares and slot[0].kind != "name"
    return (had / total if total else 0.0), missing, unvalued

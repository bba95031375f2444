"""Conditions: what a sentence says only for the case that something else is so."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.language.negation import word_polarities

_CONDITION = re.compile(r"\b(?P<lead>if|unless)\s+(?P<clause>[^,;:.?!]+)", re.I)
_LED = re.compile(r"(?:If|Unless)\s+[^,;:.?!]+,\s*(?P<rest>.+)", re.S)


@lru_cache(maxsize=4096)
def supposes_opposite(one: str, other: str) -> bool:
    """Whether both have a condition in mostly the same words, which only one of them denies.

    "If it rains" is not "if it does not rain", and neither tells what follows from the other.
    """
    wanted_match, told = _CONDITION.search(one), list(_CONDITION.finditer(other))
    if wanted_match is None or not told:
        return False
    wanted = _polarities(wanted_match)
    opposite = False
    for each in told:
        there = _polarities(each)
        shared = wanted.keys() & there.keys()
        if len(shared) * 2 > len(wanted):
            opposite = any(wanted[idea] != there[idea] for idea in shared)
            if not opposite:
                return False
    return opposite


def consequent(text: str) -> str:
    """What `text` says follows, where it opens with a condition; empty where it does not."""
    led = _LED.match(text)
    return led["rest"] if led else ""


def _polarities(condition: re.Match[str]) -> dict[str, bool]:
    turned = condition["lead"].casefold() == "unless"
    return {
        word.idea: denied != turned
        for word, denied in word_polarities(condition["clause"])
        if word.content
    }

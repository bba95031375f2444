"""What keeps a sentence from proving a claim though it speaks of all that the claim names."""

from __future__ import annotations

import re
from functools import lru_cache

from assistant.aligning.comparisons import Comparison, comparison
from assistant.aligning.facts import facts_of
from assistant.language.conditions import consequent, supposes_opposite
from assistant.language.modality import told_as_done
from assistant.language.word_keys import words

# What compares two.
_COMPARES = re.compile(
    r"\b(?:than|compar\w+|versus|outpac\w+|exceed\w*|surpass\w*|outsell\w*|outsold|outspen[dt]\w*"
    r"|outnumber\w*|overt(?:ake|ook)\w*|ahead of|trail\w*|topp\w+|as \w+ as|unlike|while|whereas)\b"
    r"|\b(?:the|its|his|her|their)\s(?:\w+\s)?(?:most|least|[a-z]{3,}est)\b",
    re.I,
)
_MONTH_OR_DAY = (
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)"
)
# "Norway ratified it before Sweden": which of the two came first.
_IN_ORDER = re.compile(
    rf"\b(?:before|after|ahead of)\s(?!{_MONTH_OR_DAY})"
    r"(?P<who>[A-Z][\w’'-]*(?:\s[A-Z][\w’'-]*)*)\.?$"
)
_ORDERS = re.compile(r"\b(?:before|after|ahead of|later than|earlier than|followed)\b", re.I)
_CLOCK = re.compile(
    r"\b(?P<hour>[012]?\d)(?:[:.](?P<minutes>[0-5]\d))?\s?(?P<half>[ap]\.?\s?m\b)"
    r"|\b(?P<hour24>[012]?\d):(?P<min24>[0-5]\d)\b",
    re.I,
)
_HALF = 0.5
_PAIR = re.compile(r"(?P<head>[^,;:()]{1,60}?)\s?\((?P<inside>[^()]{1,40})\)")
_FEWEST = 2


@lru_cache(maxsize=8192)
def falls_short(claim: str, sentence: str) -> bool:
    """Whether `sentence` cannot decide `claim`: it lacks its time of day, compares nothing where
    the claim compares two, speaks for the opposite condition, does not tell what it says
    follows, or pairs what the claim names with others."""
    there = {word.idea for word in words(sentence)}
    two = comparison(claim)
    if two and not (_COMPARES.search(sentence) and _both_in(two, there)):
        return True
    if not clock_times(claim) <= clock_times(sentence):
        return True
    first = _IN_ORDER.search(claim)
    if first and not (_ORDERS.search(sentence) and first["who"].split()[-1] in sentence):
        return True
    if supposes_opposite(claim, sentence) or _mispaired(claim, sentence):
        return True
    follows = {word.idea for word in words(consequent(claim)) if word.content}
    return bool(follows) and len(follows & there) < _HALF * len(follows)


@lru_cache(maxsize=8192)
def clock_times(text: str) -> frozenset[str]:
    """The times of day in `text`, as hour, minutes and half of the day."""
    return frozenset(
        f"{int(m['hour'] or m['hour24'])}:{m['minutes'] or m['min24'] or '00'}"
        f"{(m['half'] or '')[:1].lower()}"
        for m in _CLOCK.finditer(text)
    )


def _both_in(two: Comparison, there: set[str]) -> bool:
    """Whether both that are compared are among the ideas `there`."""
    return bool((two.ahead - two.behind) & there and (two.behind - two.ahead) & there)


def _mispaired(claim: str, sentence: str) -> bool:
    """Whether a list such as "Elmsby (2019), Rowan (2021)" has two things of the claim in different
    pairs and no pair with both."""
    pairs = list(_PAIR.finditer(sentence))
    if len(pairs) < _FEWEST:
        return False
    said = {word.idea for word in words(claim)}
    heads = {n for n, pair in enumerate(pairs) if _all_in(pair["head"], said)}
    inside = {n for n, pair in enumerate(pairs) if _all_in(pair["inside"], said)}
    return bool(heads and inside) and not heads & inside


def _all_in(text: str, said: set[str]) -> bool:
    ideas = {word.idea for word in words(text) if word.content or word.text.isdigit()}
    return bool(ideas) and ideas <= said


@lru_cache(maxsize=8192)
def not_done(claim: str, sentence: str) -> bool:
    """Whether `claim` tells as done what `sentence` only plans, expects, asks for or supposes."""
    predicate = facts_of(claim).predicate
    if predicate is None or not told_as_done(claim, predicate.idea):
        return False
    return told_as_done(sentence, predicate.idea) is False

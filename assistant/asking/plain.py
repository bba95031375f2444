"""Facts that news tells in a form of its own: an age behind a name, how many live in a town."""

from __future__ import annotations

import re
from collections.abc import Set

from assistant.questions.types import Expected
from assistant.values.name_forms import fold
from assistant.values.names import find_names

# "Ann Lee, 58, ..."; what stands between the name and the number.
_BESIDE = re.compile(r",\s(?:aged?\s)?|\s\(|\sis\s|\swas\s|,?\swho\s(?:is|was|turned)\s")
_AGED = re.compile(r"(?:[\s-]years?[\s-]old)?(?=[,.;)]|\s(?:and|was|is|has|who|said)\b|$)")
_INHABITED = re.compile(
    r"\b(?:town|city|village|hamlet|suburb|municipality|borough|county|island|country|nation"
    r"|state|region|community)\s(?:of|with)\s(?:about|around|some|roughly|nearly|almost|more than"
    r"|over|fewer than|just over|just under|approximately)?\s?$",
    re.I,
)
_POPULATION = re.compile(r"\bpopulation\s(?:of|is|was)\s(?:\w+\s){0,2}$", re.I)
_PEOPLE = re.compile(r"\s?(?:million\s)?(?:people|inhabitants|residents|souls)?\b", re.I)
_LIVE = re.compile(r"\b(?:live|lives|living|inhabitants|residents|population)\b", re.I)


def told_plainly(
    question: str,
    expected: Expected,
    sentence: str,
    start: int,
    end: int,
    known: Set[str] = frozenset(),
) -> bool:
    """Whether the number `start..end` of `sentence` answers `question` by the form it stands in.

    An age stands behind the name of whom the question names ("Ann Lee, 58,"); a town's people
    behind the town ("Marl, a town of 6,000 people"), which the sentence must name too. `known` are
    the words, folded, of what is at hand of the article: a surname alone is that of the one whose
    full name stands there.
    """
    if expected.kind != "number":
        return False
    if expected.unit == "age":
        return _age_of(question, sentence, start, end, known)
    counted = expected.noun in ("person", "inhabitant", "resident", "population", "")
    if not counted or not _LIVE.search(question):
        return False
    led = sentence[:start]
    if not (_INHABITED.search(led) or _POPULATION.search(led)):
        return False
    here = set(fold(sentence).split())
    return all(set(fold(name.text).split()) <= here for name in find_names(question))


def _age_of(question: str, sentence: str, start: int, end: int, known: Set[str]) -> bool:
    if not _AGED.match(sentence, end):
        return False
    here = known | set(fold(sentence).split())
    names = [fold(name.text).split() for name in find_names(question)]
    asked = {words[-1] for words in names if set(words) <= here}
    for name in find_names(sentence):
        if name.end <= start and _BESIDE.fullmatch(sentence, name.end, start):
            return fold(name.text).split()[-1] in asked
    return False

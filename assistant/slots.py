"""Each date, number and name of a claim set against what stands in its place in a sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from assistant.facts import Facts
from assistant.values.compare import compare, same_value
from assistant.values.name_words import OFFICES
from assistant.values.number_words import MEASURES
from assistant.values.types import DateValue, NameValue, NumberValue
from assistant.word_keys import stem, words

Fit = Literal["stands", "differs", "missing"]
SlotKind = Literal["date", "number", "name"]


@dataclass(frozen=True, slots=True)
class Slot:
    """One value of a claim: it `stands` in the sentence, `differs` there, or is `missing`.

    `found` is what the sentence has instead, as a reader sees it; `sure` (0 to 1) how certain it
    is that both speak of the same thing. `here` is False when only the context has it.
    """

    kind: SlotKind
    claimed: str
    fit: Fit
    found: str = ""
    sure: float = 1.0
    here: bool = True


def slots(claim: Facts, sentence: Facts, context: Facts | None = None) -> tuple[Slot, ...]:
    """Every value of `claim` against `sentence`; `context` (title, neighbours) may only confirm."""
    found = [_date(value, sentence, context) for value in claim.dates]
    found += [_number(value, claim, sentence, context) for value in claim.numbers]
    found += [_name(value, claim, sentence, context) for value in claim.names]
    return tuple(found)


def _date(value: DateValue, sentence: Facts, context: Facts | None) -> Slot:
    claimed = value.display()
    fitting = [other for other in sentence.dates if same_value(value, other)]
    if any(_as_exact(other, value) for other in fitting):
        return Slot("date", claimed, "stands")
    if context and any(same_value(value, d) and _as_exact(d, value) for d in context.dates):
        return Slot("date", claimed, "stands", sure=0.8, here=False)
    rivals = [other for other in sentence.dates if not other.approx]
    if rivals and not fitting:
        return Slot(
            "date", claimed, "differs", rivals[0].display(), 0.9 if len(rivals) == 1 else 0.7
        )
    return Slot("date", claimed, "missing")


def _as_exact(found: DateValue, claimed: DateValue) -> bool:
    """Whether `found` is known to the day or month where `claimed` is; an unknown year may be."""
    if found.last is not None and claimed.last is None and claimed.first.day is not None:
        return False
    return (claimed.first.day is None or found.first.day is not None) and (
        claimed.first.month is None or found.first.month is not None
    )


def _number(value: NumberValue, claim: Facts, sentence: Facts, context: Facts | None) -> Slot:
    claimed = value.display()
    comparable = [(other, _same_count(value, claim, other, sentence)) for other in sentence.numbers]
    comparable = [pair for pair in comparable if pair[1] > 0]
    if any(_true_by(value, other) for other, _ in comparable):
        return Slot("number", claimed, "stands")
    if context and any(same_value(value, other) for other in context.numbers):
        return Slot("number", claimed, "stands", sure=0.6, here=False)
    rivals = [(other, sure * _denies(value, other)) for other, sure in comparable]
    other, sure = max(rivals, key=lambda pair: pair[1], default=(value, 0.0))
    if sure > 0:
        return Slot("number", claimed, "differs", other.display(), sure)
    return Slot("number", claimed, "missing")


_FROM = ("more_than", "at_least")
_UP_TO = ("less_than", "at_most", "up_to")


def _true_by(claimed: NumberValue, found: NumberValue) -> bool:
    """Whether `found` proves `claimed`: five dead prove "at least three dead"."""
    if same_value(claimed, found):
        return True
    if claimed.form != "cardinal" or found.form != "cardinal" or claimed.unit != found.unit:
        return False
    if claimed.modifier in _FROM:
        return found.low >= claimed.low and found.modifier not in _UP_TO
    if claimed.modifier in _UP_TO:
        return found.high <= claimed.high and found.modifier not in _FROM
    return False


def _denies(claimed: NumberValue, found: NumberValue) -> float:
    """How far `found` rules out `claimed`, 0 to 1: a bound leaves room, though not for twice it."""
    if compare(claimed, found) == "differs" or claimed.modifier in (*_FROM, *_UP_TO):
        return 1.0
    larger, smaller = max(claimed.low, found.low), min(claimed.low, found.low)
    return 0.8 if larger > 2 * smaller else 0.0


def _same_count(value: NumberValue, claim: Facts, other: NumberValue, sentence: Facts) -> float:
    """How sure both numbers count the same thing: 0 when they cannot."""
    if value.form != other.form or bool(value.unit) != bool(other.unit):
        return 0.0
    if value.unit != other.unit and not (_measure(value) and _measure(value) == _measure(other)):
        return 0.0
    if value.noun and other.noun:
        return 0.95 if _noun(value.noun) == _noun(other.noun) else 0.0
    shared = claim.around(value.start, value.end) & sentence.around(other.start, other.end)
    if shared:
        return min(0.9, 0.6 + 0.15 * len(shared))
    return 0.5 if value.unit and len(sentence.numbers) == 1 else 0.0


def _measure(value: NumberValue) -> str | None:
    """The base unit of a measure ("mile" gives that of "km")."""
    return next((base for name, base, _ in MEASURES.values() if name == value.unit), None)


def _noun(noun: str) -> str:
    found = words(noun)
    return found[-1].idea if found else stem(noun)


def _name(value: NameValue, claim: Facts, sentence: Facts, context: Facts | None) -> Slot:
    claimed = value.display()
    if any(same_value(value, other) for other in sentence.names) or _spelled(value, sentence):
        return Slot("name", claimed, "stands")
    if context and (any(same_value(value, o) for o in context.names) or _spelled(value, context)):
        return Slot("name", claimed, "stands", sure=0.8, here=False)
    rivals = []
    for other in sentence.names:
        if any(same_value(other, known) for known in claim.names) or _spelled(other, claim):
            continue
        sure = _same_role(value, claim, other, sentence)
        if sure > 0:
            rivals.append((other, sure))
    if rivals:
        other, sure = max(rivals, key=lambda pair: pair[1])
        return Slot("name", claimed, "differs", other.display(), sure)
    return Slot("name", claimed, "missing")


def _spelled(value: NameValue, text: Facts) -> bool:
    """Whether the name's words stand in `text` though no name was made out there."""
    have = {word.stem for word in text.all_words}
    return bool(value.tokens) and all(stem(token) in have for token in value.tokens)


_OFFICES = frozenset(words(office)[-1].idea for office in OFFICES if words(office))
_OPEN = {"person": {"person", "name"}, "place": {"place", "name"}, "people": {"people"}}


def _same_role(value: NameValue, claim: Facts, other: NameValue, sentence: Facts) -> float:
    """How sure both names fill the same place in what is said: 0 when they do not."""
    fits = other.type in _OPEN.get(value.type, {value.type, "name"}) or (
        value.type == "name" and other.type != "people"
    )
    if not fits:
        return 0.0
    points = 0.0
    if value.type == other.type != "name":
        points += 0.2
    if value.title and stem(value.title.split()[-1]) == stem((other.title or "-").split()[-1]):
        points += 0.35
    before = claim.word_before(value.start)
    if before and before == sentence.word_before(other.start):
        points += 0.3
    if not before and not sentence.word_before(other.start):
        points += 0.3
    near = claim.around(value.start, value.end) & sentence.around(other.start, other.end)
    points += min(0.4, 0.2 * len(near)) + (0.3 if near & _OFFICES else 0.0)
    return points if points >= 0.5 else 0.0

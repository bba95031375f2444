"""Each date, number and name of a claim set against what stands in its place in a sentence."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.aligning.coordination import told_of
from assistant.aligning.facts import Facts
from assistant.aligning.slot import Slot, SlotKind, V, paired
from assistant.aligning.slot_dates import dates
from assistant.aligning.slot_names import (
    elsewhere_named,
    same_name,
    same_role,
    spelled,
    stands_among,
)
from assistant.aligning.slot_numbers import proves, rules_out, same_count
from assistant.values.compare import same_value
from assistant.values.types import DateValue, NameValue, NumberValue

# From here on a rival in the sentence itself outweighs the claim's own value in its context.
_DOMINANT = 0.7
# How sure another name is in the place of one that the sentence has elsewhere.
_SAME_PLACE = 0.85


def slots(
    claim: Facts,
    sentence: Facts,
    context: Facts,
    known: frozenset[str] = frozenset(),
    dating: Facts | None = None,
) -> tuple[Slot, ...]:
    """Every value of `claim` against `sentence`; `context` (title, neighbours) may only confirm.

    `known` are the stems of the article's words: they may confirm names. `dating` is what of the
    context may confirm dates; all of it by default.
    """
    return (
        *dates(claim, sentence, dating or context),
        *_numbers(claim, sentence, context),
        *_names(claim, sentence, context, known),
    )


def _numbers(claim: Facts, sentence: Facts, context: Facts) -> list[Slot]:
    instead = told_of(sentence.text, sentence.numbers, claim.wanted)

    def fits(value: NumberValue, other: NumberValue) -> bool:
        alike = proves(value, other) and same_count(value, claim, other, sentence) > 0
        return alike and other not in instead

    standing, left = paired(claim.numbers, sentence.numbers, fits)
    found = []
    for number, value in enumerate(claim.numbers):
        if number in standing:
            found.append(Slot("number", _shown(value), "stands"))
            continue
        rivals = [
            (instead.get(o, o), same_count(value, claim, o, sentence))
            for o in left
            if rules_out(value, instead.get(o, o))
        ]
        rivals = [(other, sure * rules_out(value, other)) for other, sure in rivals]
        known = any(same_value(value, other) for other in context.numbers)
        found.append(_settled("number", value, rivals, 0.6 if known else None))
    return found


def _names(claim: Facts, sentence: Facts, context: Facts, article: frozenset[str]) -> list[Slot]:
    standing, left = paired(claim.names, sentence.names, same_name)
    standing |= {n for n, value in enumerate(claim.names) if spelled(value, sentence)}
    elsewhere = {n for n in standing if elsewhere_named(claim.names[n], claim, sentence)}
    standing -= elsewhere
    open_names = [value for n, value in enumerate(claim.names) if n not in standing]
    left = [o for o in left if not spelled(o, claim) or any(same_name(o, v) for v in claim.names)]
    found = []
    for number, value in enumerate(claim.names):
        if number in standing:
            found.append(Slot("name", value.display(), "stands"))
            continue
        lead = claim.word_before(value.start) if number in elsewhere else None
        rivals = [
            (
                other,
                _SAME_PLACE
                if lead and sentence.word_before(other.start) == lead
                else same_role(value, claim, other, sentence),
            )
            for other in left
            if not any(same_name(other, known) for known in open_names)
        ]
        known = number not in elsewhere and (
            any(same_name(value, o) for o in context.names)
            or spelled(value, context)
            or stands_among(value, article)
        )
        found.append(_settled("name", value, rivals, 0.8 if known else None))
    return found


def _settled(
    kind: SlotKind, value: V, rivals: Sequence[tuple[V, float]], in_context: float | None
) -> Slot:
    """A clear rival first, then the context, then a doubtful rival."""
    claimed = _shown(value)
    other, sure = max(rivals, key=lambda pair: pair[1], default=(value, 0.0))
    if sure >= _DOMINANT or (sure > 0 and in_context is None):
        return Slot(kind, claimed, "differs", _shown(other), sure)
    if in_context is not None:
        return Slot(kind, claimed, "stands", sure=in_context, here=False)
    return Slot(kind, claimed, "missing")


def _shown(value: NumberValue | NameValue | DateValue) -> str:
    """A number in its own words ("40 million euros"), anything else in full."""
    return " ".join(value.text.split()) if value.kind == "number" else value.display()

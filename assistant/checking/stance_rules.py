"""What a text says of a claim, by rules: aligned words, values and negation."""

from __future__ import annotations

import math

from assistant.aligning.aligned import Alignment
from assistant.aligning.alignment import align
from assistant.reader.base import Reading, StanceResult

_READER_SHARE = 0.4
_FLOOR = 0.01
# What is left of a denial by a sentence that names none of those whom the claim names.
_UNNAMED = 0.65
# The same by one that speaks of somebody else.
_OF_OTHERS = 0.4
# Of support or rival values when the sentence does not tell what the claim says is done, and of
# values when two kinds differ at once: then it most likely tells of something else.
_UNTOLD, _ANOTHER_EVENT = 0.7, 0.5
# What is left of a sentence's support for each value of the claim that it does not speak of.
_VALUE_MISSING, _NAME_MISSING = 0.55, 0.45
# The most that a sentence supports a claim of which it lacks a number, a date or, with all that is
# at hand of its article, a name.
_UNPROVEN = 0.45
# A sentence with this share of the claim speaks of it as likely as not.
_SPEAKS, _SPEAKS_STEEP = 0.42, 12.0
# From this share of a claim on, a sentence is taken to speak of the same event.
_SAME_EVENT = 0.6
# A sentence that itself says less of a claim than this does not fully support it.
_SAID_HERE = 0.55


def judge_by_rules(claim: str, evidence: Reading) -> StanceResult:
    """Probabilities that `evidence` supports, refutes or does not speak of `claim`.

    Its clearest sentence decides.
    """
    stances = [stance_of(alignment) for alignment in align(claim, evidence)]
    return max(stances, key=lambda stance: max(stance.supports, stance.refutes))


def stance_of(alignment: Alignment) -> StanceResult:
    """The stance of one aligned sentence."""
    against = _against(alignment)
    missing = len(alignment.missing)
    if against > 0:
        # A denial names what it denies; a rival value may belong to another event.
        even = 0.52 if alignment.flip and alignment.flip.claimed else 0.58
        refutes = _logistic(12.0 * (alignment.event - even)) * against * 0.7**missing
        rest = 1.0 - refutes
        return StanceResult(supports=0.1 * rest, refutes=refutes, neutral=0.9 * rest)
    supports = _logistic(10.0 * (alignment.topic - 0.7)) * 0.95
    for slot in alignment.missing:
        supports *= _NAME_MISSING if slot.kind == "name" else _VALUE_MISSING
    if alignment.doubt:
        supports *= 0.5
    if not alignment.told:
        supports *= _UNTOLD
    if alignment.short:
        supports *= _NAME_MISSING
    # What its neighbours say is not what it says.
    if not alignment.about or alignment.another:
        supports *= _NAME_MISSING
    supports *= min(1.0, alignment.event / _SAID_HERE)
    rest = 1.0 - supports
    return StanceResult(supports=supports, refutes=0.06 * rest, neutral=0.94 * rest)


def weigh(read: StanceResult, alignment: Alignment) -> StanceResult:
    """What a reader made of a sentence, corrected by what the rules see in it.

    A reader is believed as far as the sentence speaks of the claim at all. The two are averaged as
    log-probabilities; a value that the sentence gives otherwise takes from its support, whatever
    the reader made of it: readers overlook a digit, rules do not.
    """
    ruled = stance_of(alignment)
    speaks = _logistic(_SPEAKS_STEEP * (alignment.topic - _SPEAKS))
    supports, refutes = read.supports * speaks, read.refutes * speaks
    if not (alignment.named_here or alignment.called_false):
        refutes *= _UNNAMED
    pairs = (
        (supports, ruled.supports),
        (refutes, ruled.refutes),
        (1.0 - supports - refutes, ruled.neutral),
    )
    shares = [
        max(a, _FLOOR) ** _READER_SHARE * max(b, _FLOOR) ** (1 - _READER_SHARE) for a, b in pairs
    ]
    moved = shares[0] * _against(alignment) if alignment.event >= _SAME_EVENT else 0.0
    shares = [shares[0] - moved, shares[1] + moved, shares[2]]
    total = sum(shares)
    return _within(alignment, *(share / total for share in shares))


def _within(alignment: Alignment, supports: float, refutes: float, neutral: float) -> StanceResult:
    """The same shares; what lacks a value, or tells it of another or as a plan, does not prove, and
    what falls short of the claim decides nothing."""
    names = [slot for slot in alignment.slots if slot.kind == "name"]
    # A pronoun may stand for one of them; a sentence that names neither of two tells of others.
    unnamed = len(names) > 1 and not any(slot.here for slot in names)
    lacks = bool(alignment.missing or unnamed) or any(
        slot.kind == "number" and not slot.here for slot in alignment.slots
    )
    if alignment.short:
        over, under = max(0.0, supports - _UNPROVEN), max(0.0, refutes - _UNPROVEN)
        return StanceResult(supports - over, refutes - under, neutral + over + under)
    if lacks or alignment.undone or alignment.another or not alignment.about:
        over = max(0.0, supports - _UNPROVEN)
        return StanceResult(supports - over, refutes, neutral + over)
    return StanceResult(supports, refutes, neutral)


def _against(alignment: Alignment) -> float:
    """How sure the sentence, if it speaks of the claim, speaks against it."""
    values = 1.0 - math.prod(1.0 - slot.sure for slot in alignment.differing)
    if len({slot.kind for slot in alignment.differing}) > 1:
        values *= _ANOTHER_EVENT
    if not alignment.told:
        values *= _UNTOLD
    denial = alignment.flip.sure if alignment.flip else 0.0
    kinds = {slot.kind for slot in alignment.differing}
    if kinds & {"date", "name"} and denial and not alignment.called_false:
        # On another day, or of another, the opposite may be just as true.
        values, denial = values * _ANOTHER_EVENT, denial * _ANOTHER_EVENT
    swapped = 0.85 if alignment.swapped else 0.0
    against = 1.0 - (1.0 - values) * (1.0 - denial) * (1.0 - swapped)
    if alignment.named_here or alignment.called_false:
        return against
    return against * (_UNNAMED if alignment.about else _OF_OTHERS)


def _logistic(x: float) -> float:
    return 1.0 / (1.0 + math.exp(-x))

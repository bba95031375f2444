"""One value of a claim and what became of it in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from assistant.values.compare import compare
from assistant.values.types import DateValue, NameValue, NumberValue

Fit = Literal["stands", "differs", "missing"]
SlotKind = Literal["date", "number", "name"]
V = TypeVar("V", DateValue, NumberValue, NameValue)


@dataclass(frozen=True, slots=True)
class Slot:
    """One value of a claim: it `stands` in the sentence, `differs` there, or is `missing`.

    `claimed` and `found`, what the sentence has instead, are as a reader sees them: numbers as
    written, dates and names in full. `sure` (0 to 1) is how certain it is that both speak of the
    same thing. `here` is False when only the context has it.
    """

    kind: SlotKind
    claimed: str
    fit: Fit
    found: str = ""
    sure: float = 1.0
    here: bool = True


def paired(
    claimed: Sequence[V], found: Sequence[V], fits: Callable[[V, V], bool]
) -> tuple[set[int], list[V]]:
    """Which claimed values stand, and what is left over of the sentence's.

    Equal ones are paired first and each found value stands for one claimed value; a value claimed
    twice may stand on the same one.
    """
    standing: set[int] = set()
    used: set[int] = set()
    for equal in (True, False):
        for number, value in enumerate(claimed):
            if number in standing:
                continue
            for at, other in enumerate(found):
                free = at not in used and fits(value, other)
                if free and (not equal or compare(value, other) == "equal"):
                    standing.add(number)
                    used.add(at)
                    break
    left = [other for at, other in enumerate(found) if at not in used]
    if not left:
        standing |= {
            number
            for number, value in enumerate(claimed)
            if any(fits(value, other) for other in found)
        }
    return standing, left

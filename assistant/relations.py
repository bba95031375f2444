"""How one finding relates to the first: agrees, differs, or was said earlier or later."""

from __future__ import annotations

from assistant.answer import Relation
from assistant.grouping import Group
from assistant.normal import Normal, sameness
from assistant.timeline import When, days_apart
from assistant.values.types import NumberValue

# From so many days between two reports on, another value is a change and not a contradiction:
# counts move from day to day, holders of an office or a place in a table more slowly.
_CHANGES_AFTER = {"number": 2, "name": 30, "span": 30, "yes_no": 2}


def relation(main: Group, other: Group, main_when: When, other_when: When) -> Relation:
    """How `other` relates to `main`, the value that is told first."""
    same = sameness(main.normal, other.normal)
    if same == "equal":
        return "agrees"
    if same == "compatible" and not _outgrown(main.normal, other.normal):
        return "agrees"
    days = days_apart(main_when.reported, other_when.reported)
    after = _CHANGES_AFTER.get(main.normal.kind)
    if days is None or after is None or abs(days) < after:
        return "agrees" if same == "compatible" else "differs"
    return "later" if days > 0 else "earlier"


def _outgrown(main: Normal, other: Normal) -> bool:
    """Whether one is a bound far from the other's number: "more than 2,000" against 5,000."""
    a, b = main.parsed, other.parsed
    if not isinstance(a, NumberValue) or not isinstance(b, NumberValue):
        return False
    for bound, number in ((a, b), (b, a)):
        if bound.modifier in ("more_than", "at_least") and bound.low * 1.5 < number.low:
            return True
        if bound.modifier in ("less_than", "at_most") and bound.low > number.high * 1.5:
            return True
    return False

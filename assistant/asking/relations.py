"""How one finding relates to the first: agrees, differs, or was said earlier or later."""

from __future__ import annotations

from assistant.answer import Relation
from assistant.asking.grouping import Group
from assistant.asking.normal import one_picture, sameness
from assistant.asking.timeline import When, days_apart
from assistant.values.number_compare import magnitudes_apart
from assistant.values.types import NumberValue

# From so many days between two reports on, another value is a change and not a contradiction:
# counts move from day to day, holders of an office or a place in a table more slowly.
_CHANGES_AFTER = {"number": 2, "name": 30, "span": 30, "yes_no": 2}


def relation(main: Group, other: Group, main_when: When, other_when: When) -> Relation | None:
    """How `other` relates to `main`, the value that is told first; None where it does not.

    "More than 2,000" excludes nothing above it: beside "more than 250,000" it neither agrees nor
    differs.
    """
    same = sameness(main.normal, other.normal)
    if same == "equal" or (same == "compatible" and one_picture(main.normal, other.normal)):
        return "agrees"
    days = days_apart(main_when.reported, other_when.reported)
    after = _CHANGES_AFTER.get(main.normal.kind)
    if days is not None and after is not None and abs(days) >= after:
        return "later" if days > 0 else "earlier"
    if same == "differs":
        return "differs"
    return None if _far(main, other) else "agrees"


def _far(main: Group, other: Group) -> bool:
    a, b = main.normal.parsed, other.normal.parsed
    return isinstance(a, NumberValue) and isinstance(b, NumberValue) and magnitudes_apart(a, b)

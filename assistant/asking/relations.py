"""How one finding relates to the first: agrees, differs, or was said earlier or later."""

from __future__ import annotations

import re

from assistant.answer import Relation
from assistant.asking.candidate import Candidate
from assistant.asking.grouping import Group
from assistant.asking.normal import one_picture, sameness
from assistant.asking.timeline import When, days_apart
from assistant.values.number_compare import magnitudes_apart
from assistant.values.types import NumberValue

# From so many days between two reports on, another value is a change and not a contradiction:
# counts move from day to day, holders of an office or a place in a table more slowly.
_CHANGES_AFTER = {"number": 2, "name": 30, "span": 30, "yes_no": 2}
_FORMER = re.compile(
    r"\b(?:former|ex-\w+|previous|outgoing|ousted|then-\w+|predecessor|succeed(?:s|ed|ing)?"
    r"|replac(?:e[sd]?|ing))\b[^.;:]*$",
    re.I,
)
_NEAR = 60


def relation(main: Group, other: Group, main_when: When, other_when: When) -> Relation | None:
    """How `other` relates to `main`, the value that is told first; None where it does not.

    "More than 2,000" excludes nothing above it: beside "more than 250,000" it neither agrees nor
    differs.
    """
    same = sameness(main.normal, other.normal)
    named = main.normal.kind == "name" and same == "differs"
    if named and _called_former(other.best) and not _called_former(main.best):
        return "earlier"
    if same == "equal" or (same == "compatible" and one_picture(main.normal, other.normal)):
        return "agrees"
    days = days_apart(main_when.reported, other_when.reported)
    after = _CHANGES_AFTER.get(main.normal.kind)
    if days is not None and after is not None and abs(days) >= after:
        return "later" if days > 0 else "earlier"
    if same == "differs":
        return "differs"
    return "agrees" if _near(main, other) else None


def _near(main: Group, other: Group) -> bool:
    """Whether two numbers that may both be right are at least of one size."""
    a, b = main.normal.parsed, other.normal.parsed
    return isinstance(a, NumberValue) and isinstance(b, NumberValue) and not magnitudes_apart(a, b)


def _called_former(candidate: Candidate) -> bool:
    """Whether its sentence puts a "former" before the name that answers."""
    at = candidate.start - candidate.sentence.start
    return bool(_FORMER.search(candidate.sentence_text[max(0, at - _NEAR) : at]))

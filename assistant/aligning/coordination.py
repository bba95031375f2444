"""Values told one of each: "4 million on Instagram and 7.4 million on TikTok"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.language.word_keys import Word, words
from assistant.values.types import NumberValue

_JOINS = re.compile(r",?\s(?:and|while|but|whereas|or)\s|;\s|\s[–—]\s")
# "From $4 on Jan. 1 to $9 on Nov. 3", but not "4 to 9".
_FROM_TO = re.compile(r"\w\.?\sto\s(?=\W?\d|$)|(?<=\w)\sto\s$")
_COMMA = re.compile(r",\s")
_LEADS = frozenset(
    {"on", "in", "at", "for", "to", "from", "by", "of", "with", "against", "among", "per", "than"}
)
# So many words before the first value are its own; what stands further off is shared by all.
_OWN = 4
# So many words behind a value still belong to it.
_NEAR = 6
# A table is no sentence.
_MOST = 12


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is told of one value: the ideas before it, and those behind it by what leads there."""

    before: frozenset[str]
    after: dict[str, frozenset[str]]

    def all(self) -> frozenset[str]:
        return self.before.union(*self.after.values())


def meant_instead(
    text: str, values: Sequence[tuple[int, int]], at: int, wanted: frozenset[str]
) -> int | None:
    """Which of `values` (offsets in `text`, in order) is told of what the ideas `wanted` name.

    None where it is `values[at]`, or where `text` does not tell one of each. A value is told of a
    word when that stands in its own part of a coordination, in a place that the other's part fills
    with something else: "on TikTok" beside "on Instagram", "bread rose 2%" beside "eggs rose 9%".
    """
    pieces = _pieces(text, values)
    if pieces is None:
        return None
    mine = pieces[at]
    found = [
        number
        for number, piece in enumerate(pieces)
        if number != at and _singled_out(piece, mine, wanted)
    ]
    return found[0] if len(found) == 1 else None


def told_of(
    text: str, numbers: Sequence[NumberValue], wanted: frozenset[str]
) -> dict[NumberValue, NumberValue]:
    """The numbers of `text` told of something else than `wanted`, each with the one that is."""
    found: dict[NumberValue, NumberValue] = {}
    for number in numbers if len(numbers) <= _MOST else ():
        alike = like(number, numbers)
        at = meant_instead(text, [(n.start, n.end) for n in alike], alike.index(number), wanted)
        if at is not None:
            found[number] = alike[at]
    return found


def like(value: NumberValue, others: Sequence[NumberValue]) -> list[NumberValue]:
    """The numbers of `others` that may count the same kind of thing as `value`, which is one."""
    return [
        other
        for other in others
        if other.form == value.form
        and other.unit == value.unit
        and (other.noun == value.noun or not other.noun or not value.noun)
    ]


def parted(text: str, end: int, start: int) -> bool:
    """Whether a coordination parts the values that end at `end` and begin at `start`."""
    return _join(text, end, start) is not None


def _singled_out(piece: _Piece, mine: _Piece, wanted: frozenset[str]) -> bool:
    """Whether `piece` has a word of `wanted` where `mine` has only others of its own."""
    pairs = [(piece.before, mine.before)]
    pairs += [(ideas, mine.after.get(lead, frozenset())) for lead, ideas in piece.after.items()]
    missing = wanted - mine.all()
    return any(
        theirs & missing and ours - theirs and not (ours - theirs) & wanted
        for theirs, ours in pairs
    )


def _pieces(text: str, values: Sequence[tuple[int, int]]) -> list[_Piece] | None:
    if len(values) < 2:
        return None
    every = words(text)
    starts = []
    for (_, end), (start, _) in pairwise(values):
        join = _join(text, end, start)
        if join is None:
            return None
        starts.append(join)
    opens = max((m.end() for m in re.finditer(r"[;:]\s", text[: values[0][0]])), default=0)
    bounds = [opens, *starts, len(text)]
    return [
        _piece(every, value, low, high, number == 0)
        for number, (value, (low, high)) in enumerate(zip(values, pairwise(bounds), strict=True))
    ]


def _join(text: str, end: int, start: int) -> int | None:
    """Where the second of two neighbours' part begins; None where nothing parts them."""
    between = text[end:start]
    commas = [m for m in _COMMA.finditer(between) if m.end() < len(between)]  # not "Wilmore, 61"
    joins = list(_JOINS.finditer(between)) or list(_FROM_TO.finditer(between))
    if joins:
        return end + joins[-1].end()
    return end + commas[0].end() if commas else None


def _piece(
    every: Sequence[Word], value: tuple[int, int], low: int, high: int, first: bool
) -> _Piece:
    before = [w for w in every if low <= w.start and w.end <= value[0]]
    own = [word for word in (before[-_OWN:] if first else before) if word.content]
    if len(own) > 1 and value[0] - own[-1].end == 1 and own[-1].text.islower():
        own.pop()  # the verb between the two: "prices jumping 8%"
    behind = [w for w in every if value[1] <= w.start and w.end <= high][:_NEAR]
    after: dict[str, frozenset[str]] = {}
    lead = ""
    for word in behind:
        if word.text.casefold() in _LEADS:
            lead = word.text.casefold()
        elif word.content:
            after[lead] = after.get(lead, frozenset()) | {word.idea}
    return _Piece(frozenset(word.idea for word in own), after)

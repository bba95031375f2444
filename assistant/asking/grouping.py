"""Candidates grouped by the value that they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.asking.candidate import Candidate
from assistant.asking.normal import Normal, bare, normal, sameness
from assistant.questions.types import Expected
from assistant.settings import AnswerSettings
from assistant.values.places import country_of_people, is_country
from assistant.values.types import DateValue


@dataclass(frozen=True, slots=True)
class Group:
    """Candidates that name one value, heaviest first; `weight` is what they bring together."""

    normal: Normal
    members: tuple[Candidate, ...]
    weight: float

    @property
    def best(self) -> Candidate:
        """The heaviest candidate."""
        return self.members[0]

    @property
    def text(self) -> str:
        """Its best candidate's words; of a name first told in one word, the full one; the country
        rather than its people."""
        if self.normal.kind != "name":
            return self.best.text
        if country_of_people(self.best.text):
            country = next((m.text for m in self.members if is_country(m.text)), None)
            if country:
                return country
        full = (m.text for m in self.members if bare(m.text) == self.normal.value)
        return next(full, self.best.text)

    @property
    def answerable(self) -> float:
        """The highest probability that a passage of its members answers."""
        return max(member.answerable for member in self.members)

    @property
    def origins(self) -> frozenset[str]:
        """The independent sources that name the value."""
        return frozenset(member.origin for member in self.members)

    @property
    def places(self) -> frozenset[tuple[str, int]]:
        """The sentences of its members: article and start."""
        return frozenset((m.hit.article.id, m.sentence.start) for m in self.members)

    def outside(self, taken: frozenset[tuple[str, int]], settings: AnswerSettings) -> Group | None:
        """What is left of it without the sentences in `taken`; None where that is nothing."""
        left = tuple(m for m in self.members if (m.hit.article.id, m.sentence.start) not in taken)
        return Group(self.normal, left, _together(left, settings)) if left else None

    def sentences(self) -> list[Candidate]:
        """One candidate for each quoted sentence: the one with the shown words first, then other
        sources before the same source again."""
        shown = self.text
        seen_sentences: set[tuple[str, int]] = set()
        fresh: list[Candidate] = []
        again: list[Candidate] = []
        origins: set[str] = set()
        for member in sorted(self.members, key=lambda each: each.text != shown):
            key = (member.hit.article.id, member.sentence.start)
            if key in seen_sentences:
                continue
            seen_sentences.add(key)
            origin = member.origin
            (again if origin in origins else fresh).append(member)
            origins.add(origin)
        return fresh + again


def _together(members: Sequence[Candidate], settings: AnswerSettings) -> float:
    """Their summed weight; what a source adds after its first span counts for less."""
    first: set[str] = set()
    total = 0.0
    for member in members:
        origin = member.origin
        total += member.weight * (settings.same_origin_share if origin in first else 1.0)
        first.add(origin)
    return total


def group(found: Sequence[Candidate], expected: Expected, settings: AnswerSettings) -> list[Group]:
    """Put `found` (heaviest first) into groups of equal value, heaviest group first.

    A value joins a group of the same value, or one that it only makes less exact: a day without
    its year joins the same day with one, a surname the full name. Where no other kind can be the
    answer, there are no groups of another.
    """
    shelves: list[tuple[Normal, list[Candidate]]] = []
    for candidate in found:
        value = normal(candidate, expected)
        place = _shelf_of(value, [shelf for shelf, _ in shelves])
        if place is None:
            shelves.append((value, [candidate]))
            continue
        shelf, members = shelves[place]
        members.append(candidate)
        if _fuller(value, shelf):
            shelves[place] = (value, members)
    groups = [Group(value, tuple(each), _together(each, settings)) for value, each in shelves]
    groups = [each for each in groups if not expected.strict or expected.fits(each.text)]
    return _exact_first(sorted(groups, key=lambda each: -each.weight), expected, settings)


def _exact_first(groups: list[Group], expected: Expected, settings: AnswerSettings) -> list[Group]:
    """The same, led by the day where the heaviest only says the year of it: who asks "when" wants
    what is told most exactly, if it is told with some weight."""
    if not groups or expected.kind != "date" or expected.grain:
        return groups
    main = groups[0]
    for place, other in enumerate(groups[1:], start=1):
        if other.weight < settings.exact_share * main.weight:
            break
        if _within(other.normal, main.normal):
            return [other, *groups[:place], *groups[place + 1 :]]
    return groups


def _within(fine: Normal, coarse: Normal) -> bool:
    """Whether `fine` is a day or month of the month or year that `coarse` is."""
    dates = (fine.parsed, coarse.parsed)
    if not all(isinstance(date, DateValue) and date.last is None for date in dates):
        return False
    return fine.value.startswith(f"{coarse.value}-") and not coarse.value.startswith("-")


def _shelf_of(value: Normal, shelves: Sequence[Normal]) -> int | None:
    """Where `value` belongs: with its equal, else with the first that it may be one with."""
    same = [sameness(value, shelf) for shelf in shelves]
    if "equal" in same:
        return same.index("equal")
    for place, shelf in enumerate(shelves):
        if same[place] == "compatible" and value.kind == shelf.kind and _one(value, shelf):
            return place
    return None


def _one(value: Normal, shelf: Normal) -> bool:
    """Whether two compatible values are one, perhaps told in fewer words."""
    if value.kind == "date":
        return _yearless(value.value) == _yearless(shelf.value)
    return value.kind == "name" and value.parsed is not None and shelf.parsed is not None


def _yearless(iso: str) -> str:
    """The month and day of a shortened ISO date; the date itself where it has no month."""
    parts = iso.removeprefix("-").split("-")
    return "-".join(parts[-2:]) if len(parts) == 3 else iso


def _fuller(value: Normal, shelf: Normal) -> bool:
    """Whether `value` says more than `shelf`, so that the group is better known by it."""
    if value.kind == "date":
        return shelf.value.startswith("--") and not value.value.startswith("-")
    return len(shelf.words) == 1 < len(value.words)

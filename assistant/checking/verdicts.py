"""From judged sentences to a verdict and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assistant.answer import Stance, Verdict
from assistant.asking.timeline import days_apart
from assistant.checking.evidence import Evidence
from assistant.reader.base import StanceResult

# From so many days between two reports on, another number is a change and not a contradiction.
_CHANGES_AFTER = 2
# From this share of a claim on, what is called untrue is the claim's own story.
_ITS_STORY = 0.45
# From this share of a claim on, a sentence that has the claim's number speaks of the same matter.
_NEAR_IT = 0.4
# From this share of a claim on, a sentence that has its verb tells the event itself.
_TELLS = 0.6
# From here on a sentence that has every name outweighs one that leaves them to those around it.
_SURELY = 0.6
# From here on it says the same but for the number, and contradicts.
_THE_SAME = 0.9


@dataclass(frozen=True, slots=True)
class Judged:
    """A sentence and what it says of the claim."""

    evidence: Evidence
    stance: StanceResult

    @property
    def leaning(self) -> Stance:
        """The likeliest stance."""
        shares: dict[Stance, float] = {
            "supports": self.stance.supports,
            "refutes": self.stance.refutes,
            "neutral": self.stance.neutral,
        }
        return max(shares, key=lambda name: shares[name])

    @property
    def score(self) -> float:
        """The probability of that stance."""
        return max(self.stance.supports, self.stance.refutes, self.stance.neutral)


@dataclass(frozen=True, slots=True)
class Decision:
    """A verdict, how sure it is (0 to 1), and the sentences for and against it, strongest first.

    `newer` says that the other side's sentences are older reports of what has changed since.
    """

    verdict: Verdict
    confidence: float
    supports: tuple[Judged, ...] = ()
    refutes: tuple[Judged, ...] = ()
    nearest: tuple[Judged, ...] = ()
    newer: bool = False


def decide(judged: Sequence[Judged], *, threshold: float, margin: float) -> Decision:
    """Weigh the sentences by independent source.

    A side counts when one of its sentences reaches `threshold`. A source that says both is on the
    side it says more clearly. With both sides there the verdict is "conflicting", unless one is
    ahead by `margin` or the newest sources are all for the claim.
    """
    for_it, against_it = _sides(judged)
    supports = _saying_it(each for each in for_it if each.stance.supports >= threshold)
    refutes = _saying_it(each for each in against_it if each.stance.refutes >= threshold)
    pro = _strength(each.stance.supports for each in one_a_source(supports))
    con = _strength(each.stance.refutes for each in one_a_source(refutes))
    if supports and refutes:
        if _older(refutes, than=supports):
            return Decision("supported", pro * (1 - 0.3 * con), supports, refutes, newer=True)
        if abs(pro - con) <= margin:
            return Decision("conflicting", min(pro, con), supports, refutes)
    if pro > con:
        return Decision("supported", pro * (1 - 0.5 * con), supports, refutes)
    if con > 0:
        return Decision("refuted", con * (1 - 0.5 * pro), supports, refutes)
    highest = max((max(e.stance.supports, e.stance.refutes) for e in judged), default=0.0)
    nearest = sorted(judged, key=lambda each: each.evidence.alignment.topic, reverse=True)
    return Decision("not_enough_info", 1.0 - highest, nearest=tuple(nearest))


def told_and_called_false(judged: Sequence[Judged]) -> list[Judged]:
    """The same sentences; an article that calls the story untrue only tells it, it does not say it.

    Their support is halved, and goes to neither side.
    """
    denying = {
        each.evidence.article.id
        for each in judged
        if each.evidence.alignment.called_false
        and each.evidence.alignment.event >= _ITS_STORY
        and not _of_another_number(each)
    }
    return [
        Judged(each.evidence, _halved(each.stance)) if each.evidence.article.id in denying else each
        for each in judged
    ]


def _of_another_number(judged: Judged) -> bool:
    """Whether a number of the claim stands neither in the sentence nor around it."""
    slots = judged.evidence.alignment.slots
    return any(slot.kind == "number" and slot.fit != "stands" for slot in slots)


def attested(judged: Sequence[Judged]) -> list[Judged]:
    """The same sentences; one that differs in a number only tells of another matter when a sentence
    near the claim has the claim's own number.
    """
    known = {
        slot.claimed
        for each in judged
        if each.evidence.alignment.topic >= _NEAR_IT
        for slot in each.evidence.alignment.slots
        if slot.kind == "number" and slot.fit == "stands" and slot.here and _distinct(slot.claimed)
    }
    return [
        Judged(each.evidence, _doubted(each.stance)) if _another_matter(each, known) else each
        for each in judged
    ]


def _another_matter(judged: Judged, known: set[str]) -> bool:
    alignment = judged.evidence.alignment
    differing = {slot.claimed for slot in alignment.differing}
    return _differs_in_number(judged) and differing <= known and alignment.event < _THE_SAME


def _distinct(number: str) -> bool:
    """Whether a number is not one of the small ones that stand everywhere."""
    return sum(c.isdigit() for c in number) > 1 or "illion" in number


def _doubted(stance: StanceResult) -> StanceResult:
    refutes = stance.refutes * 0.4
    return StanceResult(stance.supports, refutes, 1.0 - stance.supports - refutes)


def _halved(stance: StanceResult) -> StanceResult:
    supports = stance.supports / 2
    return StanceResult(supports, stance.refutes, 1.0 - supports - stance.refutes)


def _sides(judged: Sequence[Judged]) -> tuple[list[Judged], list[Judged]]:
    """For and against, strongest first; of each source only the side it says more clearly."""
    strongest: dict[str, Judged] = {}
    for each in sorted(judged, key=lambda each: (_names_it(each), each.score), reverse=True):
        if each.leaning != "neutral":
            strongest.setdefault(each.evidence.article.origin, each)
    kept = [
        each
        for each in judged
        if each.leaning != "neutral"
        and strongest[each.evidence.article.origin].leaning == each.leaning
    ]
    kept.sort(key=lambda each: each.score, reverse=True)
    return (
        [each for each in kept if each.leaning == "supports"],
        [each for each in kept if each.leaning == "refutes"],
    )


def _names_it(judged: Judged) -> bool:
    """Whether a sentence surely takes a side and itself has every name of the claim."""
    names = [slot for slot in judged.evidence.alignment.slots if slot.kind == "name"]
    return judged.score >= _SURELY and all(slot.here for slot in names)


def _saying_it(side: Iterable[Judged]) -> tuple[Judged, ...]:
    """Of each article the strongest sentence, and the others that tell the event themselves.

    A reader sees a sentence with its neighbours; what only stands beside the proof proves nothing.
    """
    seen: set[str] = set()
    kept = []
    for each in side:
        alignment, article = each.evidence.alignment, each.evidence.article.id
        tells = alignment.called_false or (alignment.told and alignment.event >= _TELLS)
        if article not in seen or tells:
            kept.append(each)
        seen.add(article)
    return tuple(kept)


def one_a_source(side: Iterable[Judged]) -> list[Judged]:
    """The first sentence of each independent source; an article is not two of them."""
    first: dict[str, Judged] = {}
    articles: set[str] = set()
    for each in side:
        if each.evidence.article.id not in articles:
            first.setdefault(each.evidence.origin, each)
        articles.add(each.evidence.article.id)
    return list(first.values())


def _strength(shares: Iterable[float]) -> float:
    """What independent probabilities come to; a further source adds at most half of what is open.

    Sources on one event are never fully independent, hence the half.
    """
    total = 0.0
    for share in sorted(shares, reverse=True):
        total = share if not total else total + (1 - total) * share * 0.5
    return total


def _older(side: Sequence[Judged], *, than: Sequence[Judged]) -> bool:
    """Whether every dated sentence of `side` was published before all of the other's.

    Only a number grows old so; what is denied, or a date given otherwise, is a contradiction.
    """
    if not all(_differs_in_number(each) for each in side):
        return False
    gaps = [
        days_apart(old.evidence.article.published, new.evidence.article.published)
        for old in side
        for new in than
    ]
    return all(gap is not None and gap >= _CHANGES_AFTER for gap in gaps)


def _differs_in_number(judged: Judged) -> bool:
    alignment = judged.evidence.alignment
    kinds = {slot.kind for slot in alignment.differing}
    return kinds == {"number"} and alignment.flip is None

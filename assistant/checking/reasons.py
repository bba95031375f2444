"""Why a verdict is what it is, in one plain sentence that names what differs."""

from __future__ import annotations

from assistant.aligning.denials import TOLD, Flip
from assistant.aligning.slot import Slot
from assistant.checking.verdicts import Decision, Judged, one_a_source
from assistant.language.word_keys import stem


def why(decision: Decision) -> str:
    """One sentence; every value in it stands in the claim or in a quote of the decision."""
    if decision.verdict == "supported":
        return _why_supported(decision)
    if decision.verdict == "refuted":
        return f"{_against(decision.refutes[0])}."
    if decision.verdict == "conflicting":
        against = _against(decision.refutes[0], said_by=_who(decision.refutes[0]))
        return f"{_capital(_who(decision.supports[0]))} says so, but {_lower(against)}."
    return _why_open(decision)


def _why_supported(decision: Decision) -> str:
    sources = len(one_a_source(decision.supports))
    who = _capital(_who(decision.supports[0]))
    if sources == 1:
        said = f"{who} says so"
    else:
        others = "one other independent source" if sources == 2 else f"{sources - 1} other sources"
        said = f"{who} and {others} say so"
    if decision.newer:
        slot = _surest(decision.refutes[0])
        if slot:
            return f"{said}; an earlier report gave {slot.found}."
    return f"{said}."


def _against(judged: Judged, *, said_by: str = "") -> str:
    """What the strongest sentence against the claim has instead."""
    alignment = judged.evidence.alignment
    giver = said_by or "the articles"
    verb = "gives" if said_by else "give"
    slot = _surest(judged)
    flip = alignment.flip
    if slot and (flip is None or slot.sure >= flip.sure):
        verb = verb if slot.kind != "name" else ("names" if said_by else "name")
        return f"{_capital(giver)} {verb} {slot.found}, not {slot.claimed}"
    if flip:
        return f"{_capital(giver)} {_denies(flip, singular=bool(said_by))}"
    if alignment.swapped:
        doer, target = alignment.swapped
        have = "has" if said_by else "have"
        return f"{_capital(giver)} {have} {doer} and {target} the other way round"
    return f"{_capital(giver)} sa{'ys' if said_by else 'y'} otherwise"


def _denies(flip: Flip, *, singular: bool) -> str:
    s = "s" if singular else ""
    if flip.found == "not":
        return f"den{'ies' if singular else 'y'} this"
    if flip.found == TOLD:
        return f"tell{s} it as true"
    if not flip.claimed:
        return f"call{s} it “{flip.found}”"
    if stem(flip.claimed) == stem(flip.found):
        return f"say{s} that it is so, and the claim denies it"
    return f"say{s} “{flip.found}” where the claim says “{flip.claimed}”"


def _why_open(decision: Decision) -> str:
    if not decision.nearest or decision.nearest[0].evidence.alignment.topic < 0.5:
        return "No article speaks of this."
    missing = decision.nearest[0].evidence.alignment.missing
    if missing:
        named = " or ".join(dict.fromkeys(slot.claimed for slot in missing[:2]))
        return f"The articles speak of something near, but none of {named}."
    return "The articles speak of something near, but none says this or denies it."


def _surest(judged: Judged) -> Slot | None:
    return max(judged.evidence.alignment.differing, key=lambda slot: slot.sure, default=None)


def _who(judged: Judged) -> str:
    article = judged.evidence.article
    named = article.outlet or f"“{article.title}”"
    return f"{named} ({article.published.display()})" if article.published else named


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:] if text.startswith("The articles") else text

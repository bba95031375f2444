"""Two that changed places: "A beat B" beside "B beat A", whatever the verb and the voice."""

from __future__ import annotations

from assistant.aligning.deeds import Deed, Phrase, deeds
from assistant.language.word_keys import word_set, words

# Both sides do these alike; who is named first says nothing.
_MUTUAL = frozenset(
    words(word)[0].idea
    for word in word_set(
        "met meet marry divorce agree talk play face draw clash border share trade merge differ "
        "negotiate cooperate argue discuss quarrel fight fought tie separate unite join resemble "
        "compete"
    )
)
# What one does is the other's side of it; "to" or "from" leads to whom.
_CONVERSE = {
    frozenset(words(word)[0].idea for word in pair)
    for pair in (("win", "lose"), ("buy", "sell"), ("lend", "borrow"), ("give", "receive"))
}
_OTHER_SIDE = ("to", "from", "against", "object")
_NOBODY: Phrase = frozenset()


def swapped(claim: str, sentence: str) -> tuple[str, str] | None:
    """The two of `claim` that `sentence` has the other way round, as the claim words them.

    Two phrases must each stand where the other stood around the same verb, and neither where it
    stood itself; "by" turns a passive round first.
    """
    for ours in deeds(claim):
        for theirs in deeds(sentence):
            if ours.verb != theirs.verb or ours.verb in _MUTUAL:
                continue
            pair = _exchanged(ours, theirs)
            if pair:
                return ours.shown[pair[0]], ours.shown[pair[1]]
    return None


def converse(claim: str, sentence: str, ours: str, theirs: str) -> bool:
    """Whether the opposite verbs `ours` and `theirs` tell one event from both sides.

    "Norway beat Sweden" and "Sweden lost to Norway" do, "Norway lost to Sweden" does not.
    """
    mine, its = _idea(ours), _idea(theirs)
    if frozenset((mine, its)) not in _CONVERSE:
        return False
    return any(
        _from_other_side(one, other) or _from_other_side(other, one)
        for one in deeds(claim)
        for other in deeds(sentence)
        if (one.verb, other.verb) == (mine, its)
    )


def _idea(verb: str) -> str:
    found = words(verb)
    return found[0].idea if found else ""


def _from_other_side(one: Deed, other: Deed) -> bool:
    """Whether the doer of `one` is told by `other` as the one it was done to, or who did it."""
    if _alike(one.doer, other.doer):
        return False
    return any(_alike(one.doer, other.places.get(lead, _NOBODY)) for lead in _OTHER_SIDE)


def _exchanged(ours: Deed, theirs: Deed) -> tuple[Phrase, Phrase] | None:
    mine = {"doer": ours.doer, **ours.places}
    other = {"doer": theirs.doer, **theirs.places}
    leads = [lead for lead in mine if lead in other]
    for number, one in enumerate(leads):
        for two in leads[number + 1 :]:
            moved = _alike(mine[one], other[two]) and _alike(mine[two], other[one])
            stayed = _alike(mine[one], other[one]) or _alike(mine[two], other[two])
            if moved and not stayed and not _alike(mine[one], mine[two]):
                return mine[one], mine[two]
    return None


def _alike(one: Phrase, other: Phrase) -> bool:
    return bool(one & other)

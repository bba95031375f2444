"""Two that changed places: "A beat B" beside "B beat A", whatever the verb and the voice."""

from __future__ import annotations

import re

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
# Different words of these ideas have the doer and the other side in the same places.
_ONE_WAY = frozenset(
    words(word)[0].idea for word in word_set("beat buy sell attack arrest name injure reject help")
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
            if not _same_verb(ours, theirs) or ours.verb in _MUTUAL:
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


def of_another(claim: str, sentence: str, verb: str) -> tuple[str, str] | None:
    """Whom the claim names beside its main `verb` (an idea), and whom the sentence has there.

    Only where every such verb of the sentence shares one named side with the claim's and has
    another name on the other ("Ann voiced Bo" beside "Cy (voiced by Ann) and Bo"), or somebody
    whom it does not name ("a couple played by Ann"). Both may be true, but the sentence does not
    say what the claim does.
    """
    for ours in deeds(claim):
        if ours.verb != verb:
            continue
        theirs = [other for other in deeds(sentence) if _same_verb(ours, other)]
        pairs = [_other_party(ours, other, sentence) for other in theirs]
        if pairs and all(pairs):
            return pairs[0]
        led = [_led_elsewhere(ours, other) for other in theirs]
        if led and all(led):
            return led[0]
    return None


def _led_elsewhere(ours: Deed, theirs: Deed) -> tuple[str, str] | None:
    """Where both lead to somebody or somewhere by name, and not to the same: "flown to Rome"."""
    for lead in ("to", "from", "against"):
        mine, other = ours.places.get(lead, _NOBODY), theirs.places.get(lead, _NOBODY)
        if mine and other and not _alike(mine, other) and ours.named(lead) and theirs.named(lead):
            return ours.shown[mine], theirs.shown[other]
    return None


def _other_party(ours: Deed, theirs: Deed, sentence: str) -> tuple[str, str] | None:
    mine, other = ours.roles, theirs.roles
    both = [role for role in mine if role in other]
    alike = [role for role in both if _alike(mine[role], other[role])]
    for role in both:
        if role in alike or not alike or not ours.named(role):
            continue
        shown = theirs.shown[other[role]]
        unnamed = _indefinite(shown, sentence) and not mine[role] & _ideas_of(sentence)
        if theirs.named(role) or unnamed:
            return ours.shown[mine[role]], shown
    return None


def _indefinite(shown: str, sentence: str) -> bool:
    """Whether `sentence` tells of `shown` as of somebody not named yet: "a young couple"."""
    led = rf"\b(?:an?|another|two|three|some|several)\s(?:[a-z]+\s){{0,2}}?{re.escape(shown)}"
    return re.search(led, sentence, re.I) is not None


def _ideas_of(text: str) -> frozenset[str]:
    return frozenset(word.idea for word in words(text))


def done_elsewhere(claim: str, sentence: str, ours: str, theirs: str) -> bool:
    """Whether the verbs `ours` and `theirs` have nobody in common that they speak of."""
    mine = [deed for deed in deeds(claim) if deed.verb == _idea(ours)]
    other = [deed for deed in deeds(sentence) if deed.verb == _idea(theirs)]
    return bool(mine and other) and not any(
        _alike(phrase, there)
        for one in mine
        for two in other
        for phrase in one.roles.values()
        for there in two.roles.values()
    )


def _same_verb(one: Deed, other: Deed) -> bool:
    """Whether both are one verb: "died" and "killed" share an idea, but not who does it."""
    return one.stem == other.stem or (one.verb == other.verb and one.verb in _ONE_WAY)


def _exchanged(ours: Deed, theirs: Deed) -> tuple[Phrase, Phrase] | None:
    mine, other = ours.roles, theirs.roles
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

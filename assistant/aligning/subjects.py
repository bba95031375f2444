"""Whom a sentence speaks of: the one that the claim's verb belongs to, or another."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.aligning.facts import Facts
from assistant.aligning.slot import Slot
from assistant.aligning.slot_names import same_name, spelled, tells_which
from assistant.language.word_keys import stem, word_set
from assistant.values.name_words import OFFICES
from assistant.values.types import NameValue

_PERSONAL = word_set("he she his her i my who")
# Nouns for people: offices, and what ends as they do.
_PERSON = re.compile(
    rf"^(?:{'|'.join(sorted(OFFICES))}|\w+(?:er|or|ist|ian|man|woman)|judge|police|suspect)s?$",
    re.I,
)
_OPENING = 4
_OTHER = word_set("it its they their we our")
# What such a word leads to says where, when or whose, and not who.
_LEADS = word_set("in at from near of on with after before for to by against over under during")
# Whoever sits there speaks for it: "the White House asked" is what the president asked.
_SEATS = {
    "White House": word_set("president administration"),
    "Kremlin": word_set("president"),
    "Elysee": word_set("president"),
    "Downing Street": word_set("premier prime"),
    "Pentagon": word_set("defense defence"),
}


def subject_of(facts: Facts, *, alone: bool = False) -> NameValue | None:
    """The name that the main verb belongs to: the first one before it.

    `alone` leaves out a name that only tells which one is meant: "the LSU gymnast" is no LSU.
    """
    verb = facts.verb
    if verb is None:
        return None
    before = [name for name in facts.names if name.end <= verb]
    if alone:
        before = [name for name in before if not tells_which(name, facts)]
    return next((n for n in before if facts.word_before(n.start) not in _LEADS), None)


def is_about(
    claim: Facts,
    sentence: Facts,
    fitted: Sequence[Slot],
    title: Facts,
    before: Sequence[Facts],
    after: Sequence[Facts],
) -> bool:
    """Whether `sentence` speaks of the claim's subject, or the claim has no name for one.

    It must name it or another in its place, or stand for it: with a pronoun where a sentence
    `before` names it, or the title does and those sentences name no other; or with no name at all
    where one around it does, or the title. `fitted` are the claim's slots in the sentence.
    """
    subject = subject_of(claim)
    if subject is None:
        return not _of_other_people(claim, sentence, [*before, *after])
    slot = [slot for slot in fitted if slot.kind == "name"][claim.names.index(subject)]
    if slot.fit != "stands" or slot.here:
        return slot.fit != "missing"
    own = subject_of(sentence, alone=True)
    around = [title, *before, *after]
    if own and own.type == "person" and _sits_there(subject, [sentence, *around]):
        return True
    end = own.start if own else len(sentence.text) if sentence.verb is None else sentence.verb
    opening = {word.text.casefold() for word in sentence.all_words if word.start < end}
    if opening & (_PERSONAL | _OTHER):
        fitting = _OTHER if subject.type in ("organisation", "place") else _PERSONAL | _OTHER
        topic = _named(subject, [title]) and not _others(subject, before)
        return bool(opening & fitting) and (topic or _named(subject, before))
    return own is None and _named(subject, around)


def _of_other_people(claim: Facts, sentence: Facts, around: Sequence[Facts]) -> bool:
    """Whether the claim is about a judge, say, whom only the sentences around tell of."""
    if claim.verb is None:
        return False
    before = [word for word in claim.core if word.end <= claim.verb]
    if not before or not _PERSON.search(before[-1].text):
        return False
    head = before[-1].idea
    if head in {word.idea for word in sentence.all_words}:
        return False
    opening = {word.text.casefold() for word in sentence.all_words[:_OPENING]}
    if opening & (_PERSONAL | _OTHER):
        return False
    return any(head == word.idea for facts in around for word in facts.all_words)


def _others(subject: NameValue, texts: Sequence[Facts]) -> bool:
    """Whether `texts` name another that a pronoun for `subject` could mean."""
    person = subject.type == "person"
    return any(
        (name.type == "person") == person or name.type == "name"
        for facts in texts
        for name in facts.names
        if not same_name(subject, name)
    )


def _sits_there(seat: NameValue, texts: Sequence[Facts]) -> bool:
    """Whether `texts` speak of the office that `seat` ("the White House") stands for."""
    offices = {stem(office) for office in _SEATS.get(seat.text, ())}
    return any(word.stem in offices for facts in texts for word in facts.all_words)


def _named(subject: NameValue, texts: Sequence[Facts]) -> bool:
    return any(
        spelled(subject, facts) or any(same_name(subject, name) for name in facts.names)
        for facts in texts
    )

"""How much of a claim a sentence speaks of, and where the two differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.aligning.aligned import Alignment
from assistant.aligning.belonging import belongs_otherwise
from assistant.aligning.comparisons import turned_round
from assistant.aligning.denials import Flip, find_flip
from assistant.aligning.facts import Facts, facts_of, weight
from assistant.aligning.falsehood import calls_false, of_the_story
from assistant.aligning.roles import of_another, swapped
from assistant.aligning.shortfalls import falls_short, not_done
from assistant.aligning.slot import Slot
from assistant.aligning.slots import slots
from assistant.aligning.subjects import is_about
from assistant.language.word_keys import words
from assistant.reader.base import Reading
from corpus.article import Span
from corpus.partial_date import PartialDate

# So many sentences back what "it" or "he" means may be named.
_BACK = 3
# The same idea in another word.
_IDEA_SHARE = 0.85
_AGE = re.compile(r"\byears?[- ]old\b|, \d\d?,", re.I)


def align(
    claim: str, reading: Reading, *, most: int | None = None, known: frozenset[str] = frozenset()
) -> tuple[Alignment, ...]:
    """Each sentence of `reading` against `claim`, the one that speaks of it most clearly first.

    Only the `most` sentences that share most words with the claim are taken apart, and of those
    that share none at most one. `known` are the
    stems of what else is at hand of the article: what it names there it may mean here.
    """
    said = facts_of(claim, reading.published)
    spans = [Span(*pair) for pair in reading.sentences] or [Span(0, len(reading.text))]
    texts = [span.of(reading.text) for span in spans]
    wanted = {word.idea for word in said.all_words if word.content}
    # "The story is a hoax" shares no word with the story.
    aged = any(number.unit == "age" for number in said.numbers)
    shared = [
        len(wanted & {word.idea for word in words(text)})
        + 2 * bool(calls_false(text))
        + 2 * (aged and _AGE.search(text) is not None)
        for text in texts
    ]
    order = sorted(range(len(spans)), key=lambda number: -shared[number])
    title = facts_of(reading.title, reading.published)
    stems = frozenset(word.stem for text in texts for word in words(text))
    told = _Told(title, tuple(texts), reading.published, known | stems)
    speaking = [number for number in order[:most] if shared[number]] or order[:1]
    found = [_align(said, told, number, spans[number]) for number in speaking]
    return tuple(sorted(found, key=_clearness, reverse=True))


@dataclass(frozen=True, slots=True)
class _Told:
    """The sentences around one that is aligned, their title, and the stems of the whole article."""

    title: Facts
    texts: tuple[str, ...]
    published: PartialDate | None
    known: frozenset[str]

    def facts(self, start: int, end: int) -> list[Facts]:
        """Sentences `start..end` taken apart, as far as there are such."""
        return [facts_of(text, self.published) for text in self.texts[max(0, start) : end]]


def _clearness(alignment: Alignment) -> float:
    standing = sum(1 for slot in alignment.slots if slot.fit == "stands" and slot.here)
    return alignment.topic + 0.1 * standing


def _align(claim: Facts, told: _Told, number: int, span: Span) -> Alignment:
    (sentence,) = told.facts(number, number + 1)
    back, after = told.facts(number - _BACK, number), told.facts(number + 1, number + 2)
    flip = find_flip(claim, sentence)
    retells = flip is not None and not flip.claimed and of_the_story(sentence.text)
    context = [told.title, *(back if retells else back[-1:]), *after]
    ideas = {word.idea for word in sentence.all_words}
    total, had, near = _words(claim, sentence, context, flip)
    fitted = slots(claim, sentence, _joined(context), told.known, _joined(_lending(claim, context)))
    if flip and not flip.claimed and not retells and _other_number(fitted):
        flip = None  # what it calls untrue is another number
        fitted = tuple(replace(s, fit="missing") if s.fit == "differs" else s for s in fitted)
    return Alignment(
        span=span,
        words=had,
        near=near,
        weight=total,
        slots=fitted,
        flip=flip,
        swapped=_swapped(claim.text, sentence.text),
        another=of_another(claim.text, sentence.text, claim.predicate.idea)
        if claim.predicate
        else None,
        doubt=_doubt(claim, ideas, context[1:]),
        told=claim.predicate is None or claim.predicate.idea in ideas,
        about=is_about(claim, sentence, fitted, told.title, back, after),
        retells=retells,
        short=falls_short(claim.text, sentence.text),
        undone=not_done(claim.text, sentence.text),
    )


def _swapped(claim: str, sentence: str) -> tuple[str, str] | None:
    """The two that changed places: as doers, as compared, or in what one is of the other."""
    return (
        swapped(claim, sentence)
        or turned_round(claim, sentence)
        or belongs_otherwise(claim, sentence)
    )


def _other_number(fitted: Sequence[Slot]) -> bool:
    return any(slot.kind == "number" and slot.fit == "differs" for slot in fitted)


def _lending(claim: Facts, context: Sequence[Facts]) -> list[Facts]:
    """Of the title and the neighbours those whose dates may be the event's: a sentence that tells
    of another deed dates that one."""
    if claim.predicate is None:
        return list(context)
    return [
        facts
        for number, facts in enumerate(context)
        if number == 0
        or facts.verb is None
        or claim.predicate.idea in {word.idea for word in facts.all_words}
    ]


def _words(
    claim: Facts, sentence: Facts, context: list[Facts], flip: Flip | None
) -> tuple[float, float, float]:
    """The weight of the claim's words, of those in the sentence, and of those only around it."""
    stems = {word.stem for word in sentence.all_words}
    # Names hold words too: "Islamic State" answers a claim's "the state".
    ideas = {word.idea for word in sentence.all_words}
    around = {word.idea for facts in context for word in facts.all_words}
    total = had = near = 0.0
    # What is done must be told here, but for "It is a hoax" and a sentence without a verb.
    anywhere = sentence.verb is None or bool(flip and not flip.claimed)
    for word in claim.core:
        if flip and flip.claimed == word.text and word.idea not in ideas:
            continue  # answered by its opposite
        total += weight(word, claim)
        if word.stem in stems:
            had += weight(word, claim)
        elif word.idea in ideas:
            had += weight(word, claim) * _IDEA_SHARE
        elif word.idea in around and (anywhere or word != claim.predicate):
            near += weight(word, claim)
    return total, had, near


def _doubt(claim: Facts, ideas: set[str], neighbours: list[Facts]) -> Flip | None:
    """A neighbour's opposite of a word that the sentence itself does not have."""
    flips = [flip for facts in neighbours if (flip := find_flip(claim, facts)) and flip.claimed]
    mine = {word.text for word in claim.core if word.idea not in ideas}
    return next((flip for flip in flips if flip.claimed in mine), None)


def _joined(context: list[Facts]) -> Facts:
    """The context's facts as one: only their values and words matter, not their order."""
    return Facts(
        text="",
        all_words=tuple(word for facts in context for word in facts.all_words),
        core=tuple(word for facts in context for word in facts.core),
        dates=tuple(value for facts in context for value in facts.dates),
        numbers=tuple(value for facts in context for value in facts.numbers),
        names=tuple(value for facts in context for value in facts.names),
        published=None,
    )

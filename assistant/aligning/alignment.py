"""How much of a claim a sentence speaks of, and where the two differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.aligning.denials import Flip, find_flip
from assistant.aligning.facts import Facts, facts_of, weight
from assistant.aligning.falsehood import calls_false, of_the_story
from assistant.aligning.roles import of_another, swapped
from assistant.aligning.slots import Slot, slots
from assistant.aligning.subjects import is_about
from assistant.language.word_keys import words
from assistant.reader.base import Reading
from corpus.article import Span
from corpus.partial_date import PartialDate

# A name found counts more than a word: it says whom the sentence is about.
_NAME_WEIGHT = 1.25
_VALUE_WEIGHT = 1.0
# What only the title or a neighbouring sentence says.
_CONTEXT_SHARE = 0.6
# The same for a sentence that speaks of nothing but the story around it.
_STORY_SHARE = 0.9
# So many sentences back what "it" or "he" means may be named.
_BACK = 3
# A rival value leaves the rest of the claim to tell the event; many leave little of it.
_RIVAL_SHARE = 0.3
# The same idea in another word.
_IDEA_SHARE = 0.85


@dataclass(frozen=True)
class Alignment:
    """One sentence set against a claim.

    `span` is the sentence in its reading's text. `words` and `near` are the weights of the claim's
    words that the sentence has, and that only its title or neighbours have, out of `weight`.
    `slots` is what became of the claim's values; `flip` where one denies what the other says;
    `swapped` names the two that changed places; `doubt` is where a neighbouring sentence denies;
    `told` whether the sentence has what the claim says is done. `about` whether it speaks of the
    one that the claim's verb belongs to, by name or by a pronoun behind a sentence that names it;
    `another` is whom the claim names and whom the sentence has in that place of the same verb;
    `retells` whether what it calls untrue is the story told around it ("It is a hoax").
    """

    span: Span
    words: float
    near: float
    weight: float
    slots: tuple[Slot, ...]
    flip: Flip | None
    swapped: tuple[str, str] | None = None
    doubt: Flip | None = None
    told: bool = True
    about: bool = True
    another: tuple[str, str] | None = None
    retells: bool = False

    @cached_property
    def differing(self) -> tuple[Slot, ...]:
        """The values that the sentence gives otherwise."""
        return tuple(slot for slot in self.slots if slot.fit == "differs")

    @cached_property
    def missing(self) -> tuple[Slot, ...]:
        """The values that the sentence does not speak of."""
        return tuple(slot for slot in self.slots if slot.fit == "missing")

    @cached_property
    def named_here(self) -> bool:
        """Whether the sentence itself names one of the claim's names, where it has any."""
        if not self.about:
            return False
        if self.another and self.told:
            return True  # another has its very place
        names = [slot for slot in self.slots if slot.kind == "name" and slot.fit != "differs"]
        return not names or any(slot.fit == "stands" and slot.here for slot in names)

    @property
    def called_false(self) -> bool:
        """Whether the sentence calls the whole story untrue."""
        return self.flip is not None and not self.flip.claimed

    @cached_property
    def topic(self) -> float:
        """How much of the claim the sentence and its context speak of, 0 to 1."""
        if self.retells:
            return self._share(_STORY_SHARE, _STORY_SHARE)
        return self._share(_CONTEXT_SHARE, 1.0)

    @cached_property
    def event(self) -> float:
        """The same of the sentence nearly alone: how sure it tells the very event.

        One that calls the story untrue need not tell it again.
        """
        if self.called_false:
            return self.topic
        return self._share(_CONTEXT_SHARE / 2, 0.6)

    def _share(self, near_share: float, context_share: float) -> float:
        total, had = self.weight, self.words + near_share * self.near
        for slot in self.slots:
            each = _NAME_WEIGHT if slot.kind == "name" else _VALUE_WEIGHT
            total += each * (_RIVAL_SHARE if slot.fit == "differs" else 1.0)
            if slot.fit == "stands":
                had += each * (1.0 if slot.here else context_share * slot.sure)
        return had / total if total else 0.0


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
    shared = [
        len(wanted & {word.idea for word in words(text)}) + 2 * bool(calls_false(text))
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
    fitted = slots(claim, sentence, _joined(context), told.known)
    return Alignment(
        span=span,
        words=had,
        near=near,
        weight=total,
        slots=fitted,
        flip=flip,
        swapped=swapped(claim.text, sentence.text),
        another=of_another(claim.text, sentence.text, claim.predicate.idea)
        if claim.predicate
        else None,
        doubt=_doubt(claim, ideas, context[1:]),
        told=claim.predicate is None or claim.predicate.idea in ideas,
        about=is_about(claim, sentence, fitted, back, [told.title, *back, *after]),
        retells=retells,
    )


def _words(
    claim: Facts, sentence: Facts, context: list[Facts], flip: Flip | None
) -> tuple[float, float, float]:
    """The weight of the claim's words, of those in the sentence, and of those only around it."""
    stems = {word.stem for word in sentence.all_words}
    # Names hold words too: "Islamic State" answers a claim's "the state".
    ideas = {word.idea for word in sentence.all_words}
    around = {word.idea for facts in context for word in facts.all_words}
    total = had = near = 0.0
    for word in claim.core:
        if flip and flip.claimed == word.text and word.idea not in ideas:
            continue  # answered by its opposite
        total += weight(word, claim)
        if word.stem in stems:
            had += weight(word, claim)
        elif word.idea in ideas:
            had += weight(word, claim) * _IDEA_SHARE
        elif word.idea in around:
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

"""How much of a claim a sentence speaks of, and where the two differ."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.aligning.denials import Flip, calls_false, find_flip
from assistant.aligning.facts import Facts, facts_of, weight
from assistant.aligning.roles import swapped
from assistant.aligning.slots import Slot, slots
from assistant.language.word_keys import words
from assistant.reader.base import Reading
from corpus.article import Span

# A name found counts more than a word: it says whom the sentence is about.
_NAME_WEIGHT = 1.25
_VALUE_WEIGHT = 1.0
# What only the title or a neighbouring sentence says.
_CONTEXT_SHARE = 0.6
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
    `told` whether the sentence has what the claim says is done.
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
        names = [slot for slot in self.slots if slot.kind == "name" and slot.fit != "differs"]
        return not names or any(slot.fit == "stands" and slot.here for slot in names)

    @property
    def called_false(self) -> bool:
        """Whether the sentence calls the whole story untrue."""
        return self.flip is not None and not self.flip.claimed

    @cached_property
    def topic(self) -> float:
        """How much of the claim the sentence and its context speak of, 0 to 1."""
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


def align(claim: str, reading: Reading, *, most: int | None = None) -> tuple[Alignment, ...]:
    """Each sentence of `reading` against `claim`, the one that speaks of it most clearly first.

    Only the `most` sentences that share most words with the claim are taken apart.
    """
    said = facts_of(claim, reading.published)
    spans = [Span(*pair) for pair in reading.sentences] or [Span(0, len(reading.text))]
    texts = [span.of(reading.text) for span in spans]
    wanted = {word.idea for word in said.all_words if word.content}
    # "The story is a hoax" shares no word with the story.
    shared = [
        len(wanted & {word.idea for word in words(text)}) + 2 * calls_false(text) for text in texts
    ]
    order = sorted(range(len(spans)), key=lambda number: -shared[number])
    title = facts_of(reading.title, reading.published)
    found = []
    for number in order[:most]:
        near = texts[max(0, number - 1) : number] + texts[number + 1 : number + 2]
        context = [title, *(facts_of(text, reading.published) for text in near)]
        sentence = facts_of(texts[number], reading.published)
        found.append(_align(said, sentence, context, spans[number]))
    return tuple(sorted(found, key=_clearness, reverse=True))


def _clearness(alignment: Alignment) -> float:
    standing = sum(1 for slot in alignment.slots if slot.fit == "stands" and slot.here)
    return alignment.topic + 0.1 * standing


def _align(claim: Facts, sentence: Facts, context: list[Facts], span: Span) -> Alignment:
    flip = find_flip(claim, sentence)
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
    return Alignment(
        span=span,
        words=had,
        near=near,
        weight=total,
        slots=slots(claim, sentence, _joined(context)),
        flip=flip,
        swapped=swapped(claim.text, sentence.text),
        doubt=_doubt(claim, ideas, context[1:]),
        told=claim.predicate is None or claim.predicate.idea in ideas,
    )


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

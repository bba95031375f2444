"""What became of a claim in one sentence."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from assistant.aligning.denials import Flip
from assistant.aligning.slot import Slot
from corpus.article import Span

# A name found counts more than a word: it says whom the sentence is about.
_NAME_WEIGHT = 1.25
_VALUE_WEIGHT = 1.0
# What only the title or a neighbouring sentence says.
_CONTEXT_SHARE = 0.6
# The same for a sentence that speaks of nothing but the story around it.
_STORY_SHARE = 0.9
# A rival value leaves the rest of the claim to tell the event; many leave little of it.
_RIVAL_SHARE = 0.3


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
    `retells` whether what it calls untrue is the story told around it ("It is a hoax"); `short`
    whether it cannot decide the claim whatever it names, `undone` whether it only plans or supposes
    what the claim tells as done (see `aligning.shortfalls`).
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
    short: bool = False
    undone: bool = False

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

        One that calls the story around it untrue need not tell it again.
        """
        if self.called_false and self.retells:
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

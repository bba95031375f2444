"""Whether a sentence itself says yes or no to a claim, and does not only speak of its matter."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checking.verdicts import Judged
from assistant.language.modality import Time, only_ahead_of, told_as_done
from assistant.language.word_keys import Word, word_set, words
from assistant.values.names import NameValue, find_names, same_name

_BE = word_set("is are was were isn't aren't wasn't weren't")
_WILL = word_set("will would shall won't wouldn't shan't")
_DID = word_set(
    "has have had did do does can could may might must should hasn't haven't hadn't didn't don't "
    "doesn't"
)
# How much of a claim a sentence must say itself: less of a long one, which tells many details.
_SHORT_CLAIM, _OF_SHORT, _OF_LONG = 5, 0.5, 0.35
_BY = re.compile(r"\b(?:by|of|from|for)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$")
_OF = re.compile(r"\b(?:of|in|from|at|by|for|near|on)\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$")
_LIST = re.compile(r",?\s*(?:and\s+|or\s+)?(?:the\s+)?")
_PRONOUN = re.compile(r"\b(?:he|she|it|they|who|which)\b", re.I)
_STANDS_FOR = re.compile(
    r"[“\"‘']?(?:(?:but|and|then|now|later|also|yet|however),?\s+)?"
    r"(?:he|she|it(?!\s+(?:is|was|seems|will be|would be)\s)|they|we|i|its|his|her|their|our"
    r"|both|this|these|the\s+[a-z][\w-]*)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim taken apart: who does what, when, and all that it names.

    `subject` is the name before the auxiliary verb, `deed` the idea of the word after it, `being`
    whether that verb is a form of "be".
    """

    content: tuple[Word, ...]
    names: tuple[NameValue, ...]
    subject: NameValue | None
    deed: str | None
    time: Time
    being: bool

    @classmethod
    def of(cls, claim: str) -> Stated:
        """Read `claim`; one without an auxiliary verb (a headline) has no deed to be checked."""
        every = words(claim)
        names = tuple(name for name in find_names(claim) if name.sure)
        content = tuple(word for word in every if word.content)
        verb = next((word for word in every if word.text.casefold() in _BE | _WILL | _DID), None)
        if verb is None:
            return cls(content, names, None, None, "ahead", False)
        subject = next((name for name in names if name.end <= verb.start), None)
        deed = next((word.idea for word in content if word.start > verb.end), None)
        low = verb.text.casefold()
        return cls(content, names, subject, deed, "ahead" if low in _WILL else "fact", low in _BE)

    def supported_by(self, judged: Judged) -> bool:
        """Whether the sentence tells the deed of the claim, of its subject, and as done."""
        text = judged.evidence.text
        if not self._speaks(judged) or not self._named_near(judged):
            return False
        if self.deed is None:
            return True
        told = told_as_done(text, self.deed, self.time)
        if told is False or (told is None and self.being):
            return False
        return self.being or self._done_by_subject(text)

    def _done_by_subject(self, text: str) -> bool:
        """Whether the claim's subject may be who does it: named before the deed, or behind a "by",
        and not only about to do it."""
        mine = [n for n in find_names(text) if self.subject and same_name(self.subject, n)]
        if not mine:
            return True
        if self.time == "fact" and all(only_ahead_of(text, name.end) for name in mine):
            return False
        deeds = [word.start for word in words(text) if word.idea == self.deed]
        return not deeds or any(
            any(_leads(text, name, deed) for deed in deeds) or _BY.search(text[: name.start])
            for name in mine
        )

    def denied_by(self, judged: Judged) -> bool:
        """Whether the sentence speaks of the claim's subject and deed, so that it can deny them."""
        return judged.evidence.alignment.called_false or self._speaks(judged)

    def _speaks(self, judged: Judged) -> bool:
        """Whether the sentence itself has enough of the claim, and its subject."""
        text = judged.evidence.text
        if not _about(self.subject, judged):
            return False
        there = {word.idea for word in words(text)}
        named = find_names(text)
        held = [word for word in self.content if word.idea in there or self._name_of(word, named)]
        least = _OF_SHORT if len(self.content) <= _SHORT_CLAIM else _OF_LONG
        return len(held) >= least * len(self.content)

    def _name_of(self, word: Word, named: Sequence[NameValue]) -> bool:
        """Whether `word` belongs to a name that stands in the sentence in some other form."""
        return any(
            name.start <= word.start < name.end and any(same_name(name, each) for each in named)
            for name in self.names
        )

    def _named_near(self, judged: Judged) -> bool:
        """Whether the sentence, its neighbours or its title name everybody whom the claim names."""
        reading = judged.evidence.reading
        there = find_names(f"{reading.title}. {reading.text}")
        return all(any(same_name(name, other) for other in there) for name in self.names)


def _about(subject: NameValue | None, judged: Judged) -> bool:
    """Whether the sentence names `subject`, or begins with what may stand for it."""
    if subject is None:
        return True
    text = judged.evidence.text
    if any(same_name(subject, name) for name in find_names(text)):
        return True
    reading = judged.evidence.reading
    if not _STANDS_FOR.match(text):
        return False
    before = reading.text[: max(0, reading.text.find(text))]
    return any(same_name(subject, name) for name in find_names(f"{reading.title}. {before}"))


def _leads(text: str, subject: NameValue, deed: int) -> bool:
    """Whether `subject` stands before the word at `deed` as who does it: nobody else comes
    between, but in a list with it or as what it is "of"; or a pronoun takes it up again."""
    if subject.start >= deed:
        return False
    between = text[subject.end : deed]
    if _PRONOUN.search(between):
        return True
    others = [n for n in find_names(text) if subject.end <= n.start < deed and n.sure]
    at = subject.end
    for other in others:
        if not _LIST.fullmatch(text[at : other.start]) and not _OF.search(text[: other.start]):
            return False
        at = other.end
    return True

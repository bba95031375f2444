"""Whether another value answers the same question, of the same event, as the first one does."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.asking.candidate import Candidate
from assistant.asking.grouping import Group
from assistant.asking.saying import said_by
from assistant.language.coverage import Coverage
from assistant.language.word_keys import words
from assistant.questions.types import Expected
from assistant.quotes import Texts
from assistant.values.name_forms import fold, spelling_key
from assistant.values.names import find_names
from assistant.values.number_compare import measured
from assistant.values.types import NumberValue
from index.passage import Hit

# A sentence about the same matter has at least this share of what the first one has of the
# question: by itself, or with its title where it tells of the same deed.
_ASKED = 0.4
_DEED = 0.5
_ASKED_OF_WORDS = 0.6
_REASON = re.compile(r"\b(?:why|how(?! (?:many|much|long|old|far|often|tall|high|big)\b))\b", re.I)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks: all its telling words, and those that name nobody and nothing."""

    question: str
    expected: Expected
    all: Coverage
    deed: Coverage

    @classmethod
    def of(cls, question: str, expected: Expected, hits: Sequence[Hit]) -> Asked:
        """Weigh the words of `question` against the passages found for it."""
        passages = [hit.passage.text for hit in hits]
        deed = question
        for name in find_names(question):
            deed = deed[: name.start] + " " * (name.end - name.start) + deed[name.end :]
        return cls(
            question,
            expected,
            Coverage.of(question, passages, expected.noun),
            Coverage.of(deed, passages, expected.noun),
        )

    def rivals(self, main: Group, other: Group, texts: Texts) -> bool:
        """Whether `other` may be set against `main`: a disagreement, or a change over time.

        An article does not contradict itself: its other values are about other things, unless
        somebody else says them. Reasons are many and stand beside each other.
        """
        if main.normal.kind == "span" and _REASON.search(self.question):
            return False
        return self.beside(main, other) and not _one_teller(main, other, texts)

    def kept(self, group: Group) -> Group:
        """`group` without the sentences that hold the same value of another event.

        Another gang's 13 arrests are no second source for these 13.
        """
        first = group.sentences()[0]
        if group.normal.kind not in ("number", "date"):
            return group
        members = tuple(
            member for member in group.members if member is first or self._at_one(first, member)
        )
        return group if len(members) == len(group.members) else replace(group, members=members)

    def beside(self, main: Group, other: Group) -> bool:
        """Whether `other` is a value of the same thing, in words that speak of what was asked."""
        first = main.sentences()[0]
        return (
            _one_measure(main, other)
            and any(self._speaks(first, member) for member in other.members)
            and self._one_event(first, other)
        )

    def _speaks(self, first: Candidate, other: Candidate) -> bool:
        own = other.sentence_text
        least = _ASKED_OF_WORDS if self.expected.kind == "span" else _ASKED
        if self.all.share(own) >= least * self.all.share(first.sentence_text):
            return True
        if self.deed.share(own) < _DEED * self.deed.share(first.sentence_text):
            return False
        return self.all.share(_titled(other)) >= least * self.all.share(_titled(first))

    def _one_event(self, first: Candidate, other: Group) -> bool:
        return any(self._at_one(first, member) for member in other.members)

    def _at_one(self, first: Candidate, other: Candidate) -> bool:
        """Whether both speak of whom the question names; of somebody in common if of nobody."""
        here, there = _whole(first), _whole(other)
        wanted = [keys for keys in _names_of(self.question) if keys <= _word_keys(here)]
        if not wanted:
            ours, theirs = _name_keys(here), _name_keys(there)
            return not ours or not theirs or bool(ours & theirs)
        # Half of them: a body goes by many names.
        return sum(2 for keys in wanted if keys <= _word_keys(there)) >= len(wanted)


def _titled(candidate: Candidate) -> str:
    return f"{candidate.hit.article.title} . {candidate.sentence_text}"


def _whole(candidate: Candidate) -> str:
    return f"{candidate.hit.article.title} . {candidate.hit.passage.text}"


def _names_of(text: str) -> list[frozenset[str]]:
    """The words of each name in `text`, whatever their spelling."""
    named = (name for name in find_names(text) if name.sure)
    return [frozenset(spelling_key(fold(token)) for token in name.tokens) for name in named]


def _name_keys(text: str) -> frozenset[str]:
    """The words of all names in `text` together."""
    return frozenset[str]().union(*_names_of(text))


def _word_keys(text: str) -> frozenset[str]:
    """All words of `text`, whatever the spelling."""
    return frozenset(spelling_key(fold(word.text)) for word in words(text))


def _one_measure(main: Group, other: Group) -> bool:
    """Whether two numbers measure one kind of thing: no percentage is a sum of money."""
    a, b = main.normal.parsed, other.normal.parsed
    if not isinstance(a, NumberValue) or not isinstance(b, NumberValue):
        return True
    return measured(a) == measured(b) or {measured(a), measured(b)} == {"", "money"}


def _one_teller(main: Group, other: Group, texts: Texts) -> bool:
    """Whether the sources of `other` tell `main` too, and nobody else is named who says it."""
    if not other.origins <= main.origins:
        return False
    if not _one_noun(main, other):
        return True
    says = {said_by(member, texts) for member in main.members}
    others = {said_by(member, texts) for member in other.members}
    return None in others or None in says or bool(says & others)


def _one_noun(main: Group, other: Group) -> bool:
    """Whether two numbers count the same things, as far as their words tell."""
    a, b = main.normal.parsed, other.normal.parsed
    if not isinstance(a, NumberValue) or not isinstance(b, NumberValue):
        return True
    return measured(a) == measured(b) and (not a.noun or not b.noun or a.noun == b.noun)

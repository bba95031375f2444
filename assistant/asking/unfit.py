"""Sentences that do not answer although a span of theirs fits: they ask, suppose the opposite, call
untrue what they tell, are somebody else's words, or speak of what is yet to come."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from assistant.aligning.facts import facts_of
from assistant.aligning.falsehood import calls_false
from assistant.asking.weighing import deed_of
from assistant.language.conditions import supposes_opposite
from assistant.language.modality import told_as_done
from assistant.language.negation import word_polarities
from assistant.language.word_keys import Word, words
from assistant.questions.types import Expected
from assistant.speech.saying import around
from assistant.speech.speakers import find_speaker
from assistant.speech.speech_words import VERB
from assistant.values.name_forms import fold
from corpus.article import Span
from index.passage import Passage

_CLOSING = " \t\n\"'”’)]"
_SAID = re.compile(
    rf"(?i:what)\s+(?:did|does|has|have|had)\s+(?:the\s+)?(?P<who>[A-Z][\w.'’-]*(?:\s+[A-Z][\w.'’-]*)*)\s+"
    rf"(?:\w+\s+)?(?:say|tell|claim|warn|announce|predict|demand|promise|declare|argue|call|{VERB})\b"
)
# "Shenzhou-15", "Covid-19": the number is a part of the name.
_IN_A_NAME = re.compile(r"[A-Z][\w’'.]*-$")
# "WILMINGTON - ", "PARIS, Texas —": where it was written.
_DATELINE = re.compile(r"[A-Z]{3,}[A-Z .]*(?:,\s[\w. ]{2,20})?\s[-–—]{1,2}\s")
_WHO_DID = re.compile(r"(?:and |but )?who\s+(?!said\b|told\b|is\b|was\b|are\b|were\b)\w+", re.I)
_SPEAKS = re.compile(rf"[\w\s,’']{{0,30}}?\b(?:{VERB}|declined)\b")
_PRONOUN = re.compile(r"\b(?:he|she|they|it|i|we)\b", re.I)
_LABELLED = re.compile(r"\s*(?:the\s+)?claims?\s*:", re.I)
_UNTRUE = re.compile(
    r"\b(?:false\w*|hoax|fake|untrue|myth|wrong\w*|claim\w*|rumou?r\w*|den(?:y|ied))\b", re.I
)
_PAST = re.compile(
    r"^(?:and |but )?(?:who|what|which(?: \w+)?)\s+(?:(?:was|were|did|has|had|won|lost|beat"
    r"|took|made|became|got|led|found|left|set|hit|broke|sold|bought|struck|wrote|gave|came)\b|\w{3,}ed\b)",
    re.I,
)
_TO_COME = re.compile(
    r"(?:will|shall|would)\b|(?:is|are|was|were)\s+(?:\w+ly\s+)?(?:competing|vying|running|bidding|seeking"
    r"|hoping|set|expected|due|scheduled|slated)\b",
    re.I,
)
# What is left of a span that its sentence denies, or tells as yet to come.
DOUBTED = 0.25


def asks_words_of(question: str) -> str | None:
    """Whose words `question` asks for ("What did Ann Lee say ...?"), as it names them."""
    asked = _SAID.search(question)
    return asked["who"] if asked else None


@dataclass(frozen=True, slots=True)
class Unfit:
    """What one question rules out; made once for it."""

    question: str
    expected: Expected

    def share(self, passage: Passage, sentence: Span, start: int, end: int) -> float:
        """What is left of the worth of the span `start..end` (in `passage.text`), which stands in
        `sentence` (in the article's): 0 where it cannot answer."""
        offset = passage.start
        text = passage.text[sentence.start - offset : sentence.end - offset]
        if text.rstrip(_CLOSING).endswith("?") or supposes_opposite(self.question, text):
            return 0.0
        if self._of_another(passage, sentence, text):
            return 0.0
        at = sentence.start - offset
        line = _DATELINE.match(text) if self.expected.kind == "name" else None
        if line and end - at <= line.end() and self.expected.name_type != "place":
            return 0.0
        if self.expected.kind == "number" and _IN_A_NAME.search(passage.text[:start]):
            return 0.0
        share = DOUBTED if self._told_untrue(text, start - at, end - at) else 1.0
        share *= DOUBTED if self._only_speaks(text, start - at, end - at) else 1.0
        return share * (DOUBTED if yet_to_come(self.question, text) else 1.0)

    def _told_untrue(self, text: str, start: int, end: int) -> bool:
        """Whether `text` gives a number or a date only to deny it, or under "Claim:"."""
        if self.expected.kind not in ("number", "date") or _UNTRUE.search(self.question):
            return False
        if _LABELLED.match(text) or calls_false(text):
            return True
        return any(start <= word.start < end for word in _denied(text))

    def _only_speaks(self, text: str, start: int, end: int) -> bool:
        """Whether the span names who speaks in `text`, where who did something is asked for and
        `text` does not tell that."""
        if self.expected.name_type != "person" or not _WHO_DID.match(self.question.strip()):
            return False
        deed = deed_of(self.question)
        told = {word.idea for word in words(text)}
        return bool(deed) and deed not in told and bool(_SPEAKS.match(text, end))

    def _of_another(self, passage: Passage, sentence: Span, text: str) -> bool:
        """Whether what somebody said is asked for, and these are somebody else's words."""
        asked = asks_words_of(self.question)
        if asked is None:
            return False
        who = fold(asked).split()[-1]
        before, after = around(passage.text, _within(passage, sentence))
        speaker = find_speaker(text, before=before, after=after)
        if speaker is not None and not _PRONOUN.fullmatch(speaker):
            return who not in fold(speaker).split()
        # Who is not known to say it must at least speak in it.
        spoken = _SPEAKS.search(text)
        here = who in fold(text).split() or _PRONOUN.search(text) is not None
        return not (spoken and here)


def _within(passage: Passage, sentence: Span) -> Span:
    return Span(sentence.start - passage.start, sentence.end - passage.start)


def yet_to_come(question: str, text: str) -> bool:
    """Whether `question` asks who did something, and `text` lacks the deed and tells what will be:
    "Who won the cup?" is not answered by who will play for it."""
    if not _PAST.match(question.strip()):
        return False
    facts = facts_of(text)
    if facts.verb is None or not _TO_COME.match(text, facts.verb):
        return False
    deed = _deed(question)
    return deed is not None and not told_as_done(text, deed)


@lru_cache(maxsize=4096)
def _denied(text: str) -> tuple[Word, ...]:
    return tuple(word for word, denied in word_polarities(text) if denied)


@lru_cache(maxsize=256)
def _deed(question: str) -> str | None:
    """The idea of the first verb that `question` asks about."""
    match = _PAST.match(question.strip())
    found = [w for w in words(question) if w.content and match and w.end >= match.end()]
    return found[0].idea if found else None

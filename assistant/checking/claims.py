"""Any text, a sentence or a pasted article, split into claims with exact offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass

from assistant.checking.furniture import furniture
from assistant.language.clauses import finite_verb_at, self_standing
from assistant.values.names import find_names
from corpus.sentences import sentence_spans

# "Is it true that ..." and its like ask about the claim that follows.
_LEAD_IN = re.compile(
    r"(?:(?:fact[- ]?check|claim|check)\s*:\s*|is it (?:true|right|correct) that\s+|"
    r"(?:i|we)(?:'ve|’ve| have)? (?:heard|read|was told|were told) that\s+|"
    r"it is (?:claimed|said|rumou?red) that\s+|[-*•]\s+|\d{1,2}[.)]\s+)",
    re.IGNORECASE,
)
_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]+[ ,]*){1,4}(?:[A-Z][\w.]+,? ?){0,3}(?:\d{1,2}[ ,]*)?"
    r"(?:\(\w+\)|/\w+/\.?)?\s*(?:--|[-–—]|\.(?= ?/)|(?<=/\.))\s*(?:/\w+/\.?\s*)?"
)
_FEELING = re.compile(
    r"(?:i|we)(?:'d|’d)? (?:personally |really |just )?"
    r"(?:think|believe|feel|hope|wish|love|hate|like|guess|suppose|wonder)\b|"
    r"in my (?:view|opinion)",
    re.IGNORECASE,
)
_TELLING = re.compile(r"(?<=[\w,] )[A-Z]|\d|\s[a-z]{2,}ed\s")
_SUBORDINATE = re.compile(
    r"(?:if|when|although|though|while|because|since|after|before|as|unless|once|whether|that|"
    r"how|why|according to|both|either|neither)\b",
    re.IGNORECASE,
)
_ATTRIBUTED = re.compile(
    r"\b(?:said|says|say|told|claims?|claimed|announced|reported|believes?|believed|denie[ds]|"
    r"argued|warned|added|noted|stated|according to)\b",
    re.IGNORECASE,
)
_JOINT = re.compile(r"(?P<semi>;)\s+|,?\s+(?P<word>and|but|while|whereas)\s+")
_PRONOUN = re.compile(r"\b(?:he|she|they|it|his|her|hers|their|theirs|its|him|them)\b", re.I)
_SUBJECT = re.compile(r"(?:[A-Z][\w.'’-]+)(?:\s+(?:of|the|de|al|bin|van|von)?\s*[A-Z][\w.'’-]+)*")
_QUOTED = re.compile(r"[\"“][^\"”]*[\"”]")
_TRIM = " \t\r\n\u00a0"


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim: `text` is characters `start..end` of the checked text.

    `subject` is what the sentence before was about when this one speaks of it with a pronoun,
    else empty; it helps to find evidence and is no part of the claim.
    """

    text: str
    start: int
    end: int
    subject: str = ""

    @property
    def read_as(self) -> str:
        """The claim with its leading pronoun replaced by its subject, for search and reading."""
        if not self.subject:
            return self.text
        opening = re.match(r"(?:He|She|They|It)\b", self.text)
        if opening:
            return self.subject + self.text[opening.end() :]
        owner = re.match(r"(?:His|Her|Their|Its)\b", self.text)
        if owner:
            return f"{self.subject}'s{self.text[owner.end() :]}"
        return self.text


def find_claims(text: str) -> tuple[Claim, ...]:
    """Every claim of `text` in order, none overlapping, `text[start:end] == claim.text`.

    Questions, imperatives, bylines, lines without a verb and mere feelings are left out; a text
    that is only one line is taken for a claim even without a verb (a headline to check).
    """
    spans = [_trimmed(text, span.start, span.end) for span in sentence_spans(text)]
    spans = [(start, end) for start, end in spans if end > start]
    claims: list[Claim] = []
    subject = ""
    for start, end in spans:
        begun = _after_lead_in(text, start, end)
        if begun > start and text[end - 1] == "?":
            end -= 1
        start = begun
        if not _states(text[start:end], alone=len(spans) == 1):
            continue
        before = subject
        for left, right in _clauses(text, start, end):
            clause = text[left:right]
            needs = _PRONOUN.search(clause) and not _SUBJECT.match(_without_opening(clause))
            stands_for = before if needs and _may_mean(clause, before) else ""
            claims.append(Claim(clause, left, right, stands_for))
        subject = _subject_of(text[start:end]) or subject
    return tuple(claims)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in _TRIM:
        start += 1
    while end > start and text[end - 1] in _TRIM:
        end -= 1
    return start, end


def _after_lead_in(text: str, start: int, end: int) -> int:
    """Where the claim begins once a dateline or "Is it true that" is passed over."""
    for pattern in (_LEAD_IN, _DATELINE, _LEAD_IN):
        match = pattern.match(text, start, end)
        if match and end - match.end() > 10:
            start = match.end()
    return start


def _states(sentence: str, *, alone: bool) -> bool:
    """Whether a sentence states something that evidence could bear on."""
    if sentence.rstrip("\"”'’) ").endswith("?"):
        return False
    if len(sentence.split()) < 2 or not any(c.isalpha() for c in sentence):
        return False
    if alone:
        return True
    if furniture(sentence) or _DATELINE.fullmatch(sentence):
        return False
    if _FEELING.match(sentence) and not re.search(r"\d", sentence):
        return False
    return len(sentence.split()) > 2 and (
        finite_verb_at(sentence) is not None or _names_something(sentence)
    )


def _names_something(sentence: str) -> bool:
    """Whether it ends as a sentence does and has a name, a number or a short verb in "-ed".

    Not every verb is known by its form; what a reader would check is not to be lost for that.
    """
    ends = sentence.rstrip("\"”'’) ").endswith((".", "!", ";"))
    return ends and len(sentence.split()) > 3 and bool(_TELLING.search(sentence))


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentence in self-standing halves, or whole where a half would not stand alone."""
    sentence = text[start:end]
    if _SUBORDINATE.match(sentence):
        return [(start, end)]
    quoted = [match.span() for match in _QUOTED.finditer(sentence)]
    parts, left = [], 0
    for joint in _JOINT.finditer(sentence):
        inside = any(a < joint.start() < b for a, b in quoted)
        first, second = sentence[left : joint.start()], sentence[joint.end() :]
        if inside or not _both_stand(first, second, semicolon=bool(joint["semi"])):
            continue
        parts.append((start + left, start + joint.start()))
        left = joint.end()
    parts.append((start + left, end))
    return parts


def _both_stand(first: str, second: str, *, semicolon: bool) -> bool:
    if _ATTRIBUTED.search(first):
        return False
    # Up to the next joint only: a verb after it is not this half's own.
    ahead = re.split(r",|;|\band\b|\bthat\b|\bwho\b|\bwhich\b", second, maxsplit=1)[0]
    stands = self_standing(second if semicolon else ahead)
    return stands and len(first.split()) > 2 and self_standing(first)


def _without_opening(clause: str) -> str:
    """The clause without a leading pronoun, whose capital letter is no name's."""
    return re.sub(r"^(?:He|She|They|It|His|Her|Their|Its|In|On|At|The|A|An)\b\s*", "", clause)


def _may_mean(clause: str, subject: str) -> bool:
    """Whether the pronoun that opens `clause` can stand for `subject`: no "he" is a body."""
    if not re.match(r"(?:He|She|His|Her)\b", clause):
        return True
    return all(name.type in ("person", "name") for name in find_names(subject))


def _subject_of(sentence: str) -> str:
    """The first name of a sentence, as what the next sentence's "he" or "it" may mean."""
    match = _SUBJECT.search(_without_opening(sentence))
    return match[0] if match else ""

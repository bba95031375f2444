"""Where a claim and a sentence speak of the same thing and one denies it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from assistant.aligning.facts import Facts
from assistant.aligning.falsehood import calls_false, falsehoods, hindered
from assistant.aligning.phrases import read_words
from assistant.aligning.roles import converse, done_elsewhere
from assistant.guard.opposites import OPPOSITES
from assistant.language.negation import scopes, word_polarities
from assistant.language.word_keys import Word, stem, words
from assistant.values.name_words import OFFICES

# Who someone is, not what is done: no denial of a claim hangs on it.
_PERSONS = frozenset(
    words(word)[0].idea
    for word in ("man", "woman", "boy", "girl", "person", "people", "male", "female")
)
_OFFICES = frozenset(words(word)[0].idea for word in OFFICES)
# A denial of another word than the predicate; half of it where the predicate is not there at all.
_ASIDE = 0.8
_SAID_NO = re.compile(r"\b(?:sa(?:y|ys|id|ying)|answer(?:s|ed)?|vot(?:es?|ed|ing)) no\b", re.I)
# How sure a denial is of words right behind the negation, and of words further on in its clause.
_NEAR, _FAR = 0.8, 0.5
_FOCUS = 3
_OPPOSITE = 0.85
_CALLED_FALSE = 0.7
_TOLD_PLAINLY = 0.6
# What a sentence does that tells as true what the claim calls untrue.
TOLD = "told"
# A side, and not what somebody did.
_DIRECTION = re.compile(
    r"\b(?:from|the|far|upper|lower|top|bottom|at|on|to) left\b|"
    r"[(,]\s?left\s?[),]|\bleft[- ](?:wing|hand|leaning|side)\b",
    re.I,
)
_ONLY = re.compile(r"\b(not |n['’]t )?only (\w+)", re.I)
_SINCE, _FIRST = re.compile(r"\bsince\b", re.I), re.compile(r"\bfirst\b", re.I)


@dataclass(frozen=True, slots=True)
class Flip:
    """What one says and the other denies; `sure` from 0 to 1.

    `claimed` and `found` are the words of each that exclude one another ("accepted",
    "rejected"); `found` is "not" where the sentence denies the claim's own word, `TOLD` where it
    tells what the claim calls untrue, and `claimed` empty where it calls the whole story untrue.
    """

    claimed: str
    found: str
    sure: float


def find_flip(claim: Facts, sentence: Facts) -> Flip | None:
    """The clearest place where `sentence` denies `claim` or the other way round; None if none."""
    if _first_since(claim.text, sentence.text):
        return None
    ours, theirs = _denied(claim.text), _denied(sentence.text)
    has: dict[str, list[Word]] = {}
    for other in sentence.all_words:
        has.setdefault(other.idea, []).append(other)
    own = {word.stem for word in claim.all_words}
    others = [other for other in sentence.all_words if other.stem not in own]
    told = claim.predicate is None or claim.predicate.idea in has or _SAID_NO.search(sentence.text)
    aside = _ASIDE if told else _ASIDE / 2
    flips = [
        flip if word == claim.predicate else replace(flip, sure=flip.sure * aside)
        for word in claim.core
        if not _whose(word) and (flip := _flip(word, has, others, ours, theirs))
        if not _of_the_other_side(claim, sentence, flip)
    ]
    flips += [*_called_false(claim, sentence), *_only(claim.text, sentence.text)]
    return max(flips, key=_sure, default=None)


def _of_the_other_side(claim: Facts, sentence: Facts, flip: Flip) -> bool:
    """Whether opposite words tell one event from both sides, or are said of others."""
    if flip.found == "not" or stem(flip.claimed) == stem(flip.found):
        return False
    pair = (claim.text, sentence.text, flip.claimed, flip.found)
    if flip.found.casefold() == "left" and _DIRECTION.search(sentence.text):
        return True
    return converse(*pair) or done_elsewhere(*pair)


def _whose(word: Word) -> bool:
    """Whether a word only says who is meant: "man", or the title in "President Trump"."""
    return word.idea in _PERSONS or (word.text[0].isupper() and word.idea in _OFFICES)


def _sure(flip: Flip) -> float:
    return flip.sure


@lru_cache(maxsize=8192)
def _denied(text: str) -> dict[Word, float]:
    """The words under a negation, and how sure each is meant by it."""
    under = {word for word, denied in word_polarities(text) if denied}
    near = {
        word
        for scope in scopes(text)
        for word in [word for word in scope.words if word.content][:_FOCUS]
    }
    denied = {word.start: _NEAR if word in near else _FAR for word in under}
    denied |= dict.fromkeys((word.start for word in hindered(text)), _FAR)
    return {word: denied[word.start] for word in read_words(text) if word.start in denied}


def _flip(
    word: Word,
    has: dict[str, list[Word]],
    others: list[Word],
    ours: dict[Word, float],
    theirs: dict[Word, float],
) -> Flip | None:
    same = has.get(word.idea, [])
    if same:
        if any((other in theirs) == (word in ours) for other in same):
            return None
        if word in ours:
            return Flip(word.text, same[0].text, ours[word])
        return Flip(word.text, "not", max(theirs[other] for other in same))
    excluded = OPPOSITES.get(word.stem)
    if not excluded:
        return None
    for other in others:
        if other.stem in excluded and (other in theirs) == (word in ours):
            return Flip(word.text, other.text, _OPPOSITE)
    return None


def _called_false(claim: Facts, sentence: Facts) -> list[Flip]:
    """A word that calls the whole story untrue when the claim has none, or the other way round."""
    ours = falsehoods(claim.text)
    if ours:
        return _told_plainly(claim, sentence, ours[-1])
    called = calls_false(sentence.text)
    return [Flip("", called, _CALLED_FALSE)] if called else []


def _told_plainly(claim: Facts, sentence: Facts, called: Word) -> list[Flip]:
    """What the claim itself calls untrue ("X is a hoax"), told by the sentence without a doubt."""
    is_said = called in (claim.predicate, *claim.core[-1:]) and calls_false(claim.text)
    if not is_said or calls_false(sentence.text) or falsehoods(sentence.text):
        return []
    return [Flip(called.text, TOLD, _TOLD_PLAINLY)]


def _only(claim: str, sentence: str) -> list[Flip]:
    """ "Only two" beside "not only two": the same words but for the "not"."""
    ours, theirs = _ONLY.search(claim), _ONLY.search(sentence)
    if not ours or not theirs or ours[2].casefold() != theirs[2].casefold():
        return []
    if bool(ours[1]) == bool(theirs[1]):
        return []
    return [Flip(" ".join(ours[0].split()), " ".join(theirs[0].split()), _NEAR)]


def _first_since(claim: str, sentence: str) -> bool:
    """ "Had not won since 1974" beside "the first win since 1974": both say the same."""
    first = [bool(_FIRST.search(text)) for text in (claim, sentence)]
    return all(_SINCE.search(text) for text in (claim, sentence)) and first[0] != first[1]

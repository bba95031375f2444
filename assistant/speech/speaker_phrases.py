"""The words of a sentence that name a speaker: the name with its title, or the office."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.speech.speech_words import SPEAKING
from assistant.values.name_words import TITLES
from assistant.values.types import NameValue

_TAIL = re.compile(
    r"\s+(?:on|in|during|after|before|as|who|which|that|when|while|late|early|this|last|earlier|"
    r"yesterday|today|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|told|said|but|"
    r"and\s+(?:said|added)|is|was|are|were|has|have|had)\b.*$"
)
_NOUN_PHRASE = re.compile(
    r"(?:\b(?:the|a|an|one|two|some|several|many|other|senior|top|his|her|its|their)\s+)?"
    r"(?:\b(?!that\b|and\b|but\b|as\b|also\b)[^\W\d_][\w’'-]*\s+){0,3}?"
    rf"\b{SPEAKING}(?:[’']s\s+{SPEAKING})?$",
    re.I,
)
_CLOSE_TO = re.compile(
    rf"\b(?:\w+\s+)?{SPEAKING}\s+(?:close to|familiar with|briefed on|with knowledge of)\s.+$", re.I
)
_A_KIND_OF = re.compile(r",\s+(?:an?|the)\s+(?:[a-z]+\s+)*")
_REST_OF_NAME = re.compile(r"[’']s?(?:\s+[A-Z][\w-]*)+$")
_OFFICE = re.compile(
    rf"(?:(?:[’']s)?(?:\s+[\w-]+){{0,3}}?\s+{SPEAKING}\b)+(?:[’']s\s+{SPEAKING})?", re.I
)
_MEMBER_OF = re.compile(r"\s+(?:of|at|from|for|with)\s+(?:the\s+)?$")


def tidied(sentence: str, names: Sequence[NameValue], start: int, end: int) -> tuple[str, int]:
    """The speaker's phrase without what follows or comes before it, and where it starts."""
    words = _TAIL.sub("", sentence[start:end]).rstrip(" ’'”,")
    inside = [name for name in names if start <= name.start < start + len(words)]
    near = _CLOSE_TO.search(words)
    if near:
        return words[near.start() :], start + near.start()
    noun = _NOUN_PHRASE.search(_MEMBER.sub("", words)) or _NOUN_PHRASE.search(words)
    if inside and not (noun and noun.end() <= inside[-1].start - start):
        return _named(sentence, inside, start, start + len(words))
    if noun:
        stop = inside[-1].end if inside else start + noun.end()
        return sentence[start + noun.start() : stop], start + noun.start()
    pronoun = re.search(r"\b(?:he|she|they)$", words, re.I)
    return (pronoun.group(), start + pronoun.start()) if pronoun else ("", start)


_MEMBER = re.compile(r"\s+(?:for|of|at|from|with)\s+(?:the\s+)?[A-Z].*$")


def _named(sentence: str, names: list[NameValue], low: int, high: int) -> tuple[str, int]:
    """The name that ends the phrase with its title, or the office that follows a body's name."""
    at = len(names) - 1
    while at and _MEMBER_OF.fullmatch(sentence[names[at - 1].end : names[at].start]):
        at -= 1  # Peter Wallsten of The Washington Post
    start, end = names[at].start, names[at].end
    rest = sentence[names[-1].end : high]
    if at == len(names) - 1 and (office := _OFFICE.match(rest)):
        end += office.end()
    elif at < len(names) - 1 and _REST_OF_NAME.fullmatch(rest):
        end = names[at].end
    elif rest.strip(" ’'s,") and not rest.strip().startswith((",", "(")):
        return "", low
    start = _with_title(sentence, low, start)
    if at and re.fullmatch(r"\s+and\s+", sentence[names[at - 1].end : start]):
        start = _with_title(sentence, low, names[at - 1].start)  # both of two who say it
    return sentence[start:end], start


def _with_title(sentence: str, low: int, start: int) -> int:
    """Where the title before a name begins, or the name itself."""
    for word in reversed(list(re.finditer(r"\S+", sentence[low:start]))):
        titled = word.group().lower().strip(".") in TITLES
        between = sentence[low + word.end() : start].strip()
        if between or not titled:
            break
        start = low + word.start()
    return start


def apposed(sentence: str, names: Sequence[NameValue], start: int, end: int) -> tuple[str, int]:
    """The name put behind an office ("its director, Petra Holm"), else the phrase as it is."""
    phrase = sentence[start:end]
    for name in names:
        behind = sentence[name.end : start] if name.end <= start else ""
        if len(name.tokens) > 1 and _A_KIND_OF.fullmatch(behind):
            return name.text, name.start
    if not any(start <= name.start < end for name in names):
        for name in names:
            if sentence[end : name.start] == ", " and sentence[name.end : name.end + 1] in tuple(
                ",."
            ):
                return name.text, name.start
    return phrase, start

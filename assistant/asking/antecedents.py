"""What a pronoun in a follow-up stands for: a person, things, a place or a day named before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from assistant.language.verb_forms import participle
from assistant.language.word_keys import Word, word_set, words
from assistant.values.dates import find_dates
from assistant.values.names import find_names

_PERSON = re.compile(r"\b(he|him|his|she|her|hers)\b", re.I)
_PLURAL = re.compile(r"\b(they|them|their|theirs|these|those)\b(?! \w+s\b)", re.I)
_THING = re.compile(
    r"\b(it|its)\b(?! (?:is |was )?(?:true|possible|likely|clear|rain|snow|take[sn]?)\b)"
    r"|\b(this|that)\b(?=\s*(?:[?.!]|$|happen|begin|start|end|mean|work|cost|stop|take|go\b))",
    re.I,
)
_THERE = re.compile(
    r"(?<!is )(?<!are )(?<!was )(?<!were )(?<!will )\bthere\b(?! (?:is|are|was)\b)", re.I
)
_THEN = re.compile(
    r"\b(?:at that time|back then|that day|on that day|then)\b(?=\s*(?:[?.!,]|$))", re.I
)
_ASKS_WHO = re.compile(r"who(?:se|m)?\b", re.I)
_ASKS_WHERE = re.compile(r"(?:where|in (?:what|which))\b", re.I)
_POSSESSIVE = word_set("his hers their theirs its")
_BREAK = word_set(
    "who whom whose what which when where why how is are was were do does did has have had will "
    "would can could should may might must be been to and or that than as if because while"
)
_HELD = word_set("be been is are was were has have had")
_TAIL = re.compile(
    r"\s+(?:in|of|from|on|against|with|between|over|by|at|for)\s+(?:the\s+)?(?:[a-z]+\s+)?"
    r"(?:[A-Z][\w.'’-]*\s?)+"
)
_NOT_PLURAL = re.compile(r"(?:ss|us|is|ous|'s|’s)$")
_DESCRIBES = re.compile(r"(?:al|ic|an|ish|ary|ous|ive|ful|ed|-\w+|ian|ese)$")
_PHRASE = re.compile(r"\b(?:the|an?|this)\s+(?:[\w'’-]+\s*){1,4}", re.I)
_NO_PART = word_set("in on at by for from to with against over about of the a an its his her their")
_ONE_OF = re.compile(
    r"\b(?:one|some|any|all|most|both|none|part|among) (?:of )?(?:them|those|it)\b", re.I
)
_LONGEST_ANSWER = 8


@dataclass(frozen=True, slots=True)
class Before:
    """The question before, standing alone, and its short answer."""

    question: str
    answer: str

    @property
    def short_answer(self) -> bool:
        """Whether the answer is a few words, fit to be put into a question."""
        return 0 < len(self.answer.split()) <= _LONGEST_ANSWER


def topic(question: str) -> str:
    """The words of `question` that carry its subject, in order."""
    return " ".join(word.text for word in words(question) if word.content)


def resolve_pronouns(question: str, before: Before) -> str:
    """`question` with each pronoun that points back replaced by what it stands for.

    A pronoun after a name of the same question points at that name and stays.
    """
    found: list[tuple[re.Pattern[str], Callable[[Before], str | None]]] = [
        (_PERSON, _person), (_PLURAL, _things), (_THING, _thing), (_THERE, _place), (_THEN, _day),
    ]  # fmt: skip
    if _ONE_OF.search(question):
        return f"{question.rstrip('?!. ')} ({topic(before.question)})?"
    unresolved = False
    for pattern, antecedent in found:
        match = pattern.search(question)
        if match is None or _own_antecedent(question, match.start()):
            continue
        meant = antecedent(before)
        if meant is None:
            unresolved = True
            continue
        question = question[: match.start()] + _fit(match[0], meant) + question[match.end() :]
    if unresolved:
        return f"{question.rstrip('?!. ')} ({topic(before.question)})?"
    return question


def _fit(pronoun: str, meant: str) -> str:
    """`meant` as it has to stand in place of `pronoun`."""
    if pronoun.lower() in _POSSESSIVE:
        return meant + ("'" if meant.endswith("s") else "'s")
    return f"in {meant}" if pronoun.lower() == "there" else meant


def _own_antecedent(question: str, at: int) -> bool:
    """Whether something is named before the pronoun, in the same question."""
    return any(name.sure and name.end <= at for name in find_names(question))


def _person(before: Before) -> str | None:
    if before.short_answer and _ASKS_WHO.match(before.question):
        return before.answer
    for text in (before.answer if before.short_answer else "", before.question):
        people = [name for name in find_names(text) if name.type == "person"]
        if people:
            return people[-1].text
    names = [name for name in find_names(before.question) if name.type == "name"]
    return names[0].text if names else None


def _things(before: Before) -> str | None:
    """The last things counted or named in the plural, with what is said of where they are."""
    question = before.question
    plural = next((word for word in words(question) if _plural(word)), None)
    if plural is None:
        names = [n for n in find_names(question) if n.type in ("organisation", "people", "name")]
        return names[0].text if names else _thing(before)
    start = plural.start
    earlier = [word for word in words(question) if word.end < start]
    if earlier and earlier[-1].text not in _BREAK and _DESCRIBES.search(earlier[-1].text):
        start = earlier[-1].start
    tail = _TAIL.match(question, plural.end)
    return question[start : tail.end() if tail else plural.end].rstrip(" ?!.")


def _plural(word: Word) -> bool:
    """Whether a word has the look of a plural noun."""
    if word.text == "people":
        return True
    shape = word.text[0].islower() and word.text.endswith("s") and len(word.text) > 3
    return shape and word.text not in _BREAK and not _NOT_PLURAL.search(word.text)


def _thing(before: Before) -> str | None:
    """What "it" is: the first noun phrase with an article, else a named thing that is no person."""
    for phrase in _PHRASE.finditer(before.question):
        kept = _until_verb(phrase[0].rstrip(" ?").split())
        names = find_names(" ".join(kept))
        if not any(name.type == "person" for name in names):
            return " ".join(kept)
    names = [n for n in find_names(before.question) if n.type not in ("person", "people")]
    return names[0].text if names else None


def _until_verb(phrase: list[str]) -> list[str]:
    """A noun phrase without the verb that a question puts behind it."""
    kept = phrase[:2]
    for word in phrase[2:]:
        if word in _HELD or participle(word):
            return kept  # "the ferry line be opened": its verb stands there, apart
        if word in _BREAK or word in _NO_PART:
            break
        kept.append(word)
    lower = [place for place, word in enumerate(kept) if word.islower() and place]
    # "the bridge cost": two plain nouns in a row are more likely a noun and its verb.
    if len(lower) > 1 and lower[-1] == len(kept) - 1 and lower[-2] == len(kept) - 2:
        return kept[:-1] if not _DESCRIBES.search(kept[lower[-2]]) else kept
    return kept


def _place(before: Before) -> str | None:
    if before.short_answer and _ASKS_WHERE.match(before.question):
        return before.answer
    for text in (before.answer if before.short_answer else "", before.question):
        places = [name for name in find_names(text) if name.type == "place"]
        if places:
            return places[-1].text
    return None


def _day(before: Before) -> str | None:
    for text in (before.answer, before.question):
        dates = find_dates(text, None)
        if dates:
            return f"on {dates[0].text}"
    return None

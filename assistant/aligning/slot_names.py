"""Whether two names mean the same, and whether they fill the same place in what is said."""

from __future__ import annotations

from assistant.aligning.facts import Facts
from assistant.language.word_keys import stem, words
from assistant.values.compare import same_value
from assistant.values.name_words import OFFICES
from assistant.values.types import NameValue

_OFFICES = frozenset(words(office)[-1].idea for office in OFFICES)
_FILLED_BY = {
    "person": {"person", "name"},
    "place": {"place", "name"},
    "people": {"people"},
    "name": {"person", "place", "organisation", "name"},
}
_WHERE = frozenset({"in", "at", "to", "from", "near", "of", "for", "outside"})
_PLACED = frozenset({"in", "at"})
_LEAST = 0.5
_Key = tuple[str, tuple[str, ...], str, str]
_SAME: dict[tuple[_Key, _Key], bool] = {}
_MOST_PAIRS = 100_000


def same_name(a: NameValue, b: NameValue) -> bool:
    """Whether both can mean the same bearer."""
    # Where they stand says nothing of whether they are the same; without it pairs recur.
    pair = (a.text, a.tokens, a.type, a.acronym), (b.text, b.tokens, b.type, b.acronym)
    known = _SAME.get(pair)
    if known is None:
        if len(_SAME) >= _MOST_PAIRS:
            _SAME.clear()
        known = _SAME[pair] = same_value(a, b)
    return known


def spelled(value: NameValue, text: Facts) -> bool:
    """Whether the name's words stand in `text` though no name was made out there."""
    return stands_among(value, frozenset(word.stem for word in text.all_words))


def stands_among(value: NameValue, stems: frozenset[str]) -> bool:
    """Whether all words of the name have their stem in `stems`."""
    return bool(value.tokens) and all(stem(token) in stems for token in value.tokens)


def elsewhere_named(value: NameValue, claim: Facts, sentence: Facts) -> bool:
    """Whether the claim says where ("at LSU", "in Paris"), and the sentence names that only to tell
    which one it means ("the LSU coach", "the Paris agreement")."""
    if claim.word_before(value.start) not in _PLACED or tells_which(value, claim):
        return False
    named = [name for name in sentence.names if same_name(value, name)]
    return bool(named) and all(tells_which(name, sentence) for name in named)


def tells_which(name: NameValue, facts: Facts) -> bool:
    """Whether `name` only tells which one is meant of the common noun right behind it."""
    behind = next((word for word in facts.all_words if word.start >= name.end), None)
    if behind is None or facts.text[name.end : behind.start] != " ":
        return False
    noun = behind.content and behind.text.islower() and behind.start != facts.verb
    return noun and not behind.text.endswith(("ed", "ing", "ly"))


def same_role(value: NameValue, claim: Facts, other: NameValue, sentence: Facts) -> float:
    """How sure (0 to 1) `other` of `sentence` stands where `value` stands in `claim`."""
    before = sentence.word_before(other.start)
    if other.type not in _FILLED_BY.get(value.type, {value.type, "name"}):
        return 0.0
    if value.type == "name" and other.type == "place" and before not in _WHERE:
        return 0.0
    points = 0.0
    if value.type == other.type != "name":
        points += 0.2
    if value.title and stem(value.title.split()[-1]) == stem((other.title or "-").split()[-1]):
        points += 0.35
    if claim.word_before(value.start) == before:
        points += 0.3
    near = claim.around(value.start, value.end) & sentence.around(other.start, other.end)
    points += min(0.4, 0.2 * len(near)) + (0.3 if near & _OFFICES else 0.0)
    return min(points, 0.95) if points >= _LEAST else 0.0

"""One form for the spellings of a name, and whether two names may be of one bearer."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from assistant.values.name_words import (
    COMPANY_SUFFIXES,
    CONNECTORS,
    PLACE_PREFIXES,
    ROYAL_TITLES,
    SUFFIXES,
    TITLES,
)
from assistant.values.places import country_of_people, place_named
from assistant.values.types import NameValue, tidy_name

_LETTERS = str.maketrans({"ł": "l", "ø": "o", "ß": "ss", "đ": "d", "ı": "i", "æ": "ae", "’": "'"})
_WORD = re.compile(r"[^\W_]+(?:['.&][^\W_]+)*\.?")
# Bodies that stand inside other names in either form: US Army, United States Army.
SHORT_FORMS = {
    "united states": "US",
    "united kingdom": "UK",
    "united nations": "UN",
    "european union": "EU",
}
_SHORT = re.compile("|".join(SHORT_FORMS), re.I)
_LETTERS_TO_VARY = 6  # shorter names differ by a letter: Iran and Iraq, Niger and Nigel
_VOWELS = frozenset("aeiou")
# Spellings that transliteration makes of one name.
_VARIANTS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), written)
    for pattern, written in (
        (r"^m[ou]h?[ae]mm?[ae]d$", "mohamed"),
        (r"^h[ou]ss?[ae][iy]n$", "husein"),
        (r"^[gqk]h?add?h?aff?i$", "gadafi"),
        (r"x", "ks"),
        (r"(?<=.)[yj]", "i"),
        (r"ck", "k"),
        (r"([a-z])\1+", r"\1"),
    )
)


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """Lower case, no accents, no full stops, no possessive."""
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    letters = "".join(c for c in plain if not unicodedata.combining(c)).replace(".", "")
    return re.sub(r"'s?$", "", letters)


def name_tokens(name: str) -> tuple[str, ...]:
    """The folded words that tell a name from another: no titles, connectors or suffixes."""
    joined = _SHORT.sub(lambda m: SHORT_FORMS[m.group().lower()], tidy_name(name))
    words = [fold(word) for word in _WORD.findall(joined.replace("-", " "))]
    kept = [w for w in words if w and w not in CONNECTORS and w not in SUFFIXES]
    bare = list(kept)
    while len(bare) > 1 and (bare[0] in TITLES or bare[0] in ROYAL_TITLES):
        bare.pop(0)
    while len(bare) > 1 and bare[-1] in COMPANY_SUFFIXES:
        bare.pop()
    return tuple(bare or words)


@lru_cache(maxsize=50_000)
def spelling_key(token: str) -> str:
    """A folded word with the differences of transliteration gone: sergey and sergei are one."""
    if len(token) < 4:
        return token
    for pattern, written in _VARIANTS:
        token = pattern.sub(written, token)
    return token


def keys(name: NameValue) -> tuple[str, ...]:
    """The spelling keys of a name's tokens, in order."""
    return tuple(spelling_key(token) for token in name.tokens)


def bearer(name: NameValue) -> str | None:
    """The one spelling of a known place or body, or the country of a people."""
    return place_named(name.value) or place_named(
        name.value.removeprefix("the ").removeprefix("The ")
    )


def equal_names(a: NameValue, b: NameValue) -> bool:
    """Whether both are one name but for spelling (`Sergei`, `Sergey`) or form (`UK`, `Britain`)."""
    if keys(a) == keys(b):
        return True
    known, other = bearer(a), bearer(b)
    if known is not None and known == other:
        return True
    if (known is None or other is None) and _alike(keys(a), keys(b)):
        return True
    return _expands(a, b) or _expands(b, a)


def _alike(few: tuple[str, ...], many: tuple[str, ...]) -> bool:
    """Whether two names differ in one letter of one long word, as spellings of one name do."""
    if len(few) != len(many):
        return False
    pairs = [pair for pair in zip(few, many, strict=True) if pair[0] != pair[1]]
    return len(pairs) == 1 and near_spelling(*pairs[0], known=len(few) > 1)


@lru_cache(maxsize=50_000)
def near_spelling(a: str, b: str, *, known: bool = False) -> bool:
    """Whether two keys of six letters or more are spellings of one name: `bagdad`, `baghdad`.

    They differ by a silent h or by a vowel, neither first nor last: a consonant or an ending makes
    another name (`Johnson`, `Johnston`; `Carlo`, `Carla`). Another vowel alone needs seven letters
    (`Hansen` is not `Hanson`) or a name of which the rest is `known` to be the same.
    """
    short, long = sorted((a, b), key=len)
    if len(short) < _LETTERS_TO_VARY or len(long) - len(short) > 1 or not (a + b).isalpha():
        return False
    at = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    if not 0 < at < len(short):
        return False
    if len(long) > len(short):
        silent = long[at] == "h" and long[at - 1] not in "csp"
        return (silent or long[at] in _VOWELS) and short[at:] == long[at + 1 :]
    inside = at < len(short) - 1 and short[at + 1 :] == long[at + 1 :]
    vowels = short[at] in _VOWELS and long[at] in _VOWELS
    return inside and vowels and (known or len(short) > _LETTERS_TO_VARY)


def same_name(a: NameValue, b: NameValue) -> bool:
    """Whether both may name one bearer: equal, or one is a short form of the other.

    Short forms are a surname ("Lavrov"), a last word ("Warriors" of the Golden State Warriors), a
    middle name or an initial left out. A part of a place's name is another place.
    """
    if equal_names(a, b):
        return True
    if "people" in (a.type, b.type) or country_of_people(a.value) or country_of_people(b.value):
        known = country_of_people(a.value) or bearer(a)
        return known is not None and known == (country_of_people(b.value) or bearer(b))
    short, long = sorted((a, b), key=lambda name: len(name.tokens))
    return _shortens(short, long)


def _expands(short: NameValue, long: NameValue) -> bool:
    if len(short.tokens) != 1 or len(long.tokens) < 2:
        return False
    acronym = short.tokens[0]
    if not short.value.replace(".", "").isupper() or not 2 <= len(acronym) <= 8:
        return False
    if long.acronym and fold(long.acronym) == acronym:
        return True
    words = [fold(word) for word in re.findall(r"[^\W_]+", long.value)]
    with_all = "".join(word[0] for word in words)
    without = "".join(word[0] for word in words if word not in CONNECTORS and word != "and")
    return acronym in (with_all, without)


def _shortens(short: NameValue, long: NameValue) -> bool:
    few, many = keys(short), keys(long)
    if not few or bearer(short) or bearer(long):
        return False
    if len(few) == len(many):
        return (
            len(few) > 1
            and few[-1] == many[-1]
            and _initial(few[0], many[0])
            and few[1:] == many[1:]
        )
    if len(few) > 1:
        inside = [key for key in many if key in few]
        return inside == list(few) and (few[-1] == many[-1] or few[0] == many[0])
    if many[0] in PLACE_PREFIXES or " of " in long.value or long.type == "place":
        return False
    if few[0] == many[-1]:
        return short.type != "place"
    return few[0] == many[0] and long.type in ("person", "organisation") and short.type != "place"


def _initial(a: str, b: str) -> bool:
    return a == b or (1 in (len(a), len(b)) and a[0] == b[0])

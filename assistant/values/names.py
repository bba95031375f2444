"""Finds names in text by their shape: people, organisations, places, peoples."""

from __future__ import annotations

import re

from assistant.values.calendar_words import NAMED_DAYS
from assistant.values.name_forms import equal_names, name_tokens, same_name
from assistant.values.name_runs import Token, apart, headline, lines, runs, tokens, trimmed
from assistant.values.name_types import type_of
from assistant.values.name_words import (
    BODIES,
    BODY_NOUNS,
    DOUBTFUL_TITLES,
    FIRST_NAMES,
    NOT_NAMES,
    ROYAL_TITLES,
    SUFFIXES,
    TITLES,
    is_common,
    is_function_word,
)
from assistant.values.places import country_of_people, place_named
from assistant.values.types import NameValue

__all__ = ["NameValue", "equal_names", "find_names", "parse_name", "same_name"]

_VERB_AFTER = re.compile(
    r"\s+(?:told|has|had|was|will|would|wrote|did|also|who|and|said|[a-z]{2,}ed|[a-z]+s)\b"
)
# Bodies whose short names are ordinary words too: "the growth of IS".
_SHOUTED = frozenset({"IS", "US", "WHO"})
_BEFORE_SHOUTED = re.compile(
    r"(?:^|\b(?:of|against|with|by|from|for|the|as|in|join|joined|kill|fight|fighting|and|to))\s*$",
    re.I,
)
_ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?([A-Z][A-Z.&]{1,8})\s*[),]")


_HALF_PLACES = frozenset({"new", "great", "greater", "upper", "lower", "los", "el", "san", "santa"})
_INSIDE_TITLES = frozenset({"of", "state", "staff", "for", "the", "and", "affairs", "general"})


def find_names(text: str) -> list[NameValue]:
    """Every name in `text` in order, titles and possessives outside its characters.

    Titles of kings and popes stay inside ("Pope Francis"). A people ("Russian") is a name of type
    "people". A single capitalised word that begins a sentence has `sure` False unless it stands
    with a capital elsewhere too. In headlines set in capitals, ordinary words end a name.
    """
    every = tokens(text)
    capital_elsewhere = {t.lower for t in every if t.capital and not t.initial}
    low_elsewhere = {t.lower for t in every if not t.capital}
    names: list[NameValue] = []
    for line in lines(text, every):
        titled = headline(line)
        for run in runs(text, line, titled):
            for part in apart(trimmed(run, titled, low_elsewhere)):
                name = _name(text, part, capital_elsewhere)
                if name is not None:
                    names.append(name)
    return names


def parse_name(text: str) -> NameValue:
    """The name that `text` as a whole is taken to be; its characters are all of `text`."""
    found = find_names(text)
    whole = found[0] if len(found) == 1 else None
    return NameValue(
        0,
        len(text),
        text,
        name_tokens(text),
        whole.type if whole else "name",
        whole.title if whole else "",
    )


def _name(text: str, run: list[Token], capital_elsewhere: set[str]) -> NameValue | None:
    titles, rest = _titles(run)
    while rest and rest[-1].lower in NOT_NAMES:
        if len(rest) > 1 and rest[-2].lower in FIRST_NAMES | NAMED_DAYS:
            break
        rest = rest[:-1]
    if not rest or all(t.lower in NOT_NAMES | SUFFIXES for t in rest):
        return None
    if len(rest) == 1 and _ordinary(text, rest[0]):
        return None
    start, end = rest[0].start, rest[-1].end
    owned = re.search(r"[’']s?$", text[start:end])
    if owned:
        end = start + owned.start()
    words = text[start:end]
    sure = not (len(rest) == 1 and rest[0].initial and not titles)
    if not sure:
        shouted = words.isupper() and len(words) <= 5 and not text.isupper()
        if is_common(rest[0].lower) and not shouted:
            return None
        known = place_named(words) or country_of_people(words)
        sure = (
            bool(known)
            or rest[0].lower in capital_elsewhere
            or _inner_capital(words)
            or bool(_VERB_AFTER.match(text, end))
        )
    tokens = name_tokens(words)
    if not tokens:
        return None
    acronym = _ACRONYM.match(text, end)
    kind = type_of(text, start, end, words, titled=bool(titles))
    title = " ".join(t.text for t in titles)
    return NameValue(start, end, words, tokens, kind, title, sure, acronym[1] if acronym else "")


def _ordinary(text: str, token: Token) -> bool:
    """A capital alone that names nobody: a title, half a place, a word of every sentence."""
    if _shouted(text, token):
        return False
    return token.lower in TITLES | _HALF_PLACES or is_function_word(token.text)


def _shouted(text: str, token: Token) -> bool:
    """IS, US or WHO where a body is meant, not an emphasis."""
    before = text[max(0, token.start - 12) : token.start]
    return token.text in _SHOUTED and not text.isupper() and bool(_BEFORE_SHOUTED.search(before))


def _inner_capital(word: str) -> bool:
    """Capitals that no sentence's beginning explains: NATO, TikTok."""
    return any(letter.isupper() for letter in word[1:]) and not (word.isupper() and len(word) > 6)


def _of_title(run: list[Token], at: int) -> bool:
    """Whether the word belongs to the title that begins the run: "Home Secretary", "of State"."""
    word = run[at].lower
    if word in TITLES or word in ROYAL_TITLES:
        return not run[at].owning
    if at + 1 < len(run) and run[at + 1].lower in ("secretary", "minister"):
        return word not in BODIES and country_of_people(word) is None and not run[at].owning
    return bool(at) and word in _INSIDE_TITLES


def _titles(run: list[Token]) -> tuple[list[Token], list[Token]]:
    """The titles that begin a run, and the name after them."""
    cut = 0
    while cut < len(run) and _of_title(run, cut):
        cut += 1
    if cut == len(run) or run[cut].lower in BODIES | BODY_NOUNS:
        return [], run
    if all(t.lower in DOUBTFUL_TITLES for t in run[:cut]) and len(run) - cut < 2:
        return [], run
    while cut and run[cut - 1].lower in ROYAL_TITLES | {"of", "the", "and", "for"}:
        if run[cut - 1].lower in ROYAL_TITLES:
            return run[: cut - 1], run[cut - 1 :]
        cut -= 1
    return run[:cut], run[cut:]

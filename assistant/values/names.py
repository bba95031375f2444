"""Finds names in text by their shape: people, organisations, places, peoples."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.values.name_forms import equal_names, fold, name_tokens, same_name
from assistant.values.name_types import type_of
from assistant.values.name_words import (
    BODIES,
    BODY_NOUNS,
    CONNECTORS,
    DOUBTFUL_TITLES,
    FIRST_NAMES,
    FUNCTION_WORDS,
    NOT_NAMES,
    OFFICES,
    PARTICLES,
    ROYAL_TITLES,
    SUFFIXES,
    TITLES,
    is_common,
)
from assistant.values.places import country_of_people, place_named
from assistant.values.types import NameValue

__all__ = ["NameValue", "equal_names", "find_names", "parse_name", "same_name"]

_TOKEN = re.compile(
    r"(?:al|el|Al|El)\s?[-–—‑]\s?[A-Z][\w’'‑-]*\w|(?:[A-Z]\.){1,4}(?:\s?[A-Z]\.)?|"
    r"(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Maj|Adm|Prof|Rev|Jr|Sr|Inc|Corp|Co|Ltd)\.|"
    r"[^\W\d_](?:[\w&’'‑-]*[^\W_])?"
)
_INITIAL = re.compile(r"(?:^|[.!?…:;]|[\"“”‘'(\[•*/|—–-]|\n)\s*$")
_ACRONYM = re.compile(r"\s*\(\s*(?:the\s+)?([A-Z][A-Z.&]{1,8})\s*[),]")


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    text: str
    initial: bool  # begins a sentence, a quotation or a bracket

    @property
    def lower(self) -> str:
        return fold(self.text)

    @property
    def capital(self) -> bool:
        text = self.text
        if text[:3].lower() in ("al-", "el-", "al ", "el "):
            return True
        return text[0].isupper() or (len(text) > 2 and text[1].isupper() and text[0].islower())

    @property
    def owning(self) -> bool:
        return bool(re.search(r"[’']s?$", self.text))


def find_names(text: str) -> list[NameValue]:
    """Every name in `text` in order, titles and possessives outside its characters.

    Titles of kings and popes stay inside ("Pope Francis"). A people ("Russian") is a name of type
    "people". A single capitalised word that begins a sentence has `sure` False unless it stands
    with a capital elsewhere too. In headlines set in capitals, ordinary words end a name.
    """
    tokens = _tokens(text)
    capital_elsewhere = {t.lower for t in tokens if t.capital and not t.initial}
    low_elsewhere = {t.lower for t in tokens if not t.capital}
    names: list[NameValue] = []
    for line in _lines(text, tokens):
        headline = _headline(line)
        for run in _runs(text, line, headline):
            for part in _apart(_trimmed(run, headline, low_elsewhere)):
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


def _tokens(text: str) -> list[_Token]:
    found: list[_Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        initial = bool(_INITIAL.search(text[max(0, start - 4) : start]))
        if initial and found and found[-1].text.endswith(".") and start - found[-1].end == 1:
            initial = False  # an abbreviation's full stop
        found.append(_Token(start, end, match.group(), initial))
    return found


def _lines(text: str, tokens: list[_Token]) -> Iterator[list[_Token]]:
    line: list[_Token] = []
    for token in tokens:
        if line and "\n" in text[line[-1].end : token.start]:
            yield line
            line = []
        line.append(token)
    if line:
        yield line


def _headline(line: list[_Token]) -> bool:
    """Whether a line is set like a title: every word of some length with a capital."""
    words = [t for t in line if len(t.text) > 3 and t.lower not in FUNCTION_WORDS]
    return len(words) >= 4 and sum(t.capital for t in words) > 0.9 * len(words)


def _runs(text: str, tokens: list[_Token], headline: bool) -> Iterator[list[_Token]]:
    """Capitalised words in a row, with the connectors between them."""
    run: list[_Token] = []
    held: list[_Token] = []  # connectors that count only if a capital follows
    for token in tokens:
        gap = text[run[-1].end if not held else held[-1].end : token.start] if run else ""
        near = gap in (" ", "\u00a0") or (gap.strip() == "&" and len(gap) <= 3)
        breaks = headline and is_common(token.lower) and token.lower not in BODY_NOUNS | TITLES
        if (
            run
            and near
            and token.capital
            and not breaks
            and not _owns(run[-1])
            and (not token.initial)
        ):
            run += [*held, token]
            held = []
        elif run and near and not token.capital and _connects(run[-1], token, held):
            held.append(token)
        else:
            if run:
                yield run
            run, held = ([token] if token.capital and not breaks else []), []
    if run:
        yield run


def _owns(token: _Token) -> bool:
    return token.owning and not is_common(token.lower)


def _connects(last: _Token, token: _Token, held: list[_Token]) -> bool:
    word = token.lower
    if word in PARTICLES:
        return not held
    if held:
        return word == "the" and held[-1].lower in ("of", "for")
    if word in ("of", "for"):
        return last.lower in BODIES
    if word == "and":
        return last.lower in ("bosnia", "trinidad", "food", "homeland", "ways", "antigua", "health")
    return False


def _trimmed(run: list[_Token], headline: bool, low: set[str]) -> list[_Token]:
    """Without the ordinary word that begins the sentence, and without connectors at the ends."""
    tokens = list(run)
    while tokens and (tokens[0].initial or headline) and tokens[0].lower in FUNCTION_WORDS:
        if len(tokens) > 1 and place_named(" ".join(t.text for t in tokens[:2])):
            break
        if len(tokens[0].text) <= 4 and tokens[0].text.isupper() and len(tokens[0].text) > 1:
            break
        tokens.pop(0)
    if (
        len(tokens) > 1
        and tokens[0].initial
        and tokens[0].lower in low
        and is_common(tokens[0].lower)
    ):
        tokens.pop(0)
    while tokens and (tokens[0].lower in CONNECTORS and not tokens[0].capital):
        tokens.pop(0)
    return tokens


def _apart(run: list[_Token]) -> Iterator[list[_Token]]:
    """Names that only stand side by side: Russian | President Putin, Apple | CEO Tim Cook."""
    while len(run) > 1 and country_of_people(run[0].text):
        if place_named(" ".join(t.text for t in run[:2])):
            break
        if run[1].lower not in TITLES and run[1].lower not in NOT_NAMES:
            break
        yield run[:1]
        run = run[1:]
    cut = next((i for i in range(1, len(run) - 1) if run[i].lower in OFFICES), 0)
    if (
        cut
        and run[cut - 1].lower not in CONNECTORS
        and not all(t.lower in TITLES or t.lower in ROYAL_TITLES for t in run[cut:])
    ):
        while cut and run[cut - 1].lower in TITLES:
            cut -= 1
        if cut:
            yield run[:cut]
            run = run[cut:]
    yield run


def _name(text: str, run: list[_Token], capital_elsewhere: set[str]) -> NameValue | None:
    titles, rest = _titles(run)
    while rest and rest[-1].lower in NOT_NAMES:
        if len(rest) > 1 and rest[-2].lower in FIRST_NAMES:
            break
        rest = rest[:-1]
    if not rest or all(t.lower in NOT_NAMES | SUFFIXES for t in rest):
        return None
    if len(rest) == 1 and (rest[0].lower in TITLES or rest[0].lower in FUNCTION_WORDS):
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
        sure = bool(known) or rest[0].lower in capital_elsewhere or _inner_capital(words)
    tokens = name_tokens(words)
    if not tokens:
        return None
    acronym = _ACRONYM.match(text, end)
    kind = type_of(text, start, end, words, titled=bool(titles))
    title = " ".join(t.text for t in titles)
    return NameValue(start, end, words, tokens, kind, title, sure, acronym[1] if acronym else "")


def _inner_capital(word: str) -> bool:
    """Capitals that no sentence's beginning explains: NATO, TikTok."""
    return any(letter.isupper() for letter in word[1:]) and not (word.isupper() and len(word) > 6)


def _titles(run: list[_Token]) -> tuple[list[_Token], list[_Token]]:
    """The titles that begin a run, and the name after them."""
    cut = 0
    while cut < len(run) and (
        run[cut].lower in TITLES
        or run[cut].lower in ROYAL_TITLES
        or (
            cut
            and run[cut].lower
            in ("of", "state", "staff", "for", "the", "and", "affairs", "general")
        )
    ):
        cut += 1
    if cut == len(run):
        return [], run
    if all(t.lower in DOUBTFUL_TITLES for t in run[:cut]) and len(run) - cut < 2:
        return [], run
    while cut and run[cut - 1].lower in ROYAL_TITLES | {"of", "the", "and", "for"}:
        if run[cut - 1].lower in ROYAL_TITLES:
            return run[: cut - 1], run[cut - 1 :]
        cut -= 1
    return run[:cut], run[cut:]

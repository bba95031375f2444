"""Runs of capitalised words in text, cut where one name ends and another begins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from assistant.values.name_forms import fold
from assistant.values.name_words import (
    BODIES,
    BODY_NOUNS,
    CONNECTORS,
    NOT_NAMES,
    OFFICES,
    PARTICLES,
    PLACE_PREFIXES,
    ROYAL_TITLES,
    TITLES,
    is_common,
    is_function_word,
)
from assistant.values.places import country_of_people, place_named

_TOKEN = re.compile(
    r"(?:al|el|Al|El)\s?[-–—‑]\s?[A-Z][\w’'‑-]*\w|(?:[A-Z]\.)+[A-Z]\b(?!\.)|(?:[A-Z]\.){1,4}(?:\s?[A-Z]\.)?|"
    r"(?:Mr|Mrs|Ms|Dr|St|Sen|Rep|Gov|Gen|Col|Lt|Capt|Sgt|Maj|Adm|Prof|Rev|Jr|Sr|Inc|Corp|Co|Ltd)\.|"
    r"[^\W\d_](?:[\w&’'‑-]*[^\W_])?"
)
# What a sentence begins after; a quotation mark behind a comma only ends one.
_INITIAL = re.compile(r"(?:^|[.!?…:;]|(?<!,)[\"”’']|[“‘(\[•*/|—–-]|\n)\s*$")


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text with its offsets; abbreviations and initials keep their full stop."""

    start: int
    end: int
    text: str
    initial: bool  # begins a sentence, a quotation or a bracket

    @property
    def lower(self) -> str:
        """Its folded form."""
        return fold(self.text)

    @property
    def capital(self) -> bool:
        """Whether it is written as names are: Putin, al-Assad, iPhone."""
        text = self.text
        if text[:3].lower() in ("al-", "el-", "al ", "el "):
            return True
        return text[0].isupper() or (len(text) > 2 and text[1].isupper() and text[0].islower())

    @property
    def owning(self) -> bool:
        """Whether it is a possessive."""
        return bool(re.search(r"[’']s?$", self.text))


def tokens(text: str) -> list[Token]:
    """The words of `text` in order."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        initial = bool(_INITIAL.search(text[max(0, start - 4) : start]))
        if initial and found and found[-1].text.endswith(".") and start - found[-1].end == 1:
            initial = False  # an abbreviation's full stop
        found.append(Token(start, end, match.group(), initial))
    return found


def lines(text: str, tokens: list[Token]) -> Iterator[list[Token]]:
    """The words of each line of `text`; no name reaches over a line's end."""
    line: list[Token] = []
    for token in tokens:
        if line and "\n" in text[line[-1].end : token.start]:
            yield line
            line = []
        line.append(token)
    if line:
        yield line


def headline(line: list[Token]) -> bool:
    """Whether a line is set like a title: every word of some length with a capital."""
    words = [t for t in line if len(t.text) > 2 and not is_function_word(t.text)]
    return len(words) >= 5 and sum(t.capital for t in words) > 0.9 * len(words)


# Ordinary words that do not end a name in a headline: NEW YORK, Defence Ministry.
_KEPT = BODY_NOUNS | TITLES | PLACE_PREFIXES


def runs(text: str, tokens: list[Token], titled: bool) -> Iterator[list[Token]]:
    """Capitalised words in a row, with the connectors between them."""
    run: list[Token] = []
    held: list[Token] = []  # connectors that count only if a capital follows
    for token in tokens:
        gap = text[run[-1].end if not held else held[-1].end : token.start] if run else ""
        near = gap in (" ", "\u00a0") or (gap.strip() == "&" and len(gap) <= 3)
        breaks = titled and is_common(token.lower) and token.lower not in _KEPT
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


def _owns(token: Token) -> bool:
    return token.owning and not is_common(token.lower)


def _connects(last: Token, token: Token, held: list[Token]) -> bool:
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


def trimmed(run: list[Token], titled: bool, low: set[str]) -> list[Token]:
    """Without the ordinary word that begins the sentence, and without connectors at the ends."""
    tokens = list(run)
    while tokens and (tokens[0].initial or titled) and is_function_word(tokens[0].text):
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


def _office(run: list[Token], at: int) -> bool:
    """A title that a name follows; "Premier League" and "Justice Department" hold none."""
    return run[at].lower in OFFICES and run[at + 1].lower not in BODIES | BODY_NOUNS


def apart(run: list[Token]) -> Iterator[list[Token]]:
    """Names that only stand side by side: Russian | President Putin, Apple | CEO Tim Cook."""
    while len(run) > 1 and country_of_people(run[0].text):
        if place_named(" ".join(t.text for t in run[:2])):
            break
        if run[1].lower not in TITLES and run[1].lower not in NOT_NAMES:
            break
        yield run[:1]
        run = run[1:]
    cut = next((i for i in range(1, len(run) - 1) if _office(run, i)), 0)
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

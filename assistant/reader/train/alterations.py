"""Changes one detail of a sentence, so that a text that states the original refutes it."""

from __future__ import annotations

import calendar
import random
import re
from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from assistant.reader.train.text import names

MONTHS = list(calendar.month_name)[1:]
DAYS = list(calendar.day_name)
SHORT_MONTHS = [n if len(n) < 5 else f"{n[: 4 if n == 'September' else 3]}." for n in MONTHS]
_ANY_MONTH = "|".join([*MONTHS, *(re.escape(name) for name in SHORT_MONTHS)])
_MONTH = re.compile(rf"\b(?:{_ANY_MONTH})(?!\w)")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(DAYS)})\b")
_YEAR = re.compile(r"\b(?:1[1-9]|20)\d\d\b(?![,.]\d)(?!\s?(?:%|percent|km|feet|m\b))")
_DAY = re.compile(rf"\b(?:(?:{_ANY_MONTH}) (\d\d?)(?!\d)|(\d\d?) (?={_ANY_MONTH}))", re.ASCII)
_NUMBER = re.compile(r"(?<![\w.,-])\d+(?:,\d{3})*(?:\.\d+)?(?![\w]|[.,]\d|-\d)")
_WORDS = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fifteen", "eighteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
    "eighty", "ninety",
]  # fmt: skip
_ORDINALS = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
]  # fmt: skip
_NUMBER_WORD = re.compile(rf"\b(?:{'|'.join([*_WORDS, *_ORDINALS])})\b", re.IGNORECASE)
_SCALE = re.compile(r"\b(?:hundred|thousand|million|billion|trillion)s?\b")
_OPPOSITES = [
    "before/after", "rose/fell", "rises/falls", "increased/decreased", "increase/decrease",
    "increases/decreases", "more than/less than", "higher/lower", "highest/lowest", "won/lost",
    "largest/smallest", "larger/smaller", "first/last", "north/south", "northern/southern",
    "east/west", "eastern/western", "opened/closed", "approved/rejected", "confirmed/denied",
    "began/ended", "started/stopped", "early/late", "earlier/later", "best/worst", "old/new",
    "oldest/youngest", "above/below", "up/down", "always/never", "all/none", "many/few",
    "allowed/forbade", "accepted/refused", "supported/opposed", "support/oppose", "major/minor",
    "success/failure", "successful/unsuccessful", "public/private", "strong/weak", "least/most",
    "arrived/left", "included/excluded", "joined/left", "gained/lost", "men/women", "male/female",
    "father/mother", "son/daughter", "brother/sister", "inside/outside", "in favour of/against",
    "possible/impossible", "legal/illegal", "often/rarely", "majority/minority",
    "positive/negative",
    "appointed/dismissed", "bought/sold", "raised/cut", "widely/hardly", "top/bottom", "true/false",
    "victory/defeat", "defeated/lost to", "common/rare", "urban/rural", "hot/cold", "warm/cool",
]  # fmt: skip
_TURN = {a: b for pair in _OPPOSITES for a, b in (pair.split("/"), pair.split("/")[::-1])}
_OPPOSITE = re.compile(rf"\b(?:{'|'.join(sorted(_TURN, key=len, reverse=True))})\b")
_AUX = re.compile(
    r"\b(is|are|was|were|has|have|had|can|could|will|would|should|must|did|does|do|may|might)\b"
    r"(?! (?:not|never|also not)\b)(?!n't)"
)
_NEGATED = re.compile(r"\b(?:(?:do|does|did) not )|(?<=\w) not(?= )|\bnever (?=\w)|(?<=\w)n't\b")


@dataclass(frozen=True, slots=True)
class Pool:
    """Names to put in another's place, and words that are no names although they open a sentence
    with a capital."""

    names: Sequence[str] = ()
    ordinary: Set[str] = frozenset()


_EMPTY = Pool()
Change = Callable[[str, random.Random, Pool], str | None]


def _swap(sentence: str, match: re.Match[str], new: str, group: int = 0) -> str:
    if match.group(group)[:1].isupper():
        new = new[:1].upper() + new[1:]
    return sentence[: match.start(group)] + new + sentence[match.end(group) :]


def _pick(pattern: re.Pattern[str], text: str, rng: random.Random) -> re.Match[str] | None:
    found = list(pattern.finditer(text))
    return rng.choice(found) if found else None


def _other(values: Sequence[str], old: str, rng: random.Random) -> str:
    return rng.choice([value for value in values if value.casefold() != old.casefold()])


def change_date(sentence: str, rng: random.Random, _: Pool = _EMPTY) -> str | None:
    """Another month, weekday, day of the month or year; None where there is no date."""
    found = [
        (kind, match)
        for kind, pattern in (("month", _MONTH), ("week", _WEEKDAY), ("day", _DAY), ("year", _YEAR))
        for match in pattern.finditer(sentence)
    ]
    if not found:
        return None
    kind, match = rng.choice(found)
    if kind == "month":
        names_ = SHORT_MONTHS if match.group().endswith(".") else MONTHS
        return _swap(sentence, match, _other(names_, match.group(), rng))
    if kind == "week":
        return _swap(sentence, match, _other(DAYS, match.group(), rng))
    if kind == "day":
        group = 1 if match.group(1) else 2
        days = [str(day) for day in range(1, 29)]
        return _swap(sentence, match, _other(days, match.group(group), rng), group)
    step = rng.choice((1, 1, 2, 3, 4, 5, 8, 10, 10, 20, 30, 50, 100))
    return _swap(sentence, match, str(int(match.group()) + rng.choice((-1, 1)) * step))


def change_number(sentence: str, rng: random.Random, _: Pool = _EMPTY) -> str | None:
    """A number near it, in the same form; None where there is no number but dates."""
    dated = {i for p in (_YEAR, _DAY) for m in p.finditer(sentence) for i in range(*m.span())}
    found = [
        match
        for pattern in (_NUMBER, _NUMBER_WORD, _SCALE)
        for match in pattern.finditer(sentence)
        if match.start() not in dated and match.end() - 1 not in dated
    ]
    if not found:
        return None
    match = rng.choice(found)
    old = match.group()
    if _SCALE.fullmatch(old):
        scales = ["hundred", "thousand", "million", "billion"]
        return _swap(
            sentence, match, _other(scales, old.rstrip("s"), rng) + "s" * old.endswith("s")
        )
    if old.casefold() in _ORDINALS:
        return _swap(sentence, match, _other(_ORDINALS, old, rng))
    if not old[0].isdigit():
        return _swap(sentence, match, _other(_WORDS, old, rng))
    return _swap(sentence, match, _near(old, rng))


def _near(old: str, rng: random.Random) -> str:
    """Another number with as many decimals and the same separators."""
    value = float(old.replace(",", ""))
    decimals = len(old.partition(".")[2])
    unit = 10.0**-decimals
    for _ in range(20):
        step = rng.choice(
            (unit, 2 * unit, 5 * unit, value * rng.uniform(0.05, 0.6), value, 10 * unit)
        )
        new = abs(value + rng.choice((-1, 1)) * step) if rng.random() < 0.85 else value * 10
        text = f"{new:,.{decimals}f}" if "," in old else f"{new:.{decimals}f}"
        if text != old and new > 0:
            return text
    return f"{value + 1:.{decimals}f}"


def change_name(sentence: str, rng: random.Random, others: Pool = _EMPTY) -> str | None:
    """Another name of about the same shape from `others`; None without one."""
    own = [
        name for name in names(sentence, others.ordinary) if name.split()[0] not in (*MONTHS, *DAYS)
    ]
    if not own:
        return None
    old = rng.choice(own)
    fitting = [
        name for name in others.names
        if name not in sentence and old not in name and not set(name.split()) & set(old.split())
        and abs(len(name.split()) - len(old.split())) <= 1 and name.isupper() == old.isupper()
        and name.split()[0] not in (*MONTHS, *DAYS)
    ]  # fmt: skip
    if not fitting:
        return None
    return sentence.replace(old, rng.choice(fitting))


def change_order(sentence: str, rng: random.Random, others: Pool = _EMPTY) -> str | None:
    """Two names or two numbers change places: who did it to whom, which came first."""
    kinds = [sorted(set(names(sentence, others.ordinary)), key=sentence.find)]
    kinds.append(sorted({m.group() for m in _NUMBER.finditer(sentence)}, key=sentence.find))
    kinds = [kind for kind in kinds if len(kind) >= 2]
    if not kinds:
        return None
    first, second = sorted(rng.sample(rng.choice(kinds), 2), key=sentence.find)
    between = sentence[sentence.find(first) + len(first) : sentence.find(second)]
    # "A and B met" says what "B and A met" says.
    if first in second or second in first or len(between.split()) < 2 or "and" in between.split():
        return None
    mark = "\x00"
    return sentence.replace(first, mark).replace(second, first).replace(mark, second)


def change_opposite(sentence: str, rng: random.Random, _: Pool = _EMPTY) -> str | None:
    """One word turned into its opposite."""
    turned = _pick(_OPPOSITE, sentence, rng)
    return _swap(sentence, turned, _TURN[turned.group()]) if turned else None


def change_sense(sentence: str, rng: random.Random, _: Pool = _EMPTY) -> str | None:
    """A negation put in or taken out, or one word turned into its opposite."""
    if rng.random() < 0.5 and (turned := change_opposite(sentence, rng)):
        return turned
    if match := _pick(_NEGATED, sentence, rng):
        return " ".join((sentence[: match.start()] + sentence[match.end() :]).split())
    if match := next(_AUX.finditer(sentence), None):
        word = rng.choice(("not", "not", "never"))
        return f"{sentence[: match.end()]} {word}{sentence[match.end() :]}"
    return None


CHANGES: dict[str, Change] = {
    "date": change_date,
    "number": change_number,
    "name": change_name,
    "order": change_order,
    "sense": change_sense,
}

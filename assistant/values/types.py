"""The values that text can hold, each with the characters that it was read from.

Every one has `start`, `end`, `text` (`source[start:end] == text`), `value` (its normal form) and
`display()` (how an answer shows it).
"""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass, field
from typing import ClassVar, Literal

from corpus.partial_date import PartialDate

Modifier = Literal["exact", "about", "at_least", "more_than", "at_most", "less_than", "up_to"]
NumberForm = Literal["cardinal", "ordinal", "score"]
NameType = Literal["person", "place", "organisation", "people", "name"]

_SIGNS: dict[Modifier, str] = {
    "exact": "",
    "about": "~",
    "at_least": ">=",
    "more_than": ">",
    "at_most": "<=",
    "less_than": "<",
    "up_to": "<=",
}
_WORDS: dict[Modifier, str] = {
    "exact": "",
    "about": "about ",
    "at_least": "at least ",
    "more_than": "more than ",
    "at_most": "at most ",
    "less_than": "less than ",
    "up_to": "up to ",
}


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date, or a range of dates from `first` to `last` (None for a single date), both inclusive.

    `inferred` says that some part came from the article's date, `approx` that the text is vague
    ("early 2016", "two weeks ago"), `label` is how to show what ISO shows badly ("summer 2014").
    """

    start: int
    end: int
    text: str
    first: PartialDate
    last: PartialDate | None = None
    approx: bool = False
    inferred: bool = False
    label: str = ""
    kind: ClassVar[str] = "date"

    @property
    def value(self) -> str:
        """ISO 8601, shortened: `2015-09-30`, `--09-30`, `2015`; a range as `2015-07/2015-09`."""
        return str(self.first) if self.last is None else f"{self.first}/{self.last}"

    def display(self) -> str:
        """As a reader of news writes it: `September 30, 2015`, `summer 2014`."""
        if self.label:
            return self.label
        if self.last is None:
            return self.first.display()
        return f"{self.first.display()} to {self.last.display()}"


@dataclass(frozen=True, slots=True)
class NumberValue:
    """A number, or a range `low` to `high`, with what its words say of it.

    `unit` is what changes its meaning: `percent`, a currency code, `age`, a measure (`km`,
    `year`); `noun` the singular noun counted, where it stands plainly ("7,000 people": person).
    An ordinal ("third", "No. 3") has form `ordinal`; a score ("3-2") has form `score` and its two
    sides in `low` and `high`. `vague` marks words such as "dozens", read as a wide range.
    """

    start: int
    end: int
    text: str
    low: float
    high: float
    modifier: Modifier = "exact"
    unit: str | None = None
    noun: str | None = None
    form: NumberForm = "cardinal"
    vague: bool = False
    kind: ClassVar[str] = "number"

    @property
    def value(self) -> str:
        """`7000`, `5000-7000`, `>2000`, `~7000`, `33.3%`, `USD 1500000000`, `5 km`, `3rd`.

        Signs: `>` more than, `>=` at least, `<` less than, `<=` at most or up to, `~` about.
        Thousands are not marked. The noun is no part of it, a measure or currency is.
        """
        if self.form == "ordinal":
            return ordinal(int(self.low))
        if self.form == "score" or self.low != self.high:
            amount = f"{plain(self.low)}-{plain(self.high)}"
        else:
            amount = plain(self.low)
        return _SIGNS[self.modifier] + _with_unit(amount, self.unit)

    def display(self) -> str:
        """With thousands marked: `more than 250,000`, `5,000 to 7,000`, `33.3 percent`."""
        if self.form != "cardinal" or self.vague:
            return self.text
        amount = grouped(self.low)
        if self.low != self.high:
            amount += f" to {grouped(self.high)}"
        return _WORDS[self.modifier] + _shown_unit(amount, self.unit)


@dataclass(frozen=True, slots=True)
class NameValue:
    """A name without its titles: a person, place, organisation, or a people ("Russian").

    `tokens` are its words, case, accents and possessives folded; `type` is "name" where its shape
    does not tell. `title` is what stood before it ("President"), `sure` is False for a single
    capitalised word that only begins a sentence.
    """

    start: int
    end: int
    text: str
    tokens: tuple[str, ...]
    type: NameType = "name"
    title: str = ""
    sure: bool = True
    acronym: str = ""
    kind: ClassVar[str] = "name"

    @property
    def value(self) -> str:
        """The name as written, spaces and possessive tidied, no title before it."""
        return tidy_name(self.text)

    def display(self) -> str:
        """The same as its value."""
        return self.value


@dataclass(frozen=True, slots=True)
class SpanValue:
    """Any other words, or a yes or a no."""

    start: int
    end: int
    text: str
    kind: str = field(default="span")

    @property
    def value(self) -> str:
        """Folded as SQuAD scores answers: lower case, no articles, no punctuation."""
        return normal_words(self.text)

    def display(self) -> str:
        """The words, outer punctuation and spaces gone."""
        return " ".join(self.text.split()).strip(' ,;:."“”')


Value = DateValue | NumberValue | NameValue | SpanValue

_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Jr|Sr|Inc|Corp|Co|Ltd))\.$")
_ARTICLES = re.compile(r"\b(?:a|an|the)\b")


def normal_words(text: str) -> str:
    """SQuAD's normal form of a short answer."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    kept = "".join(c for c in folded if not unicodedata.category(c).startswith("P"))
    return " ".join(_ARTICLES.sub(" ", kept).split())


def tidy_name(text: str) -> str:
    """A name's spelling with single spaces, plain apostrophes and hyphens, no possessive."""
    name = " ".join(re.sub(r"\s*[–—‑]\s*", "-", text).replace("’", "'").split())
    bare = re.sub(r"'s$|(?<=s)'$", "", name).strip(" ,;:\"'“”")
    return bare if _ABBREVIATED.search(bare) else bare.strip(".")


def plain(number: float) -> str:
    """A number's shortest decimal form: `7000`, `0.5`, `33.3`."""
    if math.isinf(number):
        return "inf"
    return f"{number:.6f}".rstrip("0").rstrip(".")


def grouped(number: float) -> str:
    """With a comma every three digits."""
    whole, _, rest = plain(number).partition(".")
    sign, digits = ("-", whole[1:]) if whole.startswith("-") else ("", whole)
    marked = f"{int(digits):,}" if digits.isdigit() else digits
    return sign + marked + (f".{rest}" if rest else "")


def ordinal(number: int) -> str:
    """`1st`, `2nd`, `11th`."""
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10)
    return f"{number}{ending or 'th'}"


def _with_unit(amount: str, unit: str | None) -> str:
    if unit is None or unit == "age":
        return amount
    if unit == "percent":
        return f"{amount}%"
    return f"{unit} {amount}" if unit.isupper() else f"{amount} {unit}"


def _shown_unit(amount: str, unit: str | None) -> str:
    if unit is None:
        return amount
    if unit == "age":
        return f"{amount} years old"
    if unit.isupper():
        return f"{unit} {amount}"
    plural = (
        ""
        if unit in ("percent", "km", "kg", "cm", "mm", "celsius", "fahrenheit") or amount == "1"
        else "s"
    )
    return f"{amount} {unit}{plural}"

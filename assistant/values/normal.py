"""The value and the shown form of a short answer of any kind."""

from __future__ import annotations

import re

from assistant.answer import Kind
from assistant.values.dates import find_dates
from assistant.values.names import find_names, parse_name
from assistant.values.numbers import find_numbers
from assistant.values.types import SpanValue, Value
from corpus.partial_date import PartialDate

_YES = re.compile(r"\s*(?:yes|true|correct|right)\b", re.I)
_NO = re.compile(r"\s*(?:no|false|incorrect|wrong)\b", re.I)


def parse_value(text: str, kind: Kind, anchor: PartialDate | None = None) -> Value:
    """Read `text`, an answer of a few words, as a value of `kind`.

    The longest value of that kind in it counts; where there is none, the words themselves do, as
    a SpanValue. Offsets are those in `text`. `anchor` is the date of the article it came from.
    """
    found: list[Value] = []
    if kind == "date":
        found = list(find_dates(text, anchor))
    elif kind == "number":
        found = list(find_numbers(text))
    elif kind == "name":
        named = find_names(text)
        found = list(named) if len(named) == 1 else [parse_name(text)] if text.strip() else []
    if found:
        return max(found, key=lambda value: (value.end - value.start, -value.start))
    return SpanValue(0, len(text), text, "yes_no" if kind == "yes_no" else "span")


def value_of(text: str, kind: Kind, anchor: PartialDate | None = None) -> tuple[str, str]:
    """Normal form and display of a short answer: `("2015-09-30", "September 30, 2015")`.

    A yes_no is `yes` or `no` where it begins so. Words without a value of that kind are folded as
    SQuAD scores them.
    """
    if kind == "yes_no" and (_YES.match(text) or _NO.match(text)):
        word = "yes" if _YES.match(text) else "no"
        return word, word.capitalize()
    value = parse_value(text, kind, anchor)
    return value.value, value.display()

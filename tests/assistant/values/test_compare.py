"""Which values can both be true, and which belong in one finding."""

from __future__ import annotations

import pytest
from hypothesis import given

from assistant.values.compare import compare, same_value
from assistant.values.dates import find_dates
from assistant.values.names import find_names, parse_name
from assistant.values.numbers import find_numbers
from assistant.values.types import SpanValue, Value
from corpus.partial_date import PartialDate
from tests.assistant.values.texts import anchors, relaxed, texts

ANCHOR = PartialDate.parse("2015-10-17")


@pytest.mark.parametrize(
    ("a", "b", "wanted", "same"),
    [
        ("some 7,000", "5,000 to 7,000", "compatible", True),
        ("7,000", "5,000 to 7,000", "compatible", True),
        ("2,000", "5,000 to 7,000", "differs", False),
        ("more than 2,000", "5,000 to 7,000", "compatible", False),
        ("more than 2,000", "2,000", "compatible", True),
        ("more than 2,000", "less than 2,000", "differs", False),
        ("up to 7,000", "5,000 to 7,000", "compatible", True),
        ("48 million", "47.9 million", "compatible", True),
        ("100", "102", "differs", False),
        ("a third of it", "33%", "compatible", True),
        ("2 weeks", "14 days", "equal", True),
        ("$5", "€5", "differs", False),
        ("$1.5bn", "1.5 billion dollars", "equal", True),
        ("3-2", "2-3", "compatible", True),
        ("third", "No. 3", "equal", True),
        ("65-member", "40 members", "differs", False),
        ("12%", "12 percent", "equal", True),
    ],
)
def test_numbers(a: str, b: str, wanted: str, same: bool) -> None:
    first, second = find_numbers(a)[0], find_numbers(b)[0]
    assert compare(first, second) == wanted
    assert same_value(first, second) is same


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("--09-30", "2015-09-30", "compatible"),
        ("2015", "2015-09-30", "compatible"),
        ("2015-09-30", "September 30, 2015", "equal"),
        ("Sept. 30", "September 30, 2014", "differs"),
        ("2015-10", "summer of 2014", "differs"),
        ("early 2016", "February 2016", "compatible"),
        ("early 2016", "November 2016", "differs"),
        ("--07", "summer of 2014", "compatible"),
        ("--12", "summer of 2014", "differs"),
        ("the 1990s", "1994", "compatible"),
    ],
)
def test_dates(a: str, b: str, wanted: str) -> None:
    first, second = find_dates(a, ANCHOR)[0], find_dates(b, ANCHOR)[0]
    assert compare(first, second) == wanted
    assert same_value(first, second) is (wanted != "differs")


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("Sergei Lavrov", "Sergey Lavrov", "equal"),
        ("Lavrov", "Sergei Lavrov", "compatible"),
        ("Lavrov", "Putin", "differs"),
        ("Bagdad", "Baghdad", "equal"),
        ("Tehran", "Teheran", "equal"),
        ("Hezbollah", "Hizbollah", "equal"),
        ("Ada Brenner", "Ada Branner", "equal"),
        ("Johnson", "Johnston", "differs"),
        ("Hansen", "Hanson", "differs"),
        ("Roberts", "Robert", "differs"),
        ("Antonio", "Antonia", "differs"),
        ("Slovakia", "Slovenia", "differs"),
        ("Austria", "Australia", "differs"),
        ("Iran", "Iraq", "differs"),
        ("Velden", "Valden", "differs"),
    ],
)
def test_names(a: str, b: str, wanted: str) -> None:
    assert compare(parse_name(a), parse_name(b)) == wanted


@pytest.mark.parametrize(
    ("a", "b", "wanted"),
    [
        ("The computer glitch.", "computer glitch", "equal"),
        ("glitch", "a computer glitch", "compatible"),
        ("a storm", "a computer glitch", "differs"),
    ],
)
def test_other_words(a: str, b: str, wanted: str) -> None:
    assert compare(SpanValue(0, len(a), a), SpanValue(0, len(b), b)) == wanted


def _all(text: str, anchor: PartialDate | None) -> list[Value]:
    found: list[Value] = [*find_dates(text, anchor), *find_numbers(text), *find_names(text)]
    return [*found[:5], SpanValue(0, len(text), text)]


@relaxed
@given(texts, texts, anchors)
def test_is_symmetric_and_a_value_equals_itself(
    one: str, other: str, anchor: PartialDate | None
) -> None:
    for a in _all(one, anchor):
        if a.kind != "span" or a.value:
            assert compare(a, a) == "equal"
            assert same_value(a, a)
        for b in _all(other, anchor):
            assert compare(a, b) == compare(b, a)
            assert same_value(a, b) == same_value(b, a)
            assert compare(a, b) != "differs" or not same_value(a, b)

"""Numbers of news text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.values.numbers import find_numbers
from tests.assistant.values.texts import relaxed, texts


def values(text: str) -> list[str]:
    return [number.value for number in find_numbers(text)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5,000 to 7,000 people", "5000-7000"),
        ("between 5,000 and 7,000", "5000-7000"),
        ("5-7 million voters", "5000000-7000000"),
        ("$5 to $7 million", "USD 5000000-7000000"),
        ("10 to 20 percent", "10-20%"),
        ("10%-20%", "10-20%"),
        ("some 7,000 fighters", "~7000"),
        ("nearly 10,000 homes", "~10000"),
        ("20 or so", "~20"),
        ("more than 250,000 people", ">250000"),
        ("over 2,000 troops", ">2000"),
        ("at least 19 people", ">=19"),
        ("10,000+ troops", ">=10000"),
        ("up to 7,000", "<=7000"),
        ("no more than 20", "<=20"),
        ("fewer than 300", "<300"),
        ("a third of voters", "33.3%"),
        ("two-thirds", "66.7%"),
        ("half of the country", "50%"),
        ("fell by half", "50%"),
        ("1 in 5 adults", "20%"),
        ("nine out of 10 doctors", "90%"),
        ("65-member coalition", "65"),
        ("a dozen", "12"),
        ("two dozen", "24"),
        ("dozens of people", "~24-99"),
        ("hundreds of terrorists", "~200-999"),
        ("tens of thousands of people", "~20000-99999"),
        ("1.5 million", "1500000"),
        ("1,5 million", "1500000"),
        ("1.500.000", "1500000"),
        ("10 000 men", "10000"),
        ("half a million", "500000"),
        ("$2bn", "USD 2000000000"),
        ("€3.4 million", "EUR 3400000"),
        ("£10m", "GBP 10000000"),
        ("C$5", "CAD 5"),
        ("100 dollars", "USD 100"),
        ("1m yen per child", "JPY 1000000"),
        ("12 per cent", "12%"),
        ("0.0001%", "0.0001%"),
        ("0.5 percentage points", "0.5 percentage point"),
        ("won 3-2", "3-2"),
        ("a 5-4 ruling", "5-4"),
        ("the third time", "3rd"),
        ("the 42nd president", "42nd"),
        ("No. 1", "1st"),
        ("twenty-one", "21"),
        ("two hundred and five thousand", "205000"),
        ("the 24-year-old player", "24"),
        ("Ann Bell, 43, died", "43"),
        ("30 years", "30 year"),
        ("50 square miles", "50 square mile"),
        ("-80 degrees Fahrenheit", "-80 fahrenheit"),
        ("one person was killed", "1"),
        ("zero cases", "0"),
    ],
)
def test_reads(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "COVID-19 spread", "a G20 summit", "an F-16 jet", "on Sept. 30, 2015", "at 5 p.m.",
        "at 10:30", "one of them", "no one came", "one another", "see https://a.example/2015/12",
        "in the 1990s", "@user42", "the first half", "open 24/7", "back in '08",
    ],
)  # fmt: skip
def test_is_no_number(text: str) -> None:
    assert values(text) == []


def test_a_change_is_two_numbers() -> None:
    assert values("The rate rose from 5% to 7%.") == ["5%", "7%"]


def test_the_text_holds_modifier_and_unit_sign_but_not_the_noun() -> None:
    (number,) = find_numbers("It killed more than 250,000 people.")
    assert (number.text, number.noun) == ("more than 250,000", "person")
    (share,) = find_numbers("It took 12 per cent of it.")
    assert share.text == "12 per cent"


@pytest.mark.parametrize(
    ("text", "noun"),
    [
        ("7,000 people", "person"),
        ("5,000 Russian-backed fighters", "fighter"),
        ("65-member", "member"),
        ("12 different countries", "country"),
        ("7,000 of the fighters", "fighter"),
        ("300 were killed", None),
    ],
)
def test_names_what_is_counted(text: str, noun: str | None) -> None:
    assert find_numbers(text)[0].noun == noun


@pytest.mark.parametrize(
    ("text", "unit"),
    [("12%", "percent"), ("$5", "USD"), ("aged 43", "age"), ("5 km", "km"), ("7,000", None)],
)
def test_knows_units(text: str, unit: str | None) -> None:
    assert find_numbers(text)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("more than 250,000 people", "more than 250,000"),
        ("some 7,000", "about 7,000"),
        ("5,000-7,000", "5,000 to 7,000"),
        ("a 43-year-old", "43 years old"),
        ("$1.5 million", "USD 1,500,000"),
        ("dozens", "dozens"),
    ],
)
def test_shows(text: str, shown: str) -> None:
    assert find_numbers(text)[0].display() == shown


@relaxed
@given(texts)
def test_never_raises_and_quotes_its_text(text: str) -> None:
    numbers = find_numbers(text)
    for number in numbers:
        assert text[number.start : number.end] == number.text
        assert number.value
        assert number.display()
        assert number.form == "score" or number.low <= number.high
    assert all(a.end <= b.start for a, b in pairwise(numbers))


@relaxed
@given(st.integers(0, 10**12), st.sampled_from(["", "about ", "more than ", "at least ", "up to "]))
def test_shown_numbers_read_back(number: int, modifier: str) -> None:
    (first,) = find_numbers(f"{modifier}{number:,} people")
    (again,) = find_numbers(f"{first.display()} people")
    assert (again.low, again.high) == (number, number)
    assert again.value == first.value

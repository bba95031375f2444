"""A year, month or day as the ends of a period."""

from __future__ import annotations

import datetime as dt

import pytest

from corpus.errors import UsageError
from ui import period


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2015", dt.date(2015, 1, 1), dt.date(2015, 12, 31)),
        ("2016-02", dt.date(2016, 2, 1), dt.date(2016, 2, 29)),
        ("2015-09-30", dt.date(2015, 9, 30), dt.date(2015, 9, 30)),
    ],
)
def test_since_takes_the_first_day_and_until_the_last(
    text: str, first: dt.date, last: dt.date
) -> None:
    assert period.since(text) == first
    assert period.until(text) == last


@pytest.mark.parametrize("text", ["yesterday", "2015-13", "30.9.2015", "--09-30", "2015-02-30"])
def test_anything_else_is_refused_with_a_hint(text: str) -> None:
    with pytest.raises(UsageError) as error:
        period.since(text)
    assert "2015-09-30" in error.value.hint


def test_nothing_given_is_no_bound() -> None:
    assert period.since(None) is None
    assert period.until("") is None

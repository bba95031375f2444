"""Event date, publishing date, and which comes first."""

from __future__ import annotations

import pytest

from assistant.asking.timeline import days_apart, when
from corpus.partial_date import PartialDate
from tests.assistant.made import Stored, made


@pytest.mark.parametrize(
    ("a", "b", "days"),
    [
        ("2015-09-27", "2015-10-17", 20),
        ("2015-10-17", "2015-09-27", -20),
        ("--09-27", "2015-10-17", 20),
        ("--09-27", "--09-30", 3),
        ("2015-09", "2015-09-01", 0),
    ],
)
def test_days_between_whole_and_partial_dates(a: str, b: str, days: int) -> None:
    assert days_apart(PartialDate.parse(a), PartialDate.parse(b)) == days


def test_an_unknown_date_cannot_be_compared() -> None:
    assert days_apart(None, PartialDate.parse("2015-09-01")) is None


def test_the_event_and_the_publishing_date_are_kept_apart() -> None:
    found = made("The line opened on May 3.", "line", published="2019-05-09")
    dates = when(found, Stored(found))
    assert str(dates.published) == "2019-05-09"
    assert str(dates.told) == "2019-05-03"
    assert str(dates.reported) == "2019-05-09"


def test_an_undated_article_is_placed_by_its_own_words() -> None:
    found = made("On September 27 the board met.", "board")
    dates = when(found, Stored(found))
    assert dates.published is None
    assert str(dates.reported) == "--09-27"

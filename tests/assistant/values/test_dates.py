"""Dates of news text, resolved against an article of Saturday, 17 October 2015."""

from __future__ import annotations

import datetime as dt
import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.values.dates import date_mentions, find_dates, parse_date
from corpus.partial_date import PartialDate
from tests.assistant.values.texts import anchors, relaxed, texts

ANCHOR = PartialDate.parse("2015-10-17")


def values(text: str, anchor: PartialDate | None = ANCHOR) -> list[str]:
    return [date.value for date in find_dates(text, anchor)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The strikes began on Sept. 30.", "2015-09-30"),
        ("It was signed on 30 September 2015.", "2015-09-30"),
        ("It was signed on the 30th of September.", "2015-09-30"),
        ("September 30th brought rain.", "2015-09-30"),
        ("They met on Sept. 30 last year.", "2014-09-30"),
        ("on Thursday (October 15)", "2015-10-15"),
        ("on Friday, Oct. 16, 2015, in Astana", "2015-10-16"),
        ("10/17/2015", "2015-10-17"),
        ("30.09.2015", "2015-09-30"),
        ("stamped 2015-09-30T10:00Z", "2015-09-30"),
        ("He told a summit on Friday.", "2015-10-16"),
        ("He spoke last Friday.", "2015-10-16"),
        ("The talks resume next Friday.", "2015-10-23"),
        ("Ministers will meet on Monday.", "2015-10-19"),
        ("The mayor said Monday she will resign.", "2015-10-12"),
        ("police said Thursday night", "2015-10-15"),
        ("yesterday", "2015-10-16"),
        ("today", "2015-10-17"),
        ("tomorrow", "2015-10-18"),
        ("this week", "2015-10-12/2015-10-18"),
        ("last week", "2015-10-05/2015-10-11"),
        ("last month", "2015-09"),
        ("last year", "2014"),
        ("three years ago", "2012"),
        ("two days ago", "2015-10-15"),
        ("a decade ago", "2005"),
        ("It opened in 2015.", "2015"),
        ("in the 1990s", "1990/1999"),
        ("the late 1990s", "1997/1999"),
        ("early 2016", "2016-01/2016-04"),
        ("in mid-October", "2015-10-10/2015-10-20"),
        ("Q3 2015", "2015-07/2015-09"),
        ("in the third quarter of 2015", "2015-07/2015-09"),
        ("the first half of last year", "2014-01/2014-06"),
        ("in the summer of 2014", "2014-06/2014-08"),
        ("in the winter of 2014", "2014-12/2015-02"),
        ("between 3 and 5 May", "2015-05-03/2015-05-05"),
        ("May 3-5, 2014", "2014-05-03/2014-05-05"),
        ("from Sept. 30 to Oct. 16", "2015-09-30/2015-10-16"),
        ("from Dec. 28 to Jan. 3, 2015", "2014-12-28/2015-01-03"),
        ("between 2011 and 2013", "2011/2013"),
        ("2014-16", "2014/2016"),
        ("the 2009-10 season", "2009/2010"),
        ("on Christmas Day 2014", "2014-12-25"),
        ("in the 19th century", "1801/1900"),
        ("The vote will be held on Jan. 12.", "2016-01-12"),
        ("He was born on Jan. 12.", "2015-01-12"),
        ("since May", "2015-05"),
        ("by the end of the year", "2015-10/2015-12"),
        ("DUSHANBE, September 15. /TASS/.", "2015-09-15"),
    ],
)
def test_resolves(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Sept. 30", "--09-30"),
        ("in September", "--09"),
        ("from Sept. 30 to Oct. 16", "--09-30/--10-16"),
        ("in early May", "--05-01/--05-10"),
    ],
)
def test_without_the_articles_date_the_year_stays_unknown(text: str, value: str) -> None:
    assert values(text, None) == [value]


@pytest.mark.parametrize("text", ["on Friday", "yesterday", "last month", "two years ago", "today"])
def test_what_needs_a_date_to_count_from_is_mentioned_without_a_value(text: str) -> None:
    assert find_dates(text, None) == []
    mentions = date_mentions(f"It happened {text}.", None)
    assert [m.value for m in mentions] == [None]
    assert mentions[0].text in text


@pytest.mark.parametrize(
    ("anchor", "text", "value"),
    [
        ("--10-17", "yesterday", "--10-16"),
        ("--10-17", "last month", "--09"),
        ("--10-17", "on September 28", "--09-28"),
        ("2015-10", "last month", "2015-09"),
        ("2015-10", "on Sept. 30", "2015-09-30"),
        ("2015", "last year", "2014"),
        ("2015", "on Sept. 30", "--09-30"),
    ],
)
def test_a_partial_anchor_resolves_only_what_it_can(anchor: str, text: str, value: str) -> None:
    assert values(text, PartialDate.parse(anchor)) == [value]


@pytest.mark.parametrize("anchor", ["--10-17", "2015-10", "2015"])
def test_no_weekday_is_guessed_from_a_partial_anchor(anchor: str) -> None:
    assert values("on Friday", PartialDate.parse(anchor)) == []


def test_a_day_shortly_ahead_without_tense_keeps_its_year_open() -> None:
    assert values("the Nov. 3 election") == ["--11-03"]


@pytest.mark.parametrize(
    "text",
    [
        "May said so, and Theresa May agreed.",
        "The march on Washington may 5 times be repeated.",
        "She writes for the Sunday Times.",
        "shoppers on Black Friday",
        "USA TODAY reported it",
        "1,500 men in a second line",
        "2015 soldiers were sent",
        "2,015 people",
        "May 15 people rest in peace",
        "at 10:30 a.m.",
        "in the third quarter the Bills scored",
        "the fall of the wall",
        "Is it a Mar-a-Lago club?",
    ],
)
def test_is_no_date(text: str) -> None:
    assert values(text) == []


def test_relative_to_the_date_before_it() -> None:
    text = "It began on Sept. 30. Two days earlier he spoke; the following week it ended."
    assert values(text) == ["2015-09-30", "2015-09-28", "2015-10-07"]


def test_an_impossible_day_is_no_day() -> None:
    assert "--11-31" not in values("on November 31")


def test_an_ambiguous_numeric_date_gives_its_year_only() -> None:
    assert values("on 3/4/2015") == ["2015"]


def test_shows_dates_as_news_does() -> None:
    shown = [date.display() for date in find_dates("Sept. 30, summer of 2014, the 1990s", ANCHOR)]
    assert shown == ["September 30, 2015", "summer 2014", "the 1990s"]


def test_tells_what_the_anchor_added() -> None:
    said, inferred = find_dates("In 2014 and on Sept. 30", ANCHOR)
    assert (said.inferred, inferred.inferred) == (False, True)


@relaxed
@given(texts, anchors)
def test_never_raises_and_quotes_its_text(text: str, anchor: PartialDate | None) -> None:
    mentions = date_mentions(text, anchor)
    assert all(text[m.start : m.end] == m.text for m in mentions)
    assert all(a.end <= b.start for a, b in pairwise(mentions))
    for date in find_dates(text, anchor):
        assert text[date.start : date.end] == date.text
        assert date.display()
        low, high = date.first.first(), (date.last or date.first).last()
        assert low is None or high is None or low <= high


@relaxed
@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), anchors)
def test_whole_dates_come_back_from_their_forms(date: dt.date, anchor: PartialDate | None) -> None:
    whole = PartialDate.of(date)
    for written in (str(whole), whole.display()):
        assert [d.first for d in find_dates(f"on {written} it", anchor)] == [whole]


@relaxed
@given(texts, anchors)
def test_normal_forms_parse_back(text: str, anchor: PartialDate | None) -> None:
    for date in find_dates(text, anchor):
        again = parse_date(date.value)
        assert (again.first, again.last) == (date.first, date.last)


def test_is_fast() -> None:
    sentences = [
        f"On Sept. {n % 30 + 1} some 7,000 people met in 2014, he said." for n in range(1000)
    ]
    start = time.process_time()
    for sentence in sentences:
        find_dates(sentence, ANCHOR)
    assert time.process_time() - start < 2

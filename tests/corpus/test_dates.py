"""Dates from fields, addresses and visible stamps; nothing is guessed."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.date_fields import field_date, find_date, url_date
from corpus.datelines import dateline
from corpus.partial_date import PartialDate
from corpus.stamps import byline, carried_from, is_stamp, read_stamps

PROSE = "The ministers met for the second time this week and spoke about the price of grain."


@pytest.mark.parametrize(
    ("value", "iso"),
    [
        ("2022-05-21", "2022-05-21"),
        ("2022/05/21", "2022-05-21"),
        ("2022-05-21T23:30:00-05:00", "2022-05-21"),
        ("2022-05-21 08:00:00", "2022-05-21"),
        ("20220521", "2022-05-21"),
        ("20220521T101500Z", "2022-05-21"),
        ("21.05.2022", "2022-05-21"),
        ("May 21, 2022", "2022-05-21"),
        ("May 21st 2022 at 5 p.m.", "2022-05-21"),
        ("21 May 2022", "2022-05-21"),
        ("Sat, 21 May 2022 10:00:00 GMT", "2022-05-21"),
        ("21-May-2022", "2022-05-21"),
        ("Sept. 3, 2014", "2014-09-03"),
        ("10/17/2015", "2015-10-17"),
        ("17/10/2015", "2015-10-17"),
        ("04/04/2015", "2015-04-04"),
        ("2015年10月17日", "2015-10-17"),
        ("21 mai 2022", "2022-05-21"),
        (1653091200, "2022-05-21"),
        ("1653091200000", "2022-05-21"),
        (dt.date(2022, 5, 21), "2022-05-21"),
        (dt.datetime(2022, 5, 21, 12, tzinfo=dt.UTC), "2022-05-21"),
        ("2022-05", "2022-05"),
        ("May 2022", "2022-05"),
        ("2022", "2022"),
        (2022, "2022"),
        ("--09-15", "--09-15"),
        ("September 15", "--09-15"),
        # Day and month in an unknown order: only the year is certain.
        ("03/04/2015", "2015"),
    ],
)
def test_a_field_in_many_shapes(value: object, iso: str) -> None:
    assert str(field_date(value)) == iso


@pytest.mark.parametrize(
    "value",
    [
        "",
        None,
        "yesterday",
        "5 minutes ago",
        "n/a",
        "32/13/2015",
        "2015-02-30",
        True,
        [],
        "x" * 500,
    ],
)
def test_a_field_that_says_nothing_certain(value: object) -> None:
    assert field_date(value) is None


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)))
def test_every_day_survives_its_usual_spellings(day: dt.date) -> None:
    for spelling in ("%Y-%m-%d", "%Y/%m/%d", "%B %d, %Y", "%d %b %Y", "%Y%m%d"):
        assert field_date(day.strftime(spelling)) == PartialDate.of(day)


@given(st.text(max_size=120))
def test_reading_a_field_never_raises(text: str) -> None:
    field_date(text)
    find_date(text)
    url_date(text)


@pytest.mark.parametrize(
    ("url", "iso"),
    [
        ("https://example.org/2022/05/21/europe/story.html", "2022-05-21"),
        ("https://example.org/news/2014/oct/8/story/", "2014-10-08"),
        ("https://example.org/2014-10-08-story", "2014-10-08"),
        ("https://example.org/2022/05/story-21", None),
        ("https://example.org/id/2022/99/99/x", None),
        (None, None),
    ],
)
def test_the_day_in_an_address(url: str | None, iso: str | None) -> None:
    assert (str(url_date(url)) if url_date(url) else None) == iso


@pytest.mark.parametrize(
    ("line", "agency", "iso"),
    [
        ("DUSHANBE, September 15. /TASS/. The summit opened.", "TASS", "--09-15"),
        ("KABUL (Reuters) - The summit opened.", "Reuters", None),
        ("(CNN) The summit opened.", "CNN", None),
        ("(CNN)The summit opened.", "CNN", None),
        ("PARIS, Oct. 3 (AP) -- The summit opened.", "Associated Press", "--10-03"),
        ("BEIJING, Oct. 17, 2015 (Xinhua) -- The summit opened.", "Xinhua", "2015-10-17"),
        ("Hong Kong CNN —", "CNN", None),
        ("MOSCOW -- The president spoke.", None, None),
        ("WASHINGTON, March 3 — The senator spoke.", None, "--03-03"),
        ("OSLO (Nordnytt) - The summit opened.", "Nordnytt", None),
    ],
)
def test_datelines(line: str, agency: str | None, iso: str | None) -> None:
    found = dateline(line)
    assert found is not None
    assert found.agency == agency
    assert (str(found.date) if found.date else None) == iso


@pytest.mark.parametrize(
    "line",
    [
        "On September 27, the president spoke to a broadcaster.",
        "The group (NATO) met on Tuesday.",
        "The United Nations (UN) said on Tuesday that it would help.",
        "Reuters reported on Tuesday that the summit opened.",
        "The price/earnings ratio rose.",
        "IMF, World Bank warn of slower growth",
    ],
)
def test_what_is_no_dateline(line: str) -> None:
    assert dateline(line) is None


@pytest.mark.parametrize(
    ("lines", "iso"),
    [
        (["A headline of some words", "Published: 3 March 2016", PROSE], "2016-03-03"),
        (["A headline of some words", "Updated 12:03 GMT, 5 May 2017", PROSE], None),
        (["A headline of some words", "By Jane Field | Oct 3, 2014", PROSE], "2014-10-03"),
        (["A headline of some words", "October 3, 2014", PROSE], "2014-10-03"),
        (["A headline", "Friday, October 3, 2014 5:16 p.m. ET", PROSE], "2014-10-03"),
        ([PROSE, "A Section on 10/17/2015", "Coming Shows"], "2015-10-17"),
        (["OSLO, June 2. /TASS/. " + PROSE], "--06-02"),
        (["Posted on June 2, 2015", "OSLO, June 2 (AP) -- " + PROSE], "2015-06-02"),
        (["Published 3 May 2016, updated 9 May 2016", PROSE], "2016-05-03"),
        ([PROSE, "This article appeared in print on October 3, 2014, on page A1."], "2014-10-03"),
        # The day of an event is not the day of publishing.
        (["On September 27, the president has called for help against the floods."], None),
        (["The strikes began on 30 September 2015.", PROSE], None),
        ([PROSE, "The next summit is on 4 May 2016."], None),
        (["How the summit of 4 May 2016 failed", PROSE], None),
        # The headings of a timeline.
        (
            ["A timeline of the floods", "May 3, 2016", PROSE, "May 9, 2016", PROSE + " Again."],
            None,
        ),
        (["A headline of some words", "September 15", PROSE], None),
    ],
)
def test_when_an_article_says_it_was_published(lines: list[str], iso: str | None) -> None:
    published = read_stamps(lines).published
    assert (str(published) if published else None) == iso


def test_the_day_of_a_change_is_kept_apart() -> None:
    stamps = read_stamps(["A headline of some words", "Updated 12:03 GMT, 5 May 2017", PROSE])
    assert (stamps.published, str(stamps.updated)) == (None, "2017-05-05")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("First published by TASS.", "TASS"),
        (
            "This story was originally published in The Harbour Post on 3 May 2016.",
            "The Harbour Post",
        ),
        ("Source: Reuters", "Reuters"),
        ("Source: a friend of the family", None),
        ("The report was first published in 2015 and has changed since then.", None),
        ("A version of this story first appeared in our morning newsletter.", None),
    ],
)
def test_whose_report_an_article_carries(line: str, name: str | None) -> None:
    assert carried_from(line) == name


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Jane Field", ("Jane Field",)),
        ("By JANE FIELD and RICHARD OAK", ("Jane Field", "Richard Oak")),
        ("By Jane Field, Reuters", ("Jane Field",)),
        ("By Jane Field | Oct 3, 2014", ("Jane Field",)),
        ("By Jane Field Published 3 March 2016", ("Jane Field",)),
        ("By the end of the week the town was empty", None),
        ("By Monday the town was empty", None),
    ],
)
def test_bylines(line: str, names: tuple[str, ...] | None) -> None:
    assert byline(line) == names


@given(st.text(max_size=200))
def test_reading_stamps_never_raises(text: str) -> None:
    is_stamp(text.replace("\n", " "))
    read_stamps(text.split("\n"))

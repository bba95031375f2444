"""Encodings, outlets, titles, partial dates, articles."""

from __future__ import annotations

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.article import Article, Span
from corpus.encoding import decode
from corpus.formats.fields import author_names
from corpus.normal import normalise, unwrap
from corpus.outlets import agency, outlet_of_url, rights_holder
from corpus.partial_date import PartialDate
from corpus.raw import UnreadableError
from corpus.titles import find_title

GERMAN = "Über die Mauer in Lindhafen sprach der Bürgermeister am Dienstag – „sie hält“, sagte er. "
RUSSIAN = "Президент заявил, что страна продолжит помогать соседям в борьбе с наводнением. "
PROSE = "The council of Lindhafen met on Tuesday to speak about the sea wall and its cost."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (GERMAN, "utf-8"),
        (GERMAN, "utf-8-sig"),
        (GERMAN, "utf-16"),
        (GERMAN, "utf-16-le"),
        (GERMAN, "utf-32"),
        (GERMAN * 3, "cp1252"),
        ("The mayor’s “plan” – in café style – costs £4m. " * 2, "cp1252"),
        (RUSSIAN * 3, "cp1251"),
        (RUSSIAN * 3, "koi8-r"),
        ("Le maire a déclaré que la digue coûte cher à la ville, là-bas. " * 2, "cp1252"),
        ("¿Qué pasará mañana?, dijo el señor Peña, alcalde de La Coruña. " * 2, "cp1252"),
        ("Rada zebrała się we wtorek; będzie gotowy wiosną, powiedział Żółć. " * 2, "cp1250"),
        ("Rada zebrała się we wtorek; będzie gotowy wiosną, powiedział Żółć. " * 2, "iso8859_2"),
        ("Město se sešlo v úterý. Bude hotová příští jaro, řekl Jiří Šťastný. " * 2, "cp1250"),
        ("“We can’t wait,” said Zoë Peña — a councillor – of the harbour. " * 2, "mac_roman"),
        ("市议会星期二开会讨论海堤及其费用。市长说，海堤将于明年春天建成。" * 4, "gb18030"),
        ("首相は火曜日に洪水対策について話した。来年の春までに壁を建てる。" * 4, "shift_jis"),
    ],
)
def test_text_in_any_common_encoding(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_foreign_byte_or_two_does_not_spoil_utf8() -> None:
    data = (GERMAN * 3).encode() + "It’s late".encode("cp1252")
    assert decode(data) == GERMAN * 3 + "It’s late"


@given(st.text(min_size=1, alphabet=st.characters(blacklist_categories=["Cs", "Cc"])))
def test_utf8_is_always_itself(text: str) -> None:
    assert decode(text.encode("utf-8-sig")) == text


@given(st.binary(max_size=2000))
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        assert isinstance(decode(data), str)


def test_a_wrong_declared_encoding_is_not_insisted_on() -> None:
    assert decode(GERMAN.encode(), declared="ascii") == GERMAN
    assert decode(GERMAN.encode(), declared="no-such-encoding") == GERMAN


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.reuters.com/world/x", "Reuters"),
        ("http://edition.cnn.com/x", "CNN"),
        ("https://news.bbc.co.uk/x", "BBC"),
        ("https://www.lindhafener-bote.example/x", "lindhafener-bote.example"),
        ("http://127.0.0.1/x", None),
        ("http://[::1/x", None),
        ("file:///x", None),
        ("not an address", None),
        (None, None),
    ],
)
def test_the_outlet_at_an_address(url: str | None, outlet: str | None) -> None:
    assert outlet_of_url(url) == outlet


@pytest.mark.parametrize(
    ("line", "holder"),
    [
        ("Copyright 2015 The Harbour Post. All rights reserved.", "The Harbour Post"),
        ("© 2015-2019 Harbour Media, LLC", "Harbour Media"),
        ("All rights reserved by Lindhafener Bote.", "Lindhafener Bote"),
        ("Copyright © 2019 The Associated Press. All rights reserved.", "Associated Press"),
        ("All rights reserved.", None),
        ("Copyright law was changed in 2015.", None),
    ],
)
def test_whom_a_notice_of_rights_names(line: str, holder: str | None) -> None:
    assert rights_holder(line) == holder


def test_agencies_have_one_name() -> None:
    assert agency("Tass") == agency("ITAR-TASS") == "TASS"
    assert agency("The Associated Press") == agency("AP")
    assert agency("Mayor") is None


@pytest.mark.parametrize(
    ("lines", "title", "own"),
    [
        (["A wall for Lindhafen", PROSE], "A wall for Lindhafen", True),
        (["All news", "A wall for the people of Lindhafen", PROSE], None, True),
        (["Home > World > Europe", "A wall for the people of Lindhafen", PROSE], None, True),
        (["Share", "By Jane Field", "A wall for the people of Lindhafen", PROSE], None, True),
        (["May 5, 2016", "A wall for the people of Lindhafen", PROSE], None, True),
        (["Will the wall of Lindhafen hold when the next flood comes?", PROSE], None, True),
        (["Obituary", PROSE], "Obituary", True),
        ([PROSE, "It will be built by spring."], PROSE, False),
        ([PROSE], PROSE, False),
        (["One line alone"], "One line alone", False),
    ],
)
def test_which_line_is_the_title(lines: list[str], title: str | None, own: bool) -> None:
    wanted = title or next(line for line in lines if "Lindhafen" in line)
    assert find_title(lines) == (wanted, own)


def test_a_long_first_sentence_is_shortened_to_a_title() -> None:
    title, own = find_title([PROSE[:-1] + ", " + "which is high, " * 9 + "they said. And more."])
    assert not own
    assert title.endswith("…")
    assert len(title) <= 120


@given(st.lists(st.text(max_size=80), max_size=12))
def test_finding_a_title_never_raises(lines: list[str]) -> None:
    find_title([normalise(line) for line in lines])


def test_lines_broken_at_a_width_are_joined() -> None:
    wrapped = (
        "The council of Lindhafen met on Tuesday to speak about\n"
        "the sea wall and its cost to the town, which has grown\n"
        "by a third since last spring, when the first stones of\n"
        "it were laid near the harbour. It will be built by the\n"
        "next spring, the mayor said after the meeting, and the\n"
        "pumps will stay.\n\nA second paragraph."
    )
    assert (
        unwrap(wrapped)
        == " ".join(wrapped.split("\n\n")[0].split("\n")) + "\n\nA second paragraph."
    )
    assert unwrap("One line.\nTwo lines.\nThree.") == "One line.\nTwo lines.\nThree."


def test_authors_in_many_shapes() -> None:
    assert author_names("By Jane Field and Richard Oak") == ("Jane Field", "Richard Oak")
    assert author_names(["Jane Field", {"name": "Richard Oak"}]) == ("Jane Field", "Richard Oak")
    assert author_names("Jane Field, Jane Field; https://example.org/jane") == ("Jane Field",)
    assert author_names(None) == author_names(5) == ()


@pytest.mark.parametrize("iso", ["2015-09-30", "2015-09", "2015", "--09-27", "--09", "--02-29"])
def test_partial_dates_keep_their_text_form(iso: str) -> None:
    assert str(PartialDate.parse(iso)) == iso


@pytest.mark.parametrize("text", ["", "2015-13", "2015-02-30", "--00-01", "-09-27", "0000", "May"])
def test_what_is_no_partial_date(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


def test_what_partial_dates_can_mean() -> None:
    month = PartialDate.parse("2016-02")
    assert (str(month.first()), str(month.last())) == ("2016-02-01", "2016-02-29")
    assert month.whole is None
    day = PartialDate.parse("--09-27")
    assert day.first() is day.last() is None
    assert day.compatible(PartialDate.parse("2015-09-27"))
    assert not day.compatible(PartialDate.parse("2015-09-28"))
    shown = [
        PartialDate.parse(iso).display() for iso in ("2015-09-30", "2015-09", "2015", "--09-27")
    ]
    assert shown == ["September 30, 2015", "September 2015", "2015", "September 27"]
    with pytest.raises(ValueError, match="a year or a month"):
        PartialDate()
    with pytest.raises(ValueError, match="a day needs its month"):
        PartialDate(2015, None, 3)


def test_an_article_is_where_it_came_from_and_its_version_what_it_says() -> None:
    article = Article(key="a.txt", text="One.", title="A", path="a.txt")
    moved = Article(key="b.txt", text="One.", title="A", path="b.txt")
    changed = Article(key="a.txt", text="Two.", title="A", path="a.txt")
    assert article.id == changed.id != moved.id
    assert article.content_hash == moved.content_hash != changed.content_hash
    assert Span(0, 3).of(article.text) == "One"

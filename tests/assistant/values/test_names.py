"""Names of news text."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from assistant.values.names import equal_names, find_names, parse_name, same_name
from tests.assistant.values.texts import relaxed, texts


def names(text: str) -> list[str]:
    return [name.value for name in find_names(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("President Vladimir Putin said so.", ["Vladimir Putin"]),
        ("the foreign minister Lavrov left", ["Lavrov"]),
        ("Russian President Vladimir Putin left", ["Russian", "Vladimir Putin"]),
        ("The Syrian leader Bashar al – Assad spoke", ["Syrian", "Bashar al-Assad"]),
        ("Secretary of State Antony Blinken left", ["Antony Blinken"]),
        ("Apple CEO Tim Cook left", ["Apple", "Tim Cook"]),
        ("Home Secretary Suella Braverman quit", ["Suella Braverman"]),
        ("Pope Francis met King Charles III", ["Pope Francis", "King Charles III"]),
        ("in Astana, Kazakhstan, on Friday", ["Astana", "Kazakhstan"]),
        ("Russia’s air force", ["Russia"]),
        ("George W. Bush won", ["George W. Bush"]),
        ("He left the U.S. for the U.K.", ["U.S.", "U.K."]),
        ("It sued the Department of Justice", ["Department of Justice"]),
        ("He runs Bed Bath & Beyond now", ["Bed Bath & Beyond"]),
        ("In May, Theresa May resigned", ["Theresa May"]),
        ("an iPhone sold by AT&T", ["iPhone", "AT&T"]),
        ("“We agree,” said Ann Bell.", ["Ann Bell"]),
        ('"We agree," Hunter told reporters.', ["Hunter"]),
        ("Turkey said no. Officials said yes.", ["Turkey"]),
        ("We’ve met. It’s late. They're gone.", []),
        ("On Monday he left. In June she came.", []),
        ("Which company is the latest giant?", []),
        ("PUTIN WILL MEET OBAMA IN NEW YORK", ["PUTIN", "OBAMA", "NEW YORK"]),
        ("Putin and Obama: Leaders Will Meet on New Plans", ["Putin", "Obama"]),
    ],
)
def test_finds(text: str, found: list[str]) -> None:
    assert names(text) == found


def test_tells_titles_types_and_acronyms() -> None:
    text = "President Putin met the Commonwealth of Independent States (CIS) in Minsk."
    person, body, acronym, place = find_names(text)
    assert (person.title, person.type) == ("President", "person")
    assert (body.acronym, body.type) == ("CIS", "organisation")
    assert acronym.value == "CIS"
    assert place.type == "place"


def test_an_unknown_word_that_only_begins_a_sentence_is_unsure() -> None:
    (name,) = find_names("Zorblax, they said, was near.")
    assert not name.sure


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sergei Lavrov", "Sergey Lavrov"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelensky"),
        ("Bashar al-Assad", "Bashar Assad"),
        ("CIS", "Commonwealth of Independent States"),
        ("UN", "United Nations"),
        ("Britain", "the U.K."),
        ("Apple Inc", "Apple"),
        ("Andrés López", "Andres Lopez"),
        ("US Army", "United States Army"),
    ],
)
def test_equal(a: str, b: str) -> None:
    assert equal_names(parse_name(a), parse_name(b))
    assert equal_names(parse_name(b), parse_name(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Lavrov", "Sergei Lavrov"),
        ("President Putin", "Vladimir Putin"),
        ("Donald J. Trump", "Donald Trump"),
        ("J. Smith", "John Smith"),
        ("Warriors", "Golden State Warriors"),
        ("Russian", "Russia"),
    ],
)
def test_short_forms_are_the_same(a: str, b: str) -> None:
    assert same_name(parse_name(a), parse_name(b))
    assert same_name(parse_name(b), parse_name(a))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("York", "New York"),
        ("North Korea", "South Korea"),
        ("George W. Bush", "George H.W. Bush"),
        ("Joe Biden", "Hunter Biden"),
        ("Angela Merkel", "Francois Hollande"),
        ("Washington", "Washington Post"),
        ("America", "Bank of America"),
        ("Austria", "Australia"),
        ("Iran", "Iraq"),
        ("Niger", "Nigeria"),
    ],
)
def test_others_are_not(a: str, b: str) -> None:
    assert not same_name(parse_name(a), parse_name(b))


@relaxed
@given(texts)
def test_never_raises_and_quotes_its_text(text: str) -> None:
    found = find_names(text)
    for name in found:
        assert text[name.start : name.end] == name.text
        assert name.tokens
        assert equal_names(name, name)
    assert all(a.end <= b.start for a, b in pairwise(found))

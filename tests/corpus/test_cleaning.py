"""What cleaning takes out, what it must leave, and what always holds for it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.cleaning import clean
from corpus.normal import normalise

FIRST = "The council of Lindhafen met on Tuesday to speak about the sea wall and its cost."
SECOND = "It will be built by next spring, the mayor said after the meeting in the town hall."


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Story Continued Below",
        "Read more",
        "RELATED ARTICLES",
        "You may also like",
        "SHARE THIS ARTICLE Share Tweet Post Email",
        "Sign up for our daily newsletter",
        "Get the stories you care about delivered to your inbox. By signing up, you agree.",
        "Follow us on Twitter @lindhafen",
        "This website uses cookies to make your visit better.",
        "READ MORE: How the old wall fell in a single night",
        "Copyright © 2019 The Harbour Post, LLC. Click here for reprint permission.",
        "https://example.org/2019/05/03/story.html",
        "#floods #wall",
        "* * *",
        "3 of 12",
        "Photo: Getty Images",
        "Please enter your comment!",
        'window.dataLayer = window.dataLayer || []; gtag("js", new Date());',
        "<div class='share'></div>",
        "Tags: floods, walls, Lindhafen",
        "Home » World » Europe",
        "Terms of Use | Privacy Policy | Contact Us | About Us",
        "← Previous post Next post →",
        "3 min read",
        "Views: 1,234",
        "00:00 / 03:12",
        "(Photo credit: AFP)",
        "Be the first to comment",
        "Please enable JavaScript to view the comments.",
    ],
)
def test_furniture_goes_wherever_it_stands(line: str) -> None:
    for text in (f"{FIRST}\n\n{line}\n\n{SECOND}", f"{FIRST}\n\n{SECOND}\n\n{line}"):
        assert clean(text).split("\n") == [FIRST, "", SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "A wall for the next hundred years",
        "What happens next?",
        '"Sign up for our newsletter," the leaflet said.',
        "Twitter said that it had removed the comments and shared its findings.",
        "The site uses cookies, according to the report of the data office.",
        "The newspaper's newsletter has 40,000 subscribers, its editor said.",
        "He told readers to click on the link and share the article.",
        "Police: 3 dead, 14 hurt",
        "1. Norland, 14 boats",
        "- Pumps for the low quarters",
        "Share prices",
        "North » up 3 percent on the week, with 14 boats sold",
        'A "Save the Wall" dinner is planned for March 12. For tickets, write to hall@example.org.',
        "The home team won 3 of 4",
        "See https://example.org/report for the whole report.",
        "Visit Lindhafen in winter and you will find the beach empty.",
        "We have to act now, before the next flood comes and takes the houses.",
        "Follow the money, the old detective liked to say at such moments.",
    ],
)
def test_content_stays_in_the_middle(line: str) -> None:
    assert clean(f"{FIRST}\n\n{line}\n\n{SECOND}").split("\n") == [FIRST, "", line, "", SECOND]


@pytest.mark.parametrize(
    "line",
    [
        "Coming Concerts",
        "Contact Jane Field at jfield@example.org. Follow her on Twitter @janefield.",
        "Jane Field covers the harbour for the Post. Reach her at jfield@example.org",
        "Published 3 May 2016",
        "Last modified on Friday, 16 October 2015 12:44",
        "What do you think? Let us know in the comments.",
        "The views expressed are the author's own.",
    ],
)
def test_what_follows_the_last_sentence_goes(line: str) -> None:
    assert clean(f"{FIRST}\n\n{SECOND}\n\n{line}").split("\n") == [FIRST, "", SECOND]


@pytest.mark.parametrize(
    "tail",
    [
        ["The prize was shared by:", "Ada Brook", "Tom Reed"],
        ["Best town", "Lindhafen", "Best wall", "Brunstad"],
        ["Stadium: Harbour Park"],
        ["Final score: 3-1"],
        ['A "Save the Wall" dinner is on March 12; write to the hall at hall@example.org.'],
        ["14 boats"],
    ],
)
def test_a_list_at_the_end_stays(tail: list[str]) -> None:
    lines = [FIRST, SECOND, *tail]
    assert clean("\n".join(lines)).split("\n") == lines


def test_repeated_paragraphs_stand_once() -> None:
    assert clean("\n\n".join([FIRST, SECOND, FIRST, SECOND])).split("\n\n") == [FIRST, SECOND]
    assert clean("\n".join(["A short one", "A short one", FIRST])) == f"A short one\n\n{FIRST}"


def test_short_lines_may_repeat() -> None:
    talk = ["Q: Is it done?", "A: No.", FIRST, "Q: Is it done?", "A: Yes.", SECOND]
    assert clean("\n".join(talk)).split("\n") == talk


def test_a_teaser_of_a_later_line_goes() -> None:
    teaser = "The council of Lindhafen met on Tuesday to speak…"
    assert clean(f"{teaser}\n\n{FIRST}\n\n{SECOND}") == f"{FIRST}\n\n{SECOND}"


def test_slide_counters_are_cut_from_captions() -> None:
    text = f"{FIRST}\n\nThe old wall in winter. Hide Caption 3 of 12\n\n{SECOND}"
    assert clean(text).split("\n\n") == [FIRST, "The old wall in winter.", SECOND]


def test_the_options_of_a_form_go() -> None:
    towns = [f"{letter}town" for letter in "ABCDEFGHIJKLMN"]
    assert clean("\n".join([FIRST, *towns, SECOND])) == f"{FIRST}\n\n{SECOND}"


def test_the_title_is_not_part_of_the_text() -> None:
    text = f"News\n\nA wall for Lindhafen\n\nBy Jane Field\n\n{FIRST}\n\n{SECOND}"
    assert clean(text, title="A Wall for Lindhafen").split("\n\n") == [FIRST, SECOND]


def test_an_address_within_a_sentence_keeps_its_sentence() -> None:
    torn = f'http://example.org/a">{FIRST}'
    assert clean(f"{torn}\n\n{SECOND}").split("\n\n") == [FIRST, SECOND]


LINES = st.sampled_from(
    [
        FIRST,
        SECOND,
        "",
        "Read more",
        "Coming Concerts",
        "A wall for the next hundred years",
        'http://x.y">Other news http://x.y">More',
        "?s=96&d=mm Ada",
        "Published 3 May 2016",
        "By Jane Field",
        "1 of 14",
        "Hide Caption",
        "The council of Lindhafen met on...",
        "We use cookies. Click here.",
        "Ann",
        "Bob",
        "KABUL (Reuters) - " + FIRST,
    ]
)
TEXTS = st.text(max_size=400) | st.lists(LINES, max_size=30).map("\n".join)


@given(TEXTS, st.sampled_from(["", "A wall for the next hundred years", FIRST]))
@settings(max_examples=200)
def test_cleaning_twice_changes_nothing(text: str, title: str) -> None:
    once = clean(text, title=title)
    assert clean(once, title=title) == once


@given(TEXTS)
@settings(max_examples=200)
def test_cleaning_only_takes_out(text: str) -> None:
    """Each line is, in order, a line of the input or what is left of one."""
    given_lines = iter(normalise(text).split("\n"))
    for line in filter(None, clean(text).split("\n")):
        assert any(_is_part(line, candidate) for candidate in given_lines)


def _is_part(line: str, whole: str) -> bool:
    characters = iter(whole)
    return all(character in characters for character in line if character != " ")


@given(st.text(max_size=400))
def test_normal_text_is_normal(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)

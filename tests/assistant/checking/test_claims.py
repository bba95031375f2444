"""Any text becomes claims with exact offsets; what states nothing is left out."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.checking.claims import find_claims

PASTED = """Chaos at the harbour

By Jane Roe

LISBON (Reuters) - The bridge was closed on 3 May, and Portugal sent 200 engineers to the site.
Who will pay? Click here to read more. He said that repairs would take a year.

Subscribe to our newsletter
"""


def texts(text: str) -> list[str]:
    return [claim.text for claim in find_claims(text)]


@settings(deadline=None)
@given(st.text(max_size=300) | st.text(alphabet="Aab .,;?!\n\"“”'-—/()1", max_size=300))
def test_a_claim_is_the_text_at_its_offsets(text: str) -> None:
    claims = find_claims(text)
    assert all(text[claim.start : claim.end] == claim.text != "" for claim in claims)
    assert all(a.end <= b.start for a, b in itertools.pairwise(claims))


def test_a_pasted_article_gives_its_statements_only() -> None:
    assert texts(PASTED) == [
        "The bridge was closed on 3 May",
        "Portugal sent 200 engineers to the site.",
        "He said that repairs would take a year.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The minister resigned and was arrested.",
        "If the talks fail, Norway will leave and Sweden will follow.",
        "She said that Norway would leave and Sweden would follow.",
        "“Norway will leave, and Sweden will follow,” she said.",
        "Anna and Peter were elected on Monday.",
        "The law bans guns and was signed in May.",
        "He was hurt, and he left.",
    ],
)
def test_what_does_not_stand_alone_stays_together(text: str) -> None:
    assert texts(text) == [text]


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "Norway was beaten in Oslo; Sweden has won in Rome.",
            ["Norway was beaten in Oslo", "Sweden has won in Rome."],
        ),
        (
            "The strike ended on Monday, but the port is still closed.",
            ["The strike ended on Monday", "the port is still closed."],
        ),
    ],
)
def test_self_standing_halves_are_claims_of_their_own(text: str, claims: list[str]) -> None:
    assert texts(text) == claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Is it true that Oslo is in Norway?", "Oslo is in Norway"),
        ("Claim: Oslo is in Sweden.", "Oslo is in Sweden."),
        ("OSLO. The king has abdicated today.", "The king has abdicated today."),
        ("OSLO, May 3. /TASS/. The king has abdicated.", "The king has abdicated."),
        ("King abdicates", "King abdicates"),
    ],
)
def test_what_leads_in_is_no_part_of_the_claim(text: str, claim: str) -> None:
    assert texts(text) == [claim]


FURNITURE = """
First published by The Coast Herald.
Originally published on 3 May 2021 at 10:40.
Published 2 June 2022 by Island Daily
By Jane Roe, staff writer
Photo: National Observatory
Photo credit: Harbour Museum.
Image caption The harbour in 1950 before it was rebuilt.
Read more: How volcanoes work
Read more about the harbour here.
This article was updated on Friday to add the minister's reply.
An earlier version of this story misstated the height of the bridge.
The article was first published in the spring issue.
Jane Roe contributed to this report.
Reporting by Jane Roe; editing by John Doe.
The views expressed here are those of the author.
Sign up for our newsletter, which is free and goes out on Mondays.
Share this with friends who like boats.
Follow us on social media for what happens next.
All rights reserved. 2021
© 2021 The Coast Herald. All rights reserved.
The author can be reached at jane@example.org
She told reporters on Tuesday.
See also: a list of what was damaged
Tags: harbour, bridge, storm
""".strip().splitlines()


@pytest.mark.parametrize("line", FURNITURE)
def test_what_stands_around_an_article_is_no_claim(line: str) -> None:
    text = f"The bridge was closed in May.\n\n{line}\n\nThe port is open."
    claims = texts(text)
    assert claims[0] == "The bridge was closed in May."
    assert claims[-1] == "The port is open."
    assert len(claims) == 2, claims


STATEMENTS = """
Published in 1950, the book sold a million copies.
By Monday, the river had risen by two metres.
The report was published on Monday by the ministry.
Share prices fell by 3 percent.
Watch sales have doubled since May.
Photo editors were dismissed in March.
The harbour is 90 years old and is said to be safe.
Anna Berg used a hammer.
He told Reuters that the port was closed.
She added that two ships were missing.
Visit Oslo won the prize for the best campaign.
Related companies were fined too.
"It is not a silver bullet," said Anna Berg.
""".strip().splitlines()


@pytest.mark.parametrize("line", STATEMENTS)
def test_a_statement_that_looks_like_one_of_them_is_kept(line: str) -> None:
    assert line in texts(f"The bridge was closed in May.\n\n{line}\n\nThe port is open.")


@pytest.mark.parametrize("text", ["", "  \n ", "Who did it?", "Did Oslo win?", "Oslo", "?!"])
def test_some_texts_hold_no_claim(text: str) -> None:
    assert texts(text) == []


def test_a_pronoun_is_read_as_what_the_sentence_before_was_about() -> None:
    claims = find_claims("Angela Merkel visited Ankara on Friday. She met students there.")
    assert claims[1].text == "She met students there."
    assert claims[1].read_as == "Angela Merkel met students there."
    owner = find_claims("Angela Merkel visited Ankara. Her visit took two days.")[1]
    assert owner.read_as == "Angela Merkel's visit took two days."


def test_no_he_stands_for_a_country() -> None:
    claim = find_claims("Norway sent two ships to the bay. He spoke in Oslo on Friday.")[1]
    assert claim.read_as == "He spoke in Oslo on Friday."

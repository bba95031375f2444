"""Any text becomes claims with exact offsets; what states nothing is left out."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
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


@pytest.mark.parametrize("text", ["", "  \n ", "Who did it?", "Did Oslo win?", "Oslo", "?!"])
def test_some_texts_hold_no_claim(text: str) -> None:
    assert texts(text) == []


def test_a_pronoun_is_read_as_what_the_sentence_before_was_about() -> None:
    claims = find_claims("Angela Merkel visited Ankara on Friday. She met students there.")
    assert claims[1].text == "She met students there."
    assert claims[1].read_as == "Angela Merkel met students there."
    owner = find_claims("Angela Merkel visited Ankara. Her visit took two days.")[1]
    assert owner.read_as == "Angela Merkel's visit took two days."

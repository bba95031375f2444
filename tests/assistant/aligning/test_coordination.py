"""Of values told one of each, the one that the question or the claim means."""

from __future__ import annotations

import pytest

from assistant.aligning.coordination import parted, told_of
from assistant.aligning.facts import facts_of
from assistant.values.numbers import find_numbers


def _meant(text: str, wanted: str, told: str) -> str:
    """What stands in place of the number `told` of `text`; itself where that is meant."""
    numbers = find_numbers(text)
    own = next(number for number in numbers if told in number.text)
    return told_of(text, numbers, facts_of(wanted).wanted).get(own, own).text


CROWDS = "The fair drew 4,000 visitors on Friday morning and 7,500 on Saturday night."
CLUBS = "Harbour Rowers has 310 members in Elmsby and 95 in Rowan."
PRICES = "Milk went up 4%, flour rose 9% and olive oil jumped 31%."
AGES = "The prize went to Nora Vance, 58, and Ida Brook, 61, in Elmsby."


@pytest.mark.parametrize(
    ("text", "wanted", "told", "meant"),
    [
        (CLUBS, "How many members does it have in Rowan?", "310", "95"),
        (CLUBS, "How many members does it have in Elmsby?", "310", "310"),
        (PRICES, "How much did flour rise?", "31%", "9%"),
        (PRICES, "How much did olive oil rise?", "9%", "31%"),
        (PRICES, "How much did milk rise?", "4%", "4%"),
        (AGES, "How old is Ida Brook?", "58", "61"),
        (AGES, "Nora Vance is 61 years old.", "61", "58"),
        ("At least 125 fans died and more than 300 were hurt.", "How many fans died?", "300",
         "At least 125"),
        # Both have the number of dead in one place; where the hurt were says nothing of it.
        ("The fire killed 12 people and injured 30 in Elmsby.",
         "Who died in Elmsby?", "12", "12"),
        # Nothing parts the two.
        ("Between 5,000 and 7,000 people came to Elmsby.",
         "How many came?", "5,000", "5,000 and 7,000"),
    ],
)  # fmt: skip
def test_the_number_meant(text: str, wanted: str, told: str, meant: str) -> None:
    assert _meant(text, wanted, told) == meant


def test_a_comma_before_an_age_parts_nothing() -> None:
    assert not parted("Ida Brook, 61", 9, 11)
    text = "up 4%, flour rose 9%"
    assert parted(text, text.index("%") + 1, text.index("9%"))


def test_crowds_of_two_days_are_not_mixed() -> None:
    numbers = find_numbers(CROWDS)
    assert told_of(CROWDS, numbers, facts_of("How many visitors came?").wanted) == {}

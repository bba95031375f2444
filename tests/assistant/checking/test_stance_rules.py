"""What a sentence says of a claim, by rules alone: values, names, negation, opposites."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.aligning.alignment import align
from assistant.answer import Stance
from assistant.checking.stance_rules import judge_by_rules, weigh
from assistant.reader.base import Reading, StanceResult
from corpus.partial_date import PartialDate

MAY = PartialDate(2021, 5, 14)


def stance(claim: str, text: str, published: PartialDate | None = None) -> Stance:
    result = judge_by_rules(claim, Reading(text, "", published))
    shares: dict[Stance, float] = {
        "supports": result.supports,
        "refutes": result.refutes,
        "neutral": result.neutral,
    }
    return max(shares, key=lambda name: shares[name])


# A stance, a claim, and the sentence that takes it.
_CASES = """
supports
    The flood killed 12 people.
    The flood killed 12 people in Lisbon.
refutes
    The flood killed 40 people.
    The flood killed 12 people in Lisbon.
supports
    At least 10 people were killed by the flood.
    The flood killed 12 people.
refutes
    More than 900 people were killed by the flood.
    The flood killed 12 people.
supports
    The flood killed some 7,000 people.
    The flood killed 6,900 people.
neutral
    The flood killed 40 people.
    The flood killed people and 12 horses.
refutes
    The team has 11 members.
    The 15-member team arrived.
refutes
    Prices rose by 3 percent.
    Prices rose by 8 percent.
supports
    The bridge opened on 3 May 2021.
    The bridge opened on May 3, 2021.
refutes
    The bridge opened on 9 May 2021.
    The bridge opened on May 3, 2021.
supports
    The bridge opened in May 2021.
    The bridge opened on May 3, 2021.
refutes
    The bridge opened in 2019.
    The bridge opened on May 3, 2021.
supports
    Anna Berg was elected mayor of Oslo.
    Anna Berg was elected mayor of Oslo.
refutes
    Nils Dahl was elected mayor of Oslo.
    Anna Berg was elected mayor of Oslo.
refutes
    Norway beat Sweden in the final.
    Sweden beat Norway in the final.
supports
    Norway beat Sweden in the final.
    Sweden was beaten by Norway in the final.
refutes
    The army fired on the crowd.
    The army did not fire on the crowd.
refutes
    The army did not fire on the crowd.
    The army fired on the crowd.
refutes
    Russia will join the alliance.
    Russia has no plans to join the alliance.
refutes
    Parliament rejected the budget.
    Parliament accepted the budget.
refutes
    A giant crab was photographed in the bay.
    The photograph of a giant crab in the bay is a hoax.
neutral
    The flood killed 12 people.
    The minister opened a school in Porto.
neutral
    The flood killed 12 people.
    Twelve schools were opened in Porto.
neutral
    Norway and Japan signed a fishing deal.
    Norway opened an embassy in Japan.
supports
    The transport minister resigned on Friday.
    The transport minister stepped down on Friday.
neutral
    Anna Berg was arrested in Oslo.
    Anna Berg promised to stay in Oslo until the port is freed.
refutes
    The photograph of a giant crab is a hoax.
    The photograph of a giant crab was taken by a diver.
neutral
    More ships were built in 2020 than in 2021.
    In 2019 the yards built 330 ships, more than now.
supports
    Nine sailors have been rescued off Marn.
    Another boat came in on Sunday, which takes the total number of sailors rescued off Marn to 9.
refutes
    Nine sailors have been rescued off Marn.
    Another boat came in on Sunday, which takes the total number of sailors rescued off Marn to 14.
neutral
    The bank expects a loss of 5 million euros.
    The bank expects sales of 9 million euros.
"""
_LINES = [line.strip() for line in _CASES.strip().splitlines()]


@pytest.mark.parametrize(
    ("want", "claim", "text"), list(zip(_LINES[::3], _LINES[1::3], _LINES[2::3], strict=True))
)
def test_stance(want: Stance, claim: str, text: str) -> None:
    assert stance(claim, text) == want


def test_the_first_since_is_what_was_not_since() -> None:
    (alignment,) = align(
        "Larkport had not won the cup since 1974.", Reading("Larkport's first cup win since 1974.")
    )
    assert alignment.flip is None


def test_no_reader_makes_a_number_stand_that_is_not_there() -> None:
    (alignment,) = align("The firm cut 11,000 jobs.", Reading("The firm cut jobs."))
    assert weigh(StanceResult(0.98, 0.01, 0.01), alignment).supports < 0.5


def test_no_reader_makes_anothers_deed_the_claims() -> None:
    claim = "Larkport's Danny Cole scored the winning penalty."
    (alignment,) = align(claim, Reading("Luis Ferreira scored the winning penalty."))
    assert weigh(StanceResult(0.98, 0.01, 0.01), alignment).supports < 0.5


def test_who_stands_on_the_left_has_not_left() -> None:
    caption = "Anna Berg stands beside (from left) Nils Dahl of the Harbour Board."
    (alignment,) = align("Anna Berg has joined the Harbour Board.", Reading(caption))
    assert alignment.flip is None


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Mr. Dahl seeks 40 million euros for the museum, the president's aides said.", True),
        ("Mr. Dahl seeks 40 million euros for the museum.", False),
    ],
)
def test_who_sits_in_a_house_speaks_for_it(text: str, about: bool) -> None:
    claim = "The White House asked for 40 million euros for the museum."
    (alignment,) = align(claim, Reading(text, "A budget from the White House"))
    assert alignment.about is about


def test_only_is_not_not_only() -> None:
    (alignment,) = align("There are not only two ships.", Reading("There are only two ships."))
    assert alignment.flip is not None
    assert stance("There are not only two ships.", "There are only two ships.") == "refutes"


def test_a_weekday_counts_from_the_publishing_date() -> None:
    said = "The bridge opened on Monday."
    assert stance("The bridge opened on 10 May 2021.", said, MAY) == "supports"
    assert stance("The bridge opened on 3 May 2021.", said, MAY) == "refutes"


@given(claim=st.text(max_size=80), text=st.text(max_size=120))
def test_shares_are_probabilities(claim: str, text: str) -> None:
    result = judge_by_rules(claim, Reading(text))
    shares = (result.supports, result.refutes, result.neutral)
    assert all(0 <= share <= 1 for share in shares)
    assert sum(shares) == pytest.approx(1)


def test_a_reader_that_overlooks_a_digit_is_overruled() -> None:
    reading = Reading("The flood killed 12 people in Lisbon.")
    (alignment,) = align("The flood killed 40 people in Lisbon.", reading)
    weighed = weigh(StanceResult(0.9, 0.02, 0.08), alignment)
    assert weighed.refutes > 0.5 > weighed.supports


def test_a_reader_is_not_believed_on_another_subject() -> None:
    reading = Reading("The minister opened a school in Porto.")
    (alignment,) = align("The flood killed 40 people in Lisbon.", reading)
    for read in (StanceResult(0.9, 0.05, 0.05), StanceResult(0.05, 0.9, 0.05)):
        assert weigh(read, alignment).neutral > 0.5


def test_a_reader_that_understands_a_paraphrase_is_followed() -> None:
    reading = Reading("Twelve inhabitants of Lisbon lost their lives when the river rose.")
    (alignment,) = align("The flood killed twelve people in Lisbon.", reading)
    assert (
        weigh(StanceResult(0.97, 0.01, 0.02), alignment).supports
        > weigh(StanceResult(0.3, 0.1, 0.6), alignment).supports
    )

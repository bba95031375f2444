"""What keeps a sentence from deciding a claim although it names all of it."""

from __future__ import annotations

import pytest

from assistant.aligning.belonging import belongs_otherwise
from assistant.aligning.comparisons import turned_round
from assistant.aligning.shortfalls import clock_times, falls_short, not_done
from assistant.language.conditions import consequent, supposes_opposite


@pytest.mark.parametrize(
    ("claim", "sentence", "short"),
    [
        ("Nora Vance earns more than Ida Brook.", "Ida Brook earns $2 million.", True),
        ("Nora Vance earns more than Ida Brook.", "Vance earns twice as much as Brook.", False),
        ("Nora Vance earns more than Ida Brook.", "Vance's pay exceeds that of Brook.", False),
        ("The dam is older than the bridge.", "The dam was built in 1931.", True),
        ("Rask resigned rather than face trial.", "Rask resigned.", False),
        ("The bridge opened later than planned.", "The bridge opened in May.", False),
        ("More than 2,000 people came.", "2,300 people came.", False),
        ("It cost less than $5 million.", "It cost $4 million.", False),
        ("If it rains, the match moves to Rowan.", "If it does not rain, it moves to Rowan.", True),
        ("If it rains, the match moves to Rowan.", "If it rains, the match goes to Rowan.", False),
        ("If it rains, the match moves to Rowan.", "If it rains, tickets are refunded.", True),
        ("The match moves to Rowan.", "The match was moved to Rowan.", False),
        ("The prize of 2019 went to Rowan.", "Winners: Elmsby (2019), Rowan (2021).", True),
        ("The prize of 2021 went to Rowan.", "Winners: Elmsby (2019), Rowan (2021).", False),
    ],
)
def test_falls_short(claim: str, sentence: str, short: bool) -> None:
    assert falls_short(claim, sentence) is short


def test_conditions() -> None:
    assert supposes_opposite("What happens if the dam holds?", "If the dam does not hold, run.")
    assert supposes_opposite("What happens if the dam holds?", "Unless the dam holds, run.")
    assert not supposes_opposite("What happens if the dam holds?", "If the dam holds, stay.")
    assert not supposes_opposite("What happens if the dam holds?", "The dam did not hold.")
    assert not supposes_opposite("When did the dam hold?", "When the dam did not hold, they ran.")
    assert consequent("If it rains, the match moves.") == "the match moves."
    assert consequent("The match moves if it rains.") == ""


@pytest.mark.parametrize(
    ("claim", "sentence", "found"),
    [
        ("Men are taller than women.", "Women are taller than men.", ("Men", "women")),
        ("Women are less late than men.", "Women are more late than men.", ("Women", "men")),
        ("Women vote more often than men.", "Women vote more often than men.", None),
        ("Elmsby is bigger than Rowan.", "Rowan is smaller than Elmsby.", None),
        ("Exports grew faster than imports.", "Imports grew faster than exports.",
         ("Exports", "imports")),
        ("More than 20 people came.", "Fewer than 20 people came.", None),
    ],
)  # fmt: skip
def test_turned_round(claim: str, sentence: str, found: tuple[str, str] | None) -> None:
    assert turned_round(claim, sentence) == found


@pytest.mark.parametrize(
    ("claim", "sentence", "found"),
    [
        ("The mill was sold.", "The mill is set to be sold.", True),
        ("The mill was sold.", "The mill was sold on Monday.", False),
        ("The mill will be sold.", "The mill is set to be sold.", False),
        ("Rask plans to sell the mill.", "Rask plans to sell the mill.", False),
        ("The mill was sold.", "The mill burned down.", False),
    ],
)
def test_not_done(claim: str, sentence: str, found: bool) -> None:
    assert not_done(claim, sentence) is found


@pytest.mark.parametrize(
    ("claim", "sentence", "found"),
    [
        ("Rask is the parent company of Vance Foods.",
         "The mix comes from Vance Foods (the parent company of Rask).", True),
        ("Vance Foods is the parent company of Rask.",
         "The mix comes from Vance Foods (the parent company of Rask).", False),
        ("Harbour Days was a spin-off of Mill Lane.",
         "Mill Lane was a spin-off of the 1970s series Harbour Days.", True),
    ],
)  # fmt: skip
def test_what_one_is_of_the_other(claim: str, sentence: str, found: bool) -> None:
    assert (belongs_otherwise(claim, sentence) is not None) is found


def test_times_of_day() -> None:
    assert clock_times("at 4:35 p.m. and 16.40, or 7 am") == {"4:35p", "7:00a"}
    assert falls_short("The plane landed at 6:11 p.m.", "The plane landed at 4:35 p.m.")
    assert not falls_short("The plane landed at 4:35 p.m.", "It landed at 4:35 p.m. in Rowan.")
    assert falls_short("Rowan signed before Elmsby.", "Rowan and Elmsby signed the pact.")
    assert not falls_short("Rowan signed before Elmsby.", "Rowan signed a day before Elmsby did.")

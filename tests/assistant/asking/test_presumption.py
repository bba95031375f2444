"""Questions that take for granted what the articles deny."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assistant.asking.presumption import denial, presumed
from assistant.reader.base import Reading, StanceResult
from assistant.reader.rules import RulesReader
from assistant.settings import AnswerSettings
from tests.assistant.shelf import Shelf, article


@pytest.mark.parametrize(
    ("question", "statement"),
    [
        ("When did Norway leave the talks?", "Norway did leave the talks."),
        ("Why was the pier closed?", "The pier was closed."),
        ("How many ships did Norway send?", "Norway did send ships."),
        ("Who closed the pier?", "Someone closed the pier."),
        ("Who did Norway send?", "Norway did send."),
        ("What will the board close?", "The board will close."),
        ("Who will close it?", "Someone will close it."),
        ("Is the pier closed?", None),
    ],
)
def test_what_a_question_takes_for_granted(question: str, statement: str | None) -> None:
    assert presumed(question) == statement


def test_the_denying_sentence_is_found_and_others_are_not() -> None:
    shelf = Shelf(
        [
            article("Norway did not leave the talks in Velden, its minister said.", key="a"),
            article("The talks in Velden went on without a break. Norway hosts them.", key="b"),
        ]
    )
    settings = AnswerSettings()
    question = "When did Norway leave the talks in Velden?"
    found = denial(question, shelf.search(question), RulesReader(), settings)
    assert found is not None
    assert "did not leave" in found.text
    other = "When did Denmark sign the treaty in Velden?"
    assert denial(other, shelf.search(other), RulesReader(), settings) is None


class _Unsure:
    """A reader that sees no stance in anything."""

    name = "unsure"

    def judge(self, claim: str, evidence: Sequence[Reading]) -> list[StanceResult]:
        return [StanceResult(0.1, 0.1, 0.8) for _ in evidence]


def test_a_plain_denial_is_seen_where_the_reader_is_unsure() -> None:
    shelf = Shelf([article("Halvex will not close its factory in Dornby, it said.", key="a")])
    question = "When did Halvex close its Dornby plant?"
    found = denial(question, shelf.search(question), _Unsure(), AnswerSettings())  # type: ignore[arg-type]
    assert found is not None


class _Against(_Unsure):
    """A reader that sees everything refuted."""

    def judge(self, claim: str, evidence: Sequence[Reading]) -> list[StanceResult]:
        return [StanceResult(0.0, 1.0, 0.0) for _ in evidence]


def test_a_negation_of_something_else_denies_nothing() -> None:
    text = "Nora Vance, restaurant critic of the Courier, wrote that the fish was not the best."
    shelf = Shelf([article(text, key="a")])
    question = "Who was restaurant critic of the Courier?"
    found = denial(question, shelf.search(question), _Against(), AnswerSettings())  # type: ignore[arg-type]
    assert found is None

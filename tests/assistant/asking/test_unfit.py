"""Sentences that do not answer although a span of theirs fits."""

from __future__ import annotations

import pytest

from assistant.asking.unfit import DOUBTED, Unfit, yet_to_come
from assistant.questions.expected import expect
from tests.assistant.made import made


def _share(question: str, sentence: str, span: str) -> float:
    candidate = made(sentence, span)
    start = sentence.index(span)
    unfit = Unfit(question, expect(question))
    return unfit.share(candidate.hit.passage, candidate.sentence, start, start + len(span))


@pytest.mark.parametrize(
    ("question", "sentence", "span", "share"),
    [
        ("When did it open?", "Did it open in 1990?", "1990", 0.0),
        ("What happens if the dam holds?", "If the dam does not hold, the fair is off.",
         "the fair is off", 0.0),
        ("What did Nora Vance say about the dam?", "The dam is old, Ida Brook said.", "old", 0.0),
        ("What did Nora Vance say about the dam?", "The dam is old, Nora Vance said.", "old", 1.0),
        ("What did Nora Vance say about the dam?", "Photos show Nora Vance there.", "Photos", 0.0),
        ("How many people are in the crew?", "The crew of Rowan-15 landed.", "15", 0.0),
        ("Who robbed the mill?", "Nora Vance said that the mill was empty.", "Nora Vance", DOUBTED),
        ("Who won the game?", "ELMSBY - The Rovers lost again.", "ELMSBY", 0.0),
        ("Where was the game?", "ELMSBY - The Rovers lost again.", "ELMSBY", 1.0),
        ("Who robbed the mill?", "Nora Vance robbed the mill.", "Nora Vance", 1.0),
        ("How much did prices rise?", "Prices rose, but not by 50%.", "50%", DOUBTED),
        ("How much did prices rise?", "It is false that prices rose by 50%.", "50%", DOUBTED),
        ("How much did prices rise?", "Claim: Prices rose by 50%.", "50%", DOUBTED),
        ("How much does the false claim say prices rose?", "It is false that prices rose by 50%.",
         "50%", 1.0),
        ("How much did prices rise?", "Prices rose by 12%.", "12%", 1.0),
        ("Who won the cup?", "Elmsby will be the first to play for the cup.", "Elmsby", DOUBTED),
        ("Who won the cup?", "Elmsby won the cup.", "Elmsby", 1.0),
        ("Who will play for the cup?", "Elmsby will play for the cup.", "Elmsby", 1.0),
    ],
)  # fmt: skip
def test_share(question: str, sentence: str, span: str, share: float) -> None:
    assert _share(question, sentence, span) == share


def test_what_is_to_come_answers_no_question_of_the_past() -> None:
    assert yet_to_come("Who won the cup?", "Elmsby and Rowan are vying for the cup.")
    assert not yet_to_come("Who is vying for the cup?", "Elmsby and Rowan are vying for the cup.")
    assert not yet_to_come("Who won the cup?", "Elmsby, which will play again in May, won the cup.")

"""Follow-ups stand alone; a new subject stays what it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Turn
from assistant.asking.followups import follow, standalone


def _after(question: str, answer: str = "") -> list[Turn]:
    return [Turn(question=question, standalone_question=question, answer=answer)]


@pytest.mark.parametrize(
    ("before", "answer", "followup", "expected"),
    [
        ("When did airstrikes begin?", "Sept. 30", "why?", "Why did airstrikes begin?"),
        ("When did airstrikes begin?", "Sept. 30", "and where?", "Where did airstrikes begin?"),
        (
            "Did Russia carry out airstrikes in Syria?",
            "Yes",
            "and when did they begin?",
            "When did airstrikes in Syria begin?",
        ),
        ("Will the port close?", "No", "why not?", "Why will the port close?"),
        (
            "Is Norway in talks with Sweden?",
            "Yes",
            "what about Denmark?",
            "Is Norway in talks with Denmark?",
        ),
        (
            "How many visitors came in 2014?",
            "7,000",
            "and in 2015?",
            "How many visitors came in 2015?",
        ),
        (
            "Who is the mayor of Moscow?",
            "Sergei Sobyanin",
            "what did he say?",
            "What did Sergei Sobyanin say?",
        ),
        (
            "How many people from the former Soviet Union joined?",
            "7,000",
            "and from Europe?",
            "How many people from Europe joined?",
        ),
        ("How much did the pier cost?", "9 million", "how long is it?", "How long is the pier?"),
        (
            "Where will the lantern festival be held?",
            "Velden",
            "when will it be held?",
            "When will the lantern festival be held?",
        ),
        ("How much did the bridge cost?", "9 million", "really?", "How much did the bridge cost?"),
        ("Where was the summit held?", "Astana", "who spoke there?", "Who spoke in Astana?"),
    ],
)  # fmt: skip
def test_what_is_left_out_is_filled_in(
    before: str, answer: str, followup: str, expected: str
) -> None:
    assert standalone(followup, _after(before, answer)) == expected


@pytest.mark.parametrize(
    "question",
    [
        "Who won the chess championship?",
        "How many ships did the Danish navy order?",
        "What did Anna Weber say about her plans?",
        "Is it true that Norway left the talks?",
        "Are there any survivors of the Lisbon fire?",
    ],
)
def test_a_new_subject_is_not_dragged_into_the_old_one(question: str) -> None:
    assert standalone(question, _after("When did airstrikes begin?", "Sept. 30")) == question


def test_without_history_a_question_is_itself() -> None:
    assert standalone("and when did they begin?", []) == "and when did they begin?"


@given(st.text(max_size=80), st.text(max_size=80), st.text(max_size=40))
def test_any_text_can_be_followed_up(question: str, followup: str, answer: str) -> None:
    assert isinstance(standalone(followup, _after(question, answer)), str)


@pytest.mark.parametrize("asked", ["who said that?", "Who says so?", "according to whom?"])
def test_who_said_that_asks_for_the_speaker_of_what_was_answered(asked: str) -> None:
    followup = follow(asked, _after("When did airstrikes begin?", "Sept. 30"))
    assert followup.of_speaker
    assert followup.searched == "When did airstrikes begin?"
    assert "Sept. 30" in followup.shown
    assert not follow("Who said that the bridge is safe?", _after("Why?", "")).of_speaker

"""Which kind of value a question wants."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Kind
from assistant.questions.kinds import expected_kind
from tests.assistant.values.texts import relaxed

KINDS: tuple[Kind, ...] = ("date", "number", "name", "span")


@pytest.mark.parametrize(
    ("question", "kind", "noun"),
    [
        ("When did the airstrikes begin?", "date", ""),
        ("In what year did the ship sink?", "date", "year"),
        ("Laws will lapse when?", "date", ""),
        ("What is the release date of the album?", "date", ""),
        ("What was the date of the 2021 draft?", "date", ""),
        ("What is the date palm worth?", "span", "worth"),
        ("What sport does she play?", "span", "sport"),
        ("How many people joined?", "number", "person"),
        ("The tour covers how many US states?", "number", "state"),
        ("How old was she?", "number", ""),
        ("How much will it cost?", "number", ""),
        ("With what percentage of the vote did she win?", "number", ""),
        ("Who won the final?", "name", ""),
        ("Who was hurt when the bridge fell?", "name", ""),
        ("Where was the summit held?", "name", ""),
        ("Which country hosts the games?", "name", "country"),
        ("Which US company cut jobs?", "name", "company"),
        ("Which color is the comet?", "span", "color"),
        ("Why did he resign?", "span", ""),
        ("The puzzle was solved in what time?", "number", ""),
        ("What is the name of the storm that hit Marsk?", "name", "storm"),
        ("What was the official name of the company?", "name", "company"),
        ("What was the official name of the deal?", "span", "deal"),
        ("How did it end?", "span", ""),
    ],
)
def test_expected_kind(question: str, kind: str, noun: str) -> None:
    expected = expected_kind(question)
    assert (expected.kind, expected.noun) == (kind, noun)


@pytest.mark.parametrize(
    ("question", "field", "wanted"),
    [
        ("How old was she?", "unit", "age"),
        ("What percentage voted?", "unit", "percent"),
        ("How much did they pay?", "unit", "money"),
        ("What year was it?", "grain", "year"),
        ("Which month is it in?", "grain", "month"),
        ("The puzzle was solved in what time?", "unit", "duration"),
        ("At what time was it solved?", "grain", "time"),
        ("On what day of the week did it fall?", "grain", "weekday"),
        ("Who is it?", "name_type", "person"),
        ("Which city is it?", "name_type", "place"),
    ],
)
def test_what_is_wanted_of_it(question: str, field: str, wanted: str) -> None:
    assert getattr(expected_kind(question), field) == wanted


@relaxed
@given(st.text(max_size=80))
def test_no_question_is_too_odd(question: str) -> None:
    assert expected_kind(question).kind in KINDS

"""Which value a question wants, and short answers brought to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Kind
from assistant.values.kinds import expected_kind
from assistant.values.normal import parse_value, value_of
from corpus.partial_date import PartialDate
from tests.assistant.values.texts import relaxed

KINDS: tuple[Kind, ...] = ("date", "number", "name", "span", "yes_no")


@pytest.mark.parametrize(
    ("question", "kind", "noun"),
    [
        ("When did the airstrikes begin?", "date", ""),
        ("In what year did the ship sink?", "date", "year"),
        ("Laws will lapse when?", "date", ""),
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
        ("How did it end?", "span", ""),
        ("Is Turkey a member?", "yes_no", ""),
        ("Will Russia take part in operations in Syria?", "yes_no", ""),
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
        ("On what day of the week did it fall?", "grain", "weekday"),
        ("Who is it?", "name_type", "person"),
        ("Which city is it?", "name_type", "place"),
    ],
)
def test_what_is_wanted_of_it(question: str, field: str, wanted: str) -> None:
    assert getattr(expected_kind(question), field) == wanted


@pytest.mark.parametrize(
    ("text", "kind", "value", "shown"),
    [
        ("on Sept. 30", "date", "2015-09-30", "September 30, 2015"),
        ("5,000 to 7,000 people", "number", "5000-7000", "5,000 to 7,000"),
        ("President Vladimir Putin", "name", "Vladimir Putin", "Vladimir Putin"),
        ("The Computer glitch.", "span", "computer glitch", "The Computer glitch"),
        ("Yes, it will", "yes_no", "yes", "Yes"),
        ("no one knows", "number", "no one knows", "no one knows"),
    ],
)
def test_value_of(text: str, kind: Kind, value: str, shown: str) -> None:
    assert value_of(text, kind, PartialDate.parse("2015-10-17")) == (value, shown)


@relaxed
@given(st.text(max_size=80))
def test_no_question_is_too_odd(question: str) -> None:
    assert expected_kind(question).kind in KINDS


@relaxed
@given(st.text(max_size=60), st.sampled_from(KINDS))
def test_no_answer_is_too_odd(text: str, kind: Kind) -> None:
    value = parse_value(text, kind)
    assert text[value.start : value.end] == value.text
    assert isinstance(value_of(text, kind)[0], str)

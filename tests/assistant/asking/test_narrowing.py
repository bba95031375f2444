"""Spans cut to what is asked for."""

from __future__ import annotations

import pytest

from assistant.asking.narrowing import narrowed
from assistant.questions.expected import expect


@pytest.mark.parametrize(
    ("question", "span", "kept"),
    [
        ("In which month is the deadline?", "Monday, April 18", "April"),
        ("In which year did it open?", "in the spring of 1931", "1931"),
        ("When did it open?", "Monday, April 18", "Monday, April 18"),
        ("When did it open?", "the maker of pumps, said on April 18", "April 18"),
        ("When did it open?", "two days after April 18", "two days after April 18"),
        ("At what time does it open?", "Monday at 11 a.m", "11 a.m"),
        ("Which company built it?", "the Danish manufacturer Velden Marine", "Velden Marine"),
        ("In which city was it held?", "Velden, Norway", "Velden, Norway"),
        ("Why was it closed?", "because of a storm in Velden", "because of a storm in Velden"),
    ],
)
def test_what_is_kept(question: str, span: str, kept: str) -> None:
    start, end = narrowed(span, expect(question))
    assert span[start:end] == kept

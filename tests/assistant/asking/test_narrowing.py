"""Spans cut to what is asked for."""

from __future__ import annotations

import pytest

from assistant.asking.narrowing import names_of, narrowed, with_unit
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
        ("Which state did they travel to?", "Fort Brenner in Ohio", "Ohio"),
        ("Which country is it?", "Ada Brenner", "Ada Brenner"),
        ("Which justice spoke?", "Supreme Court Justice Ada Brenner", "Ada Brenner"),
        ("Which president spoke?", "President Joe Biden", "Joe Biden"),
        ("What percentage of jobs will go?", "1,200 jobs, a fifth", "a fifth"),
        ("Why was it closed?", "because of a storm in Velden", "because of a storm in Velden"),
    ],
)
def test_what_is_kept(question: str, span: str, kept: str) -> None:
    start, end = narrowed(span, expect(question))
    assert span[start:end] == kept


def test_a_capital_inside_a_sentence_is_a_name() -> None:
    span, expected = "Velden to help the crews that left Norway", expect("Where is the centre?")
    start, end = narrowed(span, expected, inside=True)
    assert span[start:end] == "Velden"


@pytest.mark.parametrize(
    ("sentence", "span", "whole"),
    [
        ("The works cost £4.8m in all.", "4.8", "£4.8m"),
        ("It fell by 80 percent.", "80", "80 percent"),
        ("More than 2,000 people came.", "2,000", "2,000"),
        ("From 5,000 to 7,000 people came.", "7,000", "5,000 to 7,000"),
        ("A deal worth $18 million was made.", "$18 million", "$18 million"),
    ],
)
def test_a_number_has_its_unit(sentence: str, span: str, whole: str) -> None:
    start = sentence.index(span)
    low, high = with_unit(sentence, start, start + len(span))
    assert sentence[low:high] == whole


def test_names_are_those_that_stand_alone() -> None:
    found = names_of(["The park is named after Lumo Bear.", "Lumo Bear Theme Park opens in May."])
    assert {"Lumo Bear", "Lumo Bear Theme Park"} <= found

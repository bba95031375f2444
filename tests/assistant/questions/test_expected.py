"""What a question asks for."""

from __future__ import annotations

import pytest

from assistant.questions.expected import asked, expect


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("When did the ferry service start?", "date"),
        ("In what year was the bridge opened?", "date"),
        ("On which day did the council vote?", "date"),
        ("How many people were hurt?", "number"),
        ("The council met this week. How much will the repair cost?", "number"),
        ("What percentage of voters backed the plan?", "number"),
        ("How old was the oldest resident?", "number"),
        ("Who leads the harbour board?", "name"),
        ("Which country signed first?", "name"),
        ("Where was the summit held?", "name"),
        ("Why was the bridge closed?", "span"),
        ("What did the minister promise when he visited?", "span"),
        ("Did the council approve the plan?", "yes_no"),
        ("Will the ferry run in winter?", "yes_no"),
        ("True or false: the bridge has reopened.", "yes_no"),
        ("", "span"),
    ],
)
def test_the_kind_follows_the_wording(question: str, kind: str) -> None:
    assert expect(question).kind == kind


def test_an_or_question_is_no_yes_or_no() -> None:
    assert expect("Is the mayor from Oslo or Bergen?").kind != "yes_no"


def test_the_sentence_that_asks_is_found_among_others() -> None:
    text = "A storm hit the coast on Monday. Which town lost its pier?"
    assert asked(text) == "Which town lost its pier?"


@pytest.mark.parametrize(
    ("question", "fitting", "not_fitting"),
    [
        ("When did it begin?", "last Friday", "the mayor"),
        ("When did it begin?", "three months ago", "three months"),
        ("How many came?", "two dozen", "the mayor"),
        ("What is the population of Velden?", "3,559 people", "10 miles northwest"),
        ("She solved the puzzle in what time?", "3.13 seconds", "21-year-old"),
        ("How many people came?", "3,000 people in 24 hours", "24 hours"),
        ("How many feet deep is it?", "40 feet", "the mayor"),
        ("How long is the pier?", "400 metres", "21-year-old"),
        ("How long did she lead it?", "since 2015", "the mayor"),
        ("Who spoke?", "Ada Brenner", "in the evening"),
        ("Who spoke?", "Ada Brenner", "A runner"),
        ("What was the score?", "24-10", "31.9 points"),
        ("What percentage of jobs will go?", "19%", "900,000"),
        ("At what time does it open?", "11 a.m.", "Wednesday"),
        ("Which country signed?", "Canada", "US-Canada"),
        ("Which state signed?", "Ohio", "San Francisco"),
        ("Which state signed?", "Ohio", "Gulf Coast"),
        ("Which country signed?", "Tonga", "Ada Brenner"),
        ("Which team did she join?", "Velden United", "prisoner swap"),
        ("Which runner says so?", "Kim Jong-un", "Coaches warn that it hurts"),
    ],
)
def test_a_strict_kind_tells_fitting_spans(question: str, fitting: str, not_fitting: str) -> None:
    expected = expect(question)
    assert expected.fits(fitting)
    assert not expected.fits(not_fitting)


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("What vegetable replaces the chicken?", "vegetable"),
        ("Which footballer-turned-manager won?", "manager"),
        ("Which type of filling is used?", "filling"),
        ("Which kind of weather event hit the coast?", "event"),
    ],
)
def test_the_noun_that_is_asked_for(question: str, noun: str) -> None:
    assert expect(question).noun == noun

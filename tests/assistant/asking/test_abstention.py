"""When an answer is withheld, and what is said instead."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.answer import Quote
from assistant.asking.abstention import confidence, outside_reason, reason
from assistant.asking.grouping import group
from assistant.asking.ranking import read_order
from assistant.language.coverage import Coverage
from assistant.questions.expected import expect
from assistant.reader.base import ReadResult
from assistant.settings import AnswerSettings
from index.passage import Filters
from tests.assistant.made import made

SETTINGS = AnswerSettings()
QUESTION = "When did the ferry line between Velden and Marsk open?"


def _confidence(sentence: str, span: str, answerable: float) -> float:
    found = made(sentence, span, answerable=answerable)
    groups = group([found], expect(QUESTION), SETTINGS)
    return confidence(QUESTION, groups, [found.hit], SETTINGS)


def test_a_passage_about_something_else_is_not_trusted_however_sure_the_reader() -> None:
    near = _confidence("The ferry line between Velden and Marsk opened on May 3.", "May 3", 0.8)
    far = _confidence("The museum shop opened on May 3.", "May 3", 0.8)
    unsure = _confidence("The ferry line between Velden and Marsk opened on May 3.", "May 3", 0.05)
    assert far < near
    assert unsure < near
    assert confidence(QUESTION, [], [], SETTINGS) == 0.0


def test_rare_words_of_the_question_count_more() -> None:
    texts = ["The ferry left.", "The ferry came.", "The ferry sank off Marsk."]
    coverage = Coverage.of("Which ferry sank off Marsk?", texts)
    assert coverage.share("Off Marsk, something sank.") > coverage.share("A ferry.") > 0
    assert coverage.share("The ferry that sank off Marsk.") == 1.0
    assert Coverage.of("", []).share("anything") == 0.0


def test_what_is_asked_for_need_not_be_named() -> None:
    coverage = Coverage.of("In which city did the ferry sink?", [], "city")
    assert coverage.share("The ferry sank in Marsk.") == 1.0


def test_the_reason_names_an_empty_index_and_an_empty_filter() -> None:
    narrow = Filters(since=dt.date(2020, 1, 1))
    assert "no articles" in reason([], Filters(), 0)
    assert "dates" in reason([], narrow, 3)
    assert "No article speaks" in reason([], Filters(), 3)
    hit = made("A sentence.", "sentence").hit
    assert "do not say" in reason([hit], Filters(), 3)


def test_the_reason_names_what_was_filtered_out() -> None:
    quote = Quote(
        n=1, article_id="a", title="The line", outlet="Marsk Daily", published="2019-05-05",
        origin="a", text="x", start=0, end=1, path="a",
    )  # fmt: skip
    told = outside_reason(Filters(until=dt.date(2019, 1, 1), outlets=("Velden Post",)), quote)
    assert told == (
        "Only articles outside the dates or of other outlets answer this, such as Marsk Daily, "
        "2019-05-05."
    )


def test_reading_reorders_what_the_search_found() -> None:
    hits = [made(f"Sentence {n}.", "Sentence", article=str(n)).hit for n in range(3)]
    results = [ReadResult(0.05), ReadResult(0.04), ReadResult(0.95)]
    assert read_order(hits, results, SETTINGS) == [2, 0, 1]
    assert read_order(hits, [ReadResult(0.5)] * 3, SETTINGS) == [0, 1, 2]


@pytest.mark.parametrize(
    ("asked", "other", "sentence", "span"),
    [
        ("Who won the Northern Cup?", "Who won the Southern Cup?",
         "Carrow won the Northern Cup on Saturday.", "Carrow"),
        ("When was Gideon Marsh jailed?", "When was Gideon Marsh's wife jailed?",
         "Gideon Marsh was jailed on Friday.", "Friday"),
        ("Where did the ferry run aground?", "Why did the ferry run aground?",
         "The ferry ran aground in the harbour.", "in the harbour"),
    ],
)  # fmt: skip
def test_what_the_sentence_surely_lacks_makes_it_doubtful(
    asked: str, other: str, sentence: str, span: str
) -> None:
    settings = AnswerSettings()
    found = made(sentence, span)
    sure = [
        confidence(question, group([found], expect(question), settings), [found.hit], settings)
        for question in (asked, other)
    ]
    assert sure[0] > sure[1] + 0.1


def test_a_reader_that_sees_no_answer_is_believed() -> None:
    settings = AnswerSettings()
    found = made("Carrow won the Northern Cup.", "Carrow", answerable=0.05)
    groups = group([found], expect("Who won the Northern Cup?"), settings)
    assert confidence("Who won the Northern Cup?", groups, [found.hit], settings) == 0.0

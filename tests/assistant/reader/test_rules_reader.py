"""The reader without a model."""

from __future__ import annotations

from assistant.reader.base import Reading
from assistant.reader.rules import RulesReader
from corpus.sentences import sentence_spans

OPENED = "The ferry line opened on May 3. Some 1,200 passengers travelled on the first day."
OTHER = "The museum in Marsk shows ships. Entry is free on Sundays."


def _reading(text: str) -> Reading:
    return Reading(text, sentences=tuple((s.start, s.end) for s in sentence_spans(text)))


def _first(question: str) -> tuple[str, float, float]:
    good, bad = RulesReader().read(question, [_reading(OPENED), _reading(OTHER)])
    span = good.spans[0]
    return OPENED[span.start : span.end], good.answerable, bad.answerable


def test_a_date_a_number_and_a_name_are_pointed_at() -> None:
    assert _first("When did the ferry line open?")[0] == "May 3"
    assert "1,200" in _first("How many passengers travelled on the first day?")[0]


def test_the_passage_that_answers_is_the_surer_one() -> None:
    _, good, bad = _first("When did the ferry line open?")
    assert 0 <= bad < 0.5 < good <= 1


def test_spans_stand_inside_the_passage_best_first() -> None:
    results = RulesReader().read("Why was the line opened?", [_reading(OPENED), _reading("")])
    for result, text in zip(results, (OPENED, ""), strict=True):
        scores = [span.score for span in result.spans]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= span.start < span.end <= len(text) for span in result.spans)


def test_stances_sum_to_one() -> None:
    for stance in RulesReader().judge("The line opened on May 4.", [_reading(OPENED)]):
        assert abs(stance.supports + stance.refutes + stance.neutral - 1) < 1e-6
        assert stance.refutes > stance.supports

"""The tuning's arithmetic on made-up questions, where the right choice is known."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from assistant.asking.abstention import confidence
from assistant.asking.assistant import reading_of
from assistant.reader.rules import RulesReader
from assistant.settings import AnswerSettings
from index.opened import Index
from index.settings import IndexSettings
from tests.benchmarks import tuning
from tests.benchmarks.answers_dev import Read
from tests.benchmarks.tuning import Said, chosen, fitted, said, said_of, sure_of, thresholds

# The first part tells the two kinds apart, the others are noise.
WITH, WITHOUT = (2.0, 0.1, 0.3, 0.0), (-2.0, 0.1, 0.3, 0.0)
SAID = [Said(1.0, 1.0, False, WITH, WITHOUT)] * 8 + [Said(0.0, 0.5, True, WITH, WITH)] * 2


def test_the_confidence_is_the_sum_of_its_parts() -> None:
    settings = AnswerSettings(
        confidence_bias=1.0,
        confidence_reader=2.0,
        confidence_words=3.0,
        confidence_meaning=4.0,
        confidence_missing=0.5,
    )
    logit = 1 + 2 * 0.5 + 3 * 0.25 + 4 * -1 + 0.5 * -1
    assert sure_of((0.5, 0.25, -1.0, -1.0), settings) == pytest.approx(1 / (1 + math.exp(-logit)))
    assert sure_of((), settings) == 0.0


def test_fitting_tells_questions_with_their_articles_from_those_without() -> None:
    settings = fitted(SAID, AnswerSettings())
    assert sure_of(WITH, settings) > 0.8
    assert sure_of(WITHOUT, settings) < 0.2
    rows = thresholds(SAID, settings)
    middle = next(row for row in rows if row["threshold"] == 0.5)
    # A question that another article answers is not one to refuse.
    assert middle == {"threshold": 0.5, "precision": 1.0, "recall": 1.0, "exact": 0.8, "f1": 0.9}


def test_the_lowest_threshold_that_refuses_enough_is_chosen() -> None:
    rows = [
        {"threshold": 0.3, "precision": 0.9, "recall": 0.5},
        {"threshold": 0.4, "precision": 0.85, "recall": 0.7},
        {"threshold": 0.5, "precision": 0.82, "recall": 0.9},
    ]
    assert chosen(rows)["threshold"] == 0.4
    assert chosen([row | {"recall": 0.3} for row in rows])["threshold"] == 0.3


def test_every_weight_that_is_tried_is_a_setting() -> None:
    assert set(tuning.GRID) | set(tuning.WEIGHTS) <= set(AnswerSettings.__dataclass_fields__)


def test_the_parts_make_the_confidence_of_the_program(sample_index: Path) -> None:
    text, settings = "When did the airstrikes begin?", AnswerSettings()
    with Index.open(sample_index, IndexSettings()) as index:
        hits = index.search(text, k=5)
    results = RulesReader().read(text, [reading_of(hit) for hit in hits])
    one = Read("1", text, ("Sept. 30",), tuple(hits), tuple(results), (), ())
    groups = said_of(text, hits, results, settings)
    sure = confidence(text, groups, hits, settings)
    assert sure_of(said(one, settings).parts, settings) == pytest.approx(sure)
    assert said(one, settings).parts_without == ()

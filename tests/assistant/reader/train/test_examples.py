"""Examples: spans survive tokenising, splits hold apart, thresholds and temperatures fit."""

from __future__ import annotations

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reader.train.batches import batch, in_order, plan
from assistant.reader.train.calibrate import bins, error, fit
from assistant.reader.train.config import TrainConfig
from assistant.reader.train.examples import encode
from assistant.reader.train.figures import Predicted, f1, qa_figures, stance_figures
from assistant.reader.train.qa_examples import qa_examples
from assistant.reader.train.records import QA, STANCE, Context, Example, Question
from assistant.reader.train.sources import is_dev
from assistant.reader.train.stance_pairs import PairMaker
from assistant.reader.train.text import sentences, window
from tests.assistant.reader.tiny import tokenizer

TOWNS = ("Elmsby", "Rowan", "Tarn", "Orrin", "Skelling", "Marrow", "Quay", "Dunmore")
LENGTHS = (16, 32, 64, 128, 256)


def contexts() -> list[Context]:
    made = []
    for i, town in enumerate(TOWNS * 2):
        text = (
            f"{town} built a harbour in {1900 + i}. Its first keeper was Nora of {town}. "
            f"In all {20 + i} boats lie there. The {town} ferry was not saved from the storm. "
        ) + "Boats come and go there every day of the long year. " * (i % 3)
        text = text.strip()
        source = "squad2" if i < 8 else "qamr"
        made.append(Context(text, town, source, f"{source}/{town}", sentences(text)))
    return made


def questions() -> list[Question]:
    asked = []
    for i, context in enumerate(contexts()):
        year = str(1900 + i)
        town = context.title
        asked.append(
            Question(f"When did {town} build harbour {i}?", i, year, context.text.find(year))
        )
        asked.append(Question(f"When did {town} burn down?", i, "", -1))
    return asked


@pytest.fixture
def config() -> TrainConfig:
    return TrainConfig.load()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 15), st.integers(0, 9999))
def test_a_window_is_whole_sentences_around_the_answer(index: int, seed: int) -> None:
    context, question = contexts()[index], questions()[2 * index]
    keep = (question.start, question.start + 4)
    first, last = window(context, keep, random.Random(seed))
    assert first <= keep[0]
    assert last >= keep[1]
    assert first in {a for a, _ in context.sentences}
    assert last in {b for _, b in context.sentences}


def test_answers_are_where_the_examples_say(config: TrainConfig) -> None:
    made = qa_examples(contexts(), questions(), config)
    assert {e.tag for e in made} >= {"qa", "native"}
    data, kept = encode(made, tokenizer(), 256)
    for row, index in enumerate(kept):
        example = made[index]
        assert (example.start >= 0) == bool(example.label)
        if not example.label:
            assert data.start[row] == data.end[row] == 0
            continue
        assert example.passage[example.start : example.end].isdigit()
        encoding = tokenizer().encode(example.first, example.prefix + example.passage)
        shift = len(example.prefix)
        a, b = encoding.offsets[data.start[row]][0], encoding.offsets[data.end[row]][1]
        assert (a - shift, b - shift) == (example.start, example.end)
        assert data.text[row] <= data.start[row]


def test_unanswerable_examples_lack_the_answer(config: TrainConfig) -> None:
    for example in qa_examples(contexts(), questions(), config):
        if example.tag in ("mined", "article", "deleted"):
            answers = {q.answer for q in questions() if q.text == example.first and q.answer}
            assert not any(answer in example.passage for answer in answers)


def test_turned_questions_keep_the_passage_and_lose_the_answer(config: TrainConfig) -> None:
    every = config.model_copy(update={"turned_negatives": 1.0})
    made = qa_examples(contexts(), questions(), every)
    places = [i for i, example in enumerate(made) if example.tag == "turned"]
    assert places
    for place in places:
        answered, turned = made[place - 1], made[place]
        assert (turned.passage, turned.label, turned.start) == (answered.passage, 0, -1)
        assert turned.first != answered.first
        assert turned.first.startswith("When did ")
    none = config.model_copy(update={"turned_negatives": 0.0})
    assert not any(e.tag == "turned" for e in qa_examples(contexts(), questions(), none))


def test_pairs_have_all_three_labels() -> None:
    pairs = PairMaker(contexts(), 5).from_sentences()
    assert {pair.label for pair in pairs} == {0, 1, 2}
    assert pairs == PairMaker(contexts(), 5).from_sentences()
    for pair in pairs:
        if pair.tag in ("altered-number", "altered-date"):
            assert pair.first not in pair.passage


def test_an_article_is_on_one_side_of_the_split(config: TrainConfig) -> None:
    sides = {is_dev(f"article {i}", "qamr", config) for i in range(300)}
    assert sides == {True, False}
    assert is_dev("article 7", "qamr", config) == is_dev("article 7", "qamr", config)


def test_batches_hold_every_example_once(config: TrainConfig) -> None:
    made = qa_examples(contexts(), questions(), config) + PairMaker(contexts(), 5).from_sentences()
    data, _ = encode(made, tokenizer(), 256)
    planned = plan(data, 512, LENGTHS, seed=1)
    assert sorted(np.concatenate(planned).tolist()) == list(range(len(data)))
    for rows in planned:
        one = batch(data, rows, LENGTHS)
        assert one.input_ids.shape[1] in LENGTHS
        assert one.allowed[:, 0].all()
        assert (one.attention_mask.sum(1).numpy() == data.lengths[rows]).all()
    measured = [b.rows for b in in_order(data, np.arange(len(data)), 512, LENGTHS)]
    assert sorted(np.concatenate(measured).tolist()) == list(range(len(data)))


def made_up(count: int) -> tuple[list[Example], list[Predicted]]:
    """Examples with logits that are four times too sure of themselves."""
    rng = np.random.default_rng(2)
    examples, said = [], []
    for _ in range(count):
        logit = rng.normal() * 2
        label = int(rng.random() < 1 / (1 + np.exp(-logit)))
        examples.append(Example(QA, "q", "", "the answer", label, "qa", "g", 4 * label, 10 * label))
        said.append(Predicted("answer", 4 * logit, 0.0))
        shares = rng.dirichlet((1, 1, 1))
        gold = int(rng.choice(3, p=shares))
        examples.append(Example(STANCE, "c", "", "p", gold, "made", "g"))
        a, b, c = (float(x) for x in 4 * np.log(shares))
        said.append(Predicted(stance=(a, b, c)))
    return examples, said


def test_calibration_undoes_overconfidence() -> None:
    examples, said = made_up(3000)
    fitted = fit(examples, said)
    assert fitted.answerable[0] == pytest.approx(0.25, abs=0.05)
    assert fitted.temperature == pytest.approx(4, rel=0.15)
    told = [fitted.apply(p) for p in said]
    sure = [p.answerable for p in told[::2]]
    labels = [e.label for e in examples[::2]]
    assert error(bins(sure, labels)) < 0.05
    figures = qa_figures(examples, told)
    assert 0.8 < figures["auroc"] < 0.95
    assert figures["f1_answerable"] == 100
    assert figures["f1_all"] > 60
    assert stance_figures(examples, told)["pairs"] == 3000


def test_f1_counts_words() -> None:
    assert f1("the Elmsby harbour", "Elmsby harbour") == 1
    assert f1("harbour", "Elmsby harbour") == pytest.approx(2 / 3)
    assert f1("", "Elmsby") == 0

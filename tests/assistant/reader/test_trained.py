"""The trained reader: offsets are exact, order and batching do not matter, files are checked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reader.base import Reading, ReadResult
from assistant.reader.pairs import PairBuilder, padded
from assistant.reader.trained import SPANS, TrainedReader
from corpus.errors import FactcheckError
from corpus.partial_date import PartialDate
from tests.assistant.reader.tiny import LONGEST, WORDS, tokenizer, write_model
from tests.conftest import ROOT

QUESTION = "When was the bridge opened?"
TEXT = "The mayor said the bridge was opened in April 2019. In March 2021 a storm closed it."
words = st.lists(
    st.sampled_from(
        [*WORDS, "Ärger", "naïve", "日本", "e\u0301t\u00e9", "👩‍🚒", "\u200b", "…", "\t"]
    ),
    max_size=90,
).map(" ".join)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> TrainedReader:
    return TrainedReader.load(write_model(tmp_path_factory.mktemp("model")), threads=1)


def agree(one: list[ReadResult], other: list[ReadResult]) -> bool:
    return all(
        abs(a.answerable - b.answerable) < 1e-4
        and [(s.start, s.end) for s in a.spans] == [(s.start, s.end) for s in b.spans]
        for a, b in zip(one, other, strict=True)
    )


def inside_word(text: str, place: int) -> bool:
    around = text[max(0, place - 1) : place + 1]
    return len(around) == 2 and around.isascii() and around.isalnum() and 0 < place < len(text)


@settings(max_examples=60, deadline=None)
@given(text=words, title=words, question=words)
def test_spans_are_words_of_the_text(
    reader: TrainedReader, text: str, title: str, question: str
) -> None:
    (result,) = reader.read(question, [Reading(text, title, PartialDate(2020, 2))])
    assert 0 <= result.answerable <= 1
    assert len(result.spans) <= SPANS
    assert [s.score for s in result.spans] == sorted((s.score for s in result.spans), reverse=True)
    for span in result.spans:
        said = text[span.start : span.end]
        assert said == said.strip()
        assert said
        assert not inside_word(text, span.start)
        assert not inside_word(text, span.end)


@settings(max_examples=25, deadline=None)
@given(st.lists(words, min_size=1, max_size=8))
def test_each_passage_is_read_as_if_alone(reader: TrainedReader, texts: list[str]) -> None:
    readings = [Reading(text) for text in texts]
    together = reader.read(QUESTION, readings)
    assert agree(together, [reader.read(QUESTION, [reading])[0] for reading in readings])
    stances = reader.judge(QUESTION, readings)
    assert len(stances) == len(readings)
    for stance in stances:
        assert stance.supports + stance.refutes + stance.neutral == pytest.approx(1, abs=1e-5)


def test_the_order_of_the_passages_is_kept(reader: TrainedReader) -> None:
    readings = [Reading("storm " * n + TEXT) for n in (9, 0, 30, 3, 60)]
    forward, backward = reader.read(QUESTION, readings), reader.read(QUESTION, readings[::-1])
    assert agree(forward, backward[::-1])


def test_a_title_is_never_an_answer(reader: TrainedReader) -> None:
    (result,) = reader.read(QUESTION, [Reading("", "The mayor opened the bridge")])
    assert result.spans == ()
    assert result.answerable < 0.5


def test_a_number_is_one_word() -> None:
    text = "Opened at 10:30 with 1,250.5 people, 12."
    (pair,) = PairBuilder(tokenizer(), 256).build("how many ?", [Reading(text)])
    said = {text[a:b] for a, b in pair.offsets}
    assert said == {"Opened", "at", "10:30", "with", "1,250.5", "people", ",", "12", "."}


def test_nothing_to_read(reader: TrainedReader) -> None:
    assert reader.read(QUESTION, []) == []
    assert reader.judge(TEXT, []) == []


def test_a_long_passage_is_read_to_its_end(reader: TrainedReader) -> None:
    filler = "the river and the town . " * 30
    alone = reader.read(QUESTION, [Reading("12 march 2021")])[0].spans
    assert alone
    long = reader.read(QUESTION, [Reading(filler + "12 march 2021")])[0]
    whole = filler + "12 march 2021"
    windows = PairBuilder(tokenizer(), LONGEST).build(QUESTION, [Reading(whole)])
    assert len(windows) > 2
    covered = {place for pair in windows for a, b in pair.offsets for place in range(a, b)}
    assert covered == {i for i, letter in enumerate(whole) if not letter.isspace()}
    assert len({(s.start, s.end) for s in long.spans}) == len(long.spans)


def test_pairs_are_what_the_tokenizer_makes_of_both_texts() -> None:
    builder = PairBuilder(tokenizer(), 256)
    (pair,) = builder.build(QUESTION, [Reading(TEXT, "The storm", PartialDate(2019, 4, 12))])
    whole = tokenizer().encode(QUESTION, "The storm | 12 April 2019 | " + TEXT)
    assert pair.ids == whole.ids
    inputs = padded([pair])
    n = len(pair.ids)
    assert inputs["token_type_ids"][0, :n].tolist() == whole.type_ids
    assert inputs["attention_mask"][0].sum() == n
    assert inputs["input_ids"].shape[1] % 16 == 0


def test_altered_weights_are_refused(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "model")
    with (folder / "reader.onnx").open("ab") as file:
        file.write(b"x")
    with pytest.raises(FactcheckError, match="is not the file") as raised:
        TrainedReader.load(folder)
    assert "reinstall" in raised.value.hint


@pytest.mark.parametrize("name", ["reader.onnx", "tokenizer.json", "reader.json"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    folder = write_model(tmp_path / "model")
    (folder / name).unlink()
    with pytest.raises(FactcheckError):
        TrainedReader.load(folder)


def test_a_card_of_another_shape_is_refused(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "model")
    (folder / "reader.json").write_text('{"version": "1"}', encoding="utf-8")
    with pytest.raises(FactcheckError, match="not a reader's card"):
        TrainedReader.load(folder)


def test_reading_does_not_import_torch(tmp_path: Path) -> None:
    folder = write_model(tmp_path / "model")
    code = (
        "import sys; from pathlib import Path; from assistant.reader.base import Reading;"
        "from assistant.reader.trained import TrainedReader;"
        f"r = TrainedReader.load(Path({str(folder)!r})); r.read('who ?', [Reading('the mayor')]);"
        "print(sorted({'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"

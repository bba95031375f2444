"""Any Hugging Face model behind the reader's interface, with tiny models made here."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from assistant.reader.base import Reading
from assistant.reader.loading import load_reader
from corpus.errors import FactcheckError
from corpus.partial_date import PartialDate
from tests.assistant.reader.tiny import tokenizer

QUESTION = "When was the bridge opened?"
TEXT = "The mayor said the bridge was opened in April 2019. Who closed it? The north storm did."
READINGS = [
    Reading(TEXT, "The bridge", PartialDate(2019, 4)),
    Reading("the river " * 60 + TEXT),
    Reading(""),
]


def save(folder: Path, kind: str, labels: list[str] | None = None) -> str:
    """A BERT of one tiny layer with random weights, and its tokenizer."""
    import transformers

    transformers.set_seed(5)
    words = transformers.PreTrainedTokenizerFast(
        tokenizer_object=tokenizer(), pad_token="[PAD]", unk_token="[UNK]", cls_token="[CLS]",
        sep_token="[SEP]", model_max_length=64,
    )  # fmt: skip
    options: dict[str, Any] = {}
    if labels:
        options = {
            "id2label": dict(enumerate(labels)),
            "label2id": {label: i for i, label in enumerate(labels)},
        }
    config = transformers.BertConfig(
        vocab_size=len(words), hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=32, max_position_embeddings=66, initializer_range=1.0, **options,
    )  # fmt: skip
    model = getattr(transformers, f"BertFor{kind}")(config)
    model.save_pretrained(folder)
    words.save_pretrained(folder)
    return str(folder)


def test_question_answering(tmp_path: Path) -> None:
    reader = load_reader(f"qa:{save(tmp_path / 'qa', 'QuestionAnswering')}")
    results = reader.read(QUESTION, READINGS)
    assert len(results) == 3
    assert results[0].spans
    assert results[2].spans == ()
    assert results[2].answerable == 0
    for reading, result in zip(READINGS, results, strict=True):
        for span in result.spans:
            said = reading.text[span.start : span.end]
            assert said
            assert said == said.strip()
        assert 0 <= result.answerable <= 1
    # Windows reach the end of the long text.
    assert max(span.end for span in results[1].spans) > 0
    assert reader.name.startswith("qa:")
    assert len(reader.judge(TEXT, READINGS)) == 3
    assert reader.read(QUESTION, []) == []


LABELS = ["contradiction", "neutral", "entailment"]


@pytest.mark.parametrize(
    ("labels", "columns"),
    [
        (LABELS, (2, 0, 1)),
        (["ENTAILMENT", "NEUTRAL", "CONTRADICTION"], (0, 2, 1)),
        (["SUPPORTS", "REFUTES", "NOT ENOUGH INFO"], (0, 1, 2)),
        (["entailment", "not_entailment"], (0, None, 1)),
    ],
)
def test_nli_finds_its_columns_by_name(
    tmp_path: Path, labels: list[str], columns: tuple[int | None, ...]
) -> None:
    from assistant.reader.hugging_face import Entailment

    judge = Entailment(save(tmp_path / "nli", "SequenceClassification", labels))
    wanted = {column: stance for stance, column in enumerate(columns) if column is not None}
    assert judge.columns == wanted
    stances = judge.judge(TEXT, READINGS)
    assert len(stances) == 3
    for stance in stances:
        assert stance.supports + stance.refutes + stance.neutral == pytest.approx(1, abs=1e-5)
        assert (stance.refutes == 0) == (columns[1] is None)


def test_labels_that_say_nothing_are_refused(tmp_path: Path) -> None:
    path = save(tmp_path / "x", "SequenceClassification", ["LABEL_0", "LABEL_1", "LABEL_2"])
    with pytest.raises(FactcheckError, match="not those of an NLI model") as raised:
        load_reader(f"nli:{path}")
    assert "entailment" in raised.value.hint


def test_a_cross_encoder_says_how_answerable(tmp_path: Path) -> None:
    path = save(tmp_path / "ce", "SequenceClassification", ["LABEL_0"])
    reader = load_reader(f"cross-encoder:{path}")
    base = load_reader("auto")
    results, plain = reader.read(QUESTION, READINGS[:2]), base.read(QUESTION, READINGS[:2])
    assert [result.spans for result in results] == [result.spans for result in plain]
    assert [r.answerable for r in results] != [r.answerable for r in plain]
    assert all(0 <= result.answerable <= 1 for result in results)
    assert reader.name == f"cross-encoder:{path} over {base.name}"
    assert reader.read(QUESTION, []) == []


def test_an_nli_model_is_no_cross_encoder(tmp_path: Path) -> None:
    path = save(tmp_path / "nli", "SequenceClassification", LABELS)
    with pytest.raises(FactcheckError, match="3 scores") as raised:
        load_reader(f"cross-encoder:{path}")
    assert raised.value.hint == f"for an NLI model write nli:{path}"


def test_all_three_together(tmp_path: Path) -> None:
    parts = {
        "qa": save(tmp_path / "qa", "QuestionAnswering"),
        "nli": save(tmp_path / "nli", "SequenceClassification", LABELS),
        "cross-encoder": save(tmp_path / "ce", "SequenceClassification", ["LABEL_0"]),
    }
    reader = load_reader(",".join(f"{kind}:{path}" for kind, path in parts.items()))
    alone = load_reader(f"qa:{parts['qa']}").read(QUESTION, READINGS)
    together = reader.read(QUESTION, READINGS)
    assert [r.spans for r in together] == [r.spans for r in alone]
    assert "over" not in reader.name
    only = load_reader(f"nli:{parts['nli']}")
    assert reader.judge(TEXT, READINGS) == only.judge(TEXT, READINGS)


@pytest.mark.parametrize("kind", ["qa", "nli", "cross-encoder"])
def test_a_model_that_is_not_there(tmp_path: Path, kind: str) -> None:
    with pytest.raises(FactcheckError, match="cannot load") as raised:
        load_reader(f"{kind}:{tmp_path / 'nowhere'}")
    assert "config.json" in raised.value.hint

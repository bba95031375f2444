"""Names of readers: what each means, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from assistant.reader import card, loading, trained
from assistant.reader.loading import load_reader
from assistant.reader.rules import RulesReader
from corpus.errors import FactcheckError
from tests.assistant.reader.tiny import write_model


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in the shipped model's place, empty at first."""
    for module in (card, loading, trained):
        monkeypatch.setattr(module, "SHIPPED", tmp_path / "model")
    return tmp_path / "model"


def test_auto_is_the_trained_reader_where_it_is_shipped(shipped: Path) -> None:
    assert isinstance(load_reader(), RulesReader)
    write_model(shipped)
    assert load_reader().name == "trained tiny"
    assert load_reader("trained").name == "trained tiny"
    assert isinstance(load_reader("rules"), RulesReader)


def test_trained_without_weights_says_so(shipped: Path) -> None:
    with pytest.raises(FactcheckError, match="no trained reader") as raised:
        load_reader("trained")
    assert raised.value.hint


@pytest.mark.parametrize("name", ["best", "qa:", "qa", "bert:some/model", "qa:a,,nli:b", ""])
def test_unknown_names(name: str) -> None:
    with pytest.raises(FactcheckError, match="no reader is called") as raised:
        load_reader(name)
    assert "cross-encoder:NAME" in raised.value.hint


def test_one_kind_twice() -> None:
    with pytest.raises(FactcheckError, match="twice"):
        load_reader("qa:a,qa:b")

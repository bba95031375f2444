from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from corpus.errors import FactcheckError
from index import layout
from index.embeddings import Vectors
from index.opened import Index
from index.rebuild import rebuild
from index.report import CancelledError, Progress
from index.settings import IndexSettings
from index.sync import sync
from tests.index.comparing import assert_consistent, contents
from tests.index.conftest import write
from tests.index.fakes import HashingEmbedder

OTHER = IndexSettings(passage_words=20)


@pytest.fixture(autouse=True)
def hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.opened.load_embedder", HashingEmbedder)


def test_the_old_index_answers_until_the_new_one_takes_over(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    sync(corpus, folder, settings, load=HashingEmbedder)
    with Index.open(folder, settings) as index:
        before = index.version
        seen: list[str] = []

        def progress(_: Progress) -> None:
            assert index.search("cracks in the dam")
            seen.append(index.version)

        write(corpus, {"mill.txt": "Mill\n\nThe mill closed in June."})
        report = rebuild(corpus, folder, settings, progress=progress, load=HashingEmbedder)
        assert set(seen) == {before}
        assert index.version == report.version != before
        assert index.article_count == 4
    assert_consistent(contents(folder))


def test_one_earlier_index_is_kept_until_the_next_rebuild(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    sync(corpus, folder, settings, load=HashingEmbedder)
    numbers = []
    for _ in range(3):
        rebuild(corpus, folder, settings, load=HashingEmbedder)
        numbers.append([gen.number for gen in layout.generations(folder)])
    assert numbers == [[1, 2], [2, 3], [3, 4]]


def test_other_settings_are_refused_by_name_and_rebuilt(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    sync(corpus, folder, settings, load=HashingEmbedder)
    for refused in (
        lambda: Index.open(folder, OTHER),
        lambda: sync(corpus, folder, OTHER, load=HashingEmbedder),
    ):
        with pytest.raises(FactcheckError, match=r"this many words: 30.*say: 20") as caught:
            refused()
        assert "factcheck index --rebuild" in caught.value.hint
    int8 = IndexSettings(passage_words=30, precision="int8")
    with pytest.raises(FactcheckError, match=r"fp32; the settings say: .* int8"):
        Index.open(folder, int8)
    rebuild(corpus, folder, OTHER, load=HashingEmbedder)
    with Index.open(folder, OTHER) as index:
        assert index.search("tunnel")
    with pytest.raises(FactcheckError):
        Index.open(folder, settings)


def test_ids_and_vectors_are_taken_over(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    sync(corpus, folder, settings, load=HashingEmbedder)
    (corpus / "harbour.txt").rename(corpus / "moved.txt")
    moved = sync(corpus, folder, settings, load=HashingEmbedder).moved
    assert len(moved) == 1
    made: list[HashingEmbedder] = []

    def load(given: IndexSettings) -> HashingEmbedder:
        made.append(HashingEmbedder(given))
        return made[0]

    before = contents(folder)
    with_rebuilt = rebuild(corpus, folder, settings, load=load)
    after = contents(folder)
    assert with_rebuilt.added
    assert after["articles"].keys() == before["articles"].keys()
    assert after["embeddings"] == before["embeddings"]
    # Only the few that are made again to see whether the old ones can be trusted.
    assert len(made[0].seen) <= 16


def test_vectors_that_do_not_come_out_alike_are_not_taken_over(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    class Other(HashingEmbedder):
        def query(self, text: str) -> Vectors:
            turned: Vectors = np.roll(super().query(text), 7)
            return turned

    sync(corpus, folder, settings, load=Other)
    rebuild(corpus, folder, settings, load=HashingEmbedder)
    fresh = folder.with_name("fresh")
    sync(corpus, fresh, settings, load=HashingEmbedder)
    assert contents(folder)["embeddings"] == contents(fresh)["embeddings"]


def test_a_cancelled_rebuild_goes_on_where_it_stopped(
    corpus: Path, folder: Path, settings: IndexSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.vectorize._EMBEDDED_AT_ONCE", 2)
    sync(corpus, folder, settings, load=HashingEmbedder)
    before = contents(folder)
    embedded: list[HashingEmbedder] = []

    def load(given: IndexSettings) -> HashingEmbedder:
        embedded.append(HashingEmbedder(given))
        return embedded[-1]

    steps: list[Progress] = []

    def half() -> bool:
        return bool(steps) and steps[-1].step == "embedding" and steps[-1].done >= 4

    with pytest.raises(CancelledError) as caught:
        rebuild(corpus, folder, OTHER, progress=steps.append, cancelled=half, load=load)
    assert caught.value.hint
    assert contents(folder) == before
    rebuild(corpus, folder, OTHER, load=load)
    first, second = (set(one.seen) for one in embedded)
    assert len(first) == 4
    assert not first & second
    assert_consistent(contents(folder))


def test_an_index_that_fails_its_checks_never_answers(
    corpus: Path, folder: Path, settings: IndexSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync(corpus, folder, settings, load=HashingEmbedder)
    before = contents(folder)
    monkeypatch.setattr("index.vectors.VectorStore.add", lambda *_: None)
    with pytest.raises(FactcheckError, match=r"not in Chroma.*the present one stays"):
        rebuild(corpus, folder, settings, load=HashingEmbedder)
    assert contents(folder) == before
    assert [gen.number for gen in layout.generations(folder)] == [1]


def test_a_damaged_index_is_rebuilt_without_its_help(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    sync(corpus, folder, settings, load=HashingEmbedder)
    gen = layout.current(folder)
    assert gen is not None
    wanted = contents(folder)["embeddings"]
    data = bytearray(gen.embeddings.read_bytes())
    data[:4096] = b"\xff" * 4096
    gen.embeddings.write_bytes(bytes(data))
    for suffix in ("-wal", "-shm"):
        gen.embeddings.with_name(gen.embeddings.name + suffix).unlink(missing_ok=True)
    rebuild(corpus, folder, settings, load=HashingEmbedder)
    assert contents(folder)["embeddings"] == wanted

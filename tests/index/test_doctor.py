from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from corpus.errors import FactcheckError
from index import layout
from index.doctor import Finding, diagnose
from index.layout import Generation
from index.lock import WriterLock
from index.opened import Index
from index.repair import repair
from index.settings import IndexSettings
from index.sync import sync
from index.vector_state import look
from index.vectors import VectorStore
from tests.index.comparing import assert_consistent, contents
from tests.index.conftest import write
from tests.index.fakes import HashingEmbedder


@pytest.fixture
def gen(corpus: Path, folder: Path, settings: IndexSettings) -> Generation:
    sync(corpus, folder, settings, load=HashingEmbedder)
    found = layout.current(folder)
    assert found is not None
    return found


@pytest.fixture
def in_process(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spares the process that guards against graphs which end it."""
    monkeypatch.setattr("index.doctor.vector_state", look)


def kinds(findings: list[Finding]) -> set[str]:
    return {finding.kind for finding in findings if finding.severity != "info"}


def collection(gen: Generation) -> VectorStore:
    with closing(sqlite3.connect(gen.catalogue)) as catalogue:
        (name,) = catalogue.execute("SELECT value FROM meta WHERE key='collection'").fetchone()
    return VectorStore(gen.chroma / name, name)


def execute(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(statement)
        connection.commit()


def cut_graph_short(gen: Generation) -> None:
    for path in gen.chroma.rglob("*"):
        if path.name in ("data_level0.bin", "link_lists.bin", "length.bin"):
            path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])


def delete_a_vector(gen: Generation) -> None:
    with closing(collection(gen)) as vectors:
        vectors.delete([next(vectors.ids())])


def add_a_stranger(gen: Generation) -> None:
    with closing(collection(gen)) as vectors:
        import numpy as np

        vectors.add(["stranger"], np.eye(1, 384, dtype=np.float32))


DAMAGE: dict[str, tuple[str, Callable[[Generation], None]]] = {
    "a vector deleted from Chroma": ("vector-missing", delete_a_vector),
    "a stranger in Chroma": ("vector-orphaned", add_a_stranger),
    "Chroma's folder gone": (
        "vectors-unreachable",
        lambda gen: shutil.rmtree(gen.chroma),
    ),
    "a stored vector gone": (
        "vector-unstored",
        lambda gen: execute(gen.embeddings, "DELETE FROM embeddings WHERE n = 1"),
    ),
    "a stored vector overwritten": (
        "vector-lost",
        lambda gen: execute(gen.embeddings, "UPDATE embeddings SET vector = zeroblob(1536)"),
    ),
    "a text changed": (
        "passage-damaged",
        lambda gen: execute(
            gen.catalogue,
            "UPDATE articles SET text = (SELECT text FROM articles WHERE path = 'dam.md')",
        ),
    ),
    "a passage moved": (
        "passage-damaged",
        lambda gen: execute(gen.catalogue, "UPDATE passages SET start = start + 1"),
    ),
    "a passage lost": (
        "passage-damaged",
        lambda gen: execute(gen.catalogue, "DELETE FROM passages WHERE n = 1"),
    ),
    "words lost": (
        "words-damaged",
        lambda gen: execute(gen.catalogue, "DELETE FROM words_docsize WHERE id = 1"),
    ),
}


def test_a_sound_index_has_nothing_but_notes(
    corpus: Path,
    folder: Path,
    settings: IndexSettings,
    gen: Generation,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # The default folder is relative to wherever the program is started.
    monkeypatch.chdir(folder.parent)
    findings = diagnose(corpus, Path(folder.name), settings, thorough=True)
    assert kinds(findings) == set()
    assert [f.subject for f in findings if f.kind == "article-undated"] == ["harbour.txt"]


@pytest.mark.usefixtures("in_process")
@pytest.mark.parametrize("name", DAMAGE)
def test_damage_is_named_and_mended(
    name: str, corpus: Path, folder: Path, settings: IndexSettings, gen: Generation
) -> None:
    kind, damage = DAMAGE[name]
    before = contents(folder)
    damage(gen)
    findings = diagnose(corpus, folder, settings, thorough=True)
    assert kind in kinds(findings)
    assert all(finding.remedy for finding in findings if finding.severity != "info")
    assert kinds(repair(corpus, folder, settings, load=HashingEmbedder, thorough=True)) == set()
    after = contents(folder)
    assert_consistent(after)
    assert after == before


@pytest.mark.parametrize("overwritten", [False, True])
def test_a_broken_graph_is_noticed_and_ends_nothing(
    overwritten: bool, corpus: Path, folder: Path
) -> None:
    """Enough passages for Chroma to write its graph to files; whatever is in them is loaded."""
    draw = random.Random(5)
    lines = (" ".join(f"w{draw.randrange(3000)}" for _ in range(8)) for _ in range(1100))
    write(corpus, {"ships.txt": "Ships\n\n" + "\n".join(f"{one.capitalize()}." for one in lines)})
    small = IndexSettings(passage_words=8)
    sync(corpus, folder, small, load=HashingEmbedder)
    gen = layout.current(folder)
    assert gen is not None
    if overwritten:
        for path in gen.chroma.rglob("data_level0.bin"):
            path.write_bytes(b"\xff" * path.stat().st_size)
    else:
        cut_graph_short(gen)
        with (
            Index.open(folder, small) as index,
            pytest.raises(FactcheckError, match="graph is damaged"),
        ):
            index.search("w7 w8")
    found = kinds(diagnose(corpus, folder, small))
    assert found & {"vector-lost", "vectors-unreachable"}
    assert kinds(repair(corpus, folder, small, load=HashingEmbedder)) == set()


@pytest.mark.usefixtures("in_process")
def test_the_folder_and_the_lock_are_looked_at(
    corpus: Path, folder: Path, settings: IndexSettings, gen: Generation
) -> None:
    write(corpus, {"new.txt": "New\n\nA new text.", "dam.md": "# Dam\n\nNow shorter."})
    write(corpus, {"empty.txt": ""})
    (corpus / "harbour.txt").unlink()
    (folder / "writer.json").write_text('{"pid": 1, "started": 1, "host": "elsewhere"}')
    found = {(f.kind, f.subject) for f in diagnose(corpus, folder, settings)}
    assert {
        ("article-changed", "dam.md"),
        ("article-changed", "new.txt"),
        ("article-gone", "harbour.txt"),
        ("locked", "lock"),
    } <= found
    after = repair(corpus, folder, settings, load=HashingEmbedder)
    assert [(f.kind, f.subject) for f in after if f.severity == "warning"] == [
        ("article-failed", "empty.txt")
    ]


@pytest.mark.usefixtures("in_process")
def test_no_index_and_another_model(corpus: Path, folder: Path, settings: IndexSettings) -> None:
    assert kinds(diagnose(corpus, folder, settings)) == {"no-index"}
    sync(corpus, folder, settings, load=HashingEmbedder)
    other = IndexSettings(passage_words=31)
    assert "built-differently" in kinds(diagnose(corpus, folder, other))
    assert kinds(repair(corpus, folder, other, load=HashingEmbedder)) == set()
    with WriterLock(folder, "test"), Index.open(folder, other) as index:
        assert index.article_count == 3

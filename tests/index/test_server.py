"""Vectors on a real Chroma server."""

from __future__ import annotations

import socket
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from corpus.errors import FactcheckError, UsageError
from index import layout
from index.doctor import diagnose
from index.opened import Index
from index.rebuild import rebuild
from index.repair import repair
from index.settings import IndexSettings
from index.sync import sync
from index.vectors import VectorStore
from tests.index.conftest import write
from tests.index.fakes import HashingEmbedder
from tests.index.processes import Asker, chroma_server, free_port


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with chroma_server(tmp_path_factory.mktemp("chroma")) as address:
        yield address


@pytest.fixture(autouse=True)
def hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("index.opened.load_embedder", HashingEmbedder)


def test_two_readers_and_one_writer_share_it(corpus: Path, folder: Path, server: str) -> None:
    settings = IndexSettings(passage_words=30, chroma=server)
    sync(corpus, folder, settings, load=HashingEmbedder)
    with Asker(folder, 30, server) as one, Index.open(folder, settings) as other:
        for number in range(3):
            write(corpus, {f"n{number}.txt": f"Notice\n\nLighthouse keeper{number} left."})
            (corpus / f"n{number - 1}.txt").unlink(missing_ok=True)
            report = sync(corpus, folder, settings, load=HashingEmbedder)
            query = f"lighthouse keeper{number}"
            answer = one.ask(query)
            assert answer["version"] == other.version == report.version
            assert any(path == f"n{number}.txt" and rank for path, _, rank in answer["hits"])
            paths = {hit.article.path for hit in other.search(query, k=50)}
            assert f"n{number}.txt" in paths
            assert f"n{number - 1}.txt" not in paths
    assert not (folder / "gen-1" / "chroma").exists()


def test_rebuild_doctor_and_repair_work_on_it(corpus: Path, folder: Path, server: str) -> None:
    settings = IndexSettings(passage_words=30, chroma=server)
    sync(corpus, folder, settings, load=HashingEmbedder)
    rebuild(corpus, folder, settings, load=HashingEmbedder)
    gen = layout.current(folder)
    assert gen is not None
    assert gen.number == 2
    with closing(sqlite3.connect(gen.catalogue)) as catalogue:
        (name,) = catalogue.execute("SELECT value FROM meta WHERE key='collection'").fetchone()
    with closing(VectorStore(server, name)) as vectors:
        vectors.delete([next(vectors.ids())])
    kinds = {f.kind for f in diagnose(corpus, folder, settings) if f.severity != "info"}
    assert kinds == {"vector-missing"}
    after = repair(corpus, folder, settings, load=HashingEmbedder)
    assert {f.severity for f in after} <= {"info"}
    with pytest.raises(FactcheckError):
        VectorStore(server, name)


def test_a_folder_index_is_not_taken_for_a_server_index(
    corpus: Path, folder: Path, settings: IndexSettings, server: str
) -> None:
    sync(corpus, folder, settings, load=HashingEmbedder)
    with pytest.raises(FactcheckError, match=r"chroma folder.*chroma server"):
        Index.open(folder, IndexSettings(passage_words=30, chroma=server))


def test_a_server_that_is_down_is_named(corpus: Path, folder: Path, tmp_path: Path) -> None:
    port = free_port()
    settings = IndexSettings(passage_words=30, chroma=f"http://127.0.0.1:{port}")
    with chroma_server(tmp_path / "chroma", port):
        sync(corpus, folder, settings, load=HashingEmbedder)
        index = Index.open(folder, settings)
        assert index.search("tunnel")
    with pytest.raises(FactcheckError, match=f"127.0.0.1:{port} cannot be reached") as caught:
        index.search("tunnel")
    assert "chroma run" in caught.value.hint
    index.close()
    write(corpus, {"new.txt": "New\n\nA new text."})
    with pytest.raises(FactcheckError, match="cannot be reached"):
        sync(corpus, folder, settings, load=HashingEmbedder)
    with chroma_server(tmp_path / "chroma", port):
        assert len(sync(corpus, folder, settings, load=HashingEmbedder).added) == 1


def test_a_server_that_is_silent_is_not_waited_for(corpus: Path, folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        stop = threading.Event()
        settings = IndexSettings(
            chroma=f"http://127.0.0.1:{silent.getsockname()[1]}", chroma_timeout=0.5
        )
        began = time.monotonic()
        with pytest.raises(FactcheckError, match="did not answer in time"):
            sync(corpus, folder, settings, load=HashingEmbedder)
        assert time.monotonic() - began < 60
        stop.set()


def test_an_address_must_be_one(corpus: Path, folder: Path) -> None:
    with pytest.raises(UsageError, match="Not a Chroma server's address"):
        sync(corpus, folder, IndexSettings(chroma="localhost"), load=HashingEmbedder)

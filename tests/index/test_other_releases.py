"""Indexes that another release made: refused or made again, never misread."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from corpus.errors import FactcheckError
from index import layout
from index.opened import Index
from index.settings import IndexSettings
from index.sync import sync
from tests.index.comparing import assert_consistent, contents
from tests.index.conftest import write
from tests.index.fakes import HashingEmbedder

SMALL = IndexSettings(passage_words=12)


def set_version(folder: Path, version: int) -> None:
    """Let the catalogue say that the release of this version made it."""
    gen = layout.current(folder)
    assert gen is not None
    with closing(sqlite3.connect(gen.catalogue)) as connection:
        connection.execute(f"PRAGMA user_version={version}")


def test_a_later_releases_index_is_refused(corpus: Path, folder: Path) -> None:
    sync(corpus, folder, SMALL, load=HashingEmbedder)
    set_version(folder, 99)
    for attempt in (Index.open, lambda *_: sync(corpus, folder, SMALL, load=HashingEmbedder)):
        with pytest.raises(FactcheckError, match="later release"):
            attempt(folder, SMALL)


def test_an_earlier_releases_index_names_the_command(corpus: Path, folder: Path) -> None:
    sync(corpus, folder, SMALL, load=HashingEmbedder)
    set_version(folder, 0)
    with pytest.raises(FactcheckError, match="earlier release") as caught:
        Index.open(folder, SMALL)
    assert caught.value.hint == "factcheck index"


def vectors_of(folder: Path) -> Path:
    (found,) = (path.parent for path in folder.glob("gen-1/chroma/*/chroma.sqlite3"))
    return found


def test_vectors_that_an_earlier_release_kept_elsewhere_are_named_and_made_again(
    corpus: Path, folder: Path
) -> None:
    sync(corpus, folder, SMALL, load=HashingEmbedder)
    with Index.open(folder, SMALL) as index:
        before = [hit.passage.id for hit in index.search("harbour tunnel")]
    there = vectors_of(folder)
    for part in list(there.iterdir()):
        part.rename(there.parent / part.name)
    there.rmdir()
    with (
        Index.open(folder, SMALL) as index,
        pytest.raises(FactcheckError, match="vectors are not there") as caught,
    ):
        index.search("harbour tunnel")
    assert caught.value.hint == "factcheck doctor --repair"
    assert not there.exists()
    model = HashingEmbedder(SMALL)
    sync(corpus, folder, SMALL, load=lambda _: model)
    assert not model.seen
    assert not (there.parent / "chroma.sqlite3").exists()
    with Index.open(folder, SMALL) as index:
        assert [hit.passage.id for hit in index.search("harbour tunnel")] == before


def test_a_sync_never_starts_an_empty_collection_for_an_index_that_answers(
    corpus: Path, folder: Path
) -> None:
    sync(corpus, folder, SMALL, load=HashingEmbedder)
    shutil.rmtree(vectors_of(folder))
    write(corpus, {"more.txt": "More boats\n\nAnother boat sank in the lake."})
    sync(corpus, folder, SMALL, load=HashingEmbedder)
    found = contents(folder)
    assert_consistent(found)
    assert len(found["chroma"]) > 2

"""SIGKILL at points spread over every line that a sync runs."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.opened import Index
from index.settings import IndexSettings
from index.sync import sync
from tests.conftest import ROOT
from tests.index.comparing import assert_consistent, contents
from tests.index.conftest import STORIES, write
from tests.index.fakes import HashingEmbedder

# Spread over all lines, and the last few, which run after the commit.
POINTS = 18
LAST = (80, 50, 25, 8)

AFTER = {
    "dam.md": "---\ntitle: Dam inspectors find cracks\noutlet: River Post\n"
    "published: 2021-03-04\n---\n"
    "Inspectors found 19 cracks in the upper dam on Thursday. The operator had reported four. "
    "The reservoir will be lowered by three metres before repairs begin in May.",
    "mill.txt": "Paper mill to close\n\nThe paper mill will close in June. It employs 212 people. "
    "The owners had promised in 2018 to keep it for ten years.",
    "lines.jsonl": '{"url": "http://a.example/1", "title": "One", "text": "One ship came."}\n'
    '{"url": "http://a.example/2", "title": "Two", "text": "Two ships left. Nobody waved."}\n',
}


class Killer:
    """The process that is killed, and whose children are."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.index.killing"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )

    def sync(self, corpus: Path, folder: Path, limit: int) -> int:
        """Lines run, 0 when killed at line `limit`."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(f"{corpus}\t{folder}\t{limit}\n")
        self.process.stdin.flush()
        return int(self.process.stdout.readline())


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    killer = Killer()
    yield killer
    killer.process.communicate()


def test_killed_anywhere_the_old_answers_stand_and_the_next_sync_is_a_fresh_build(
    tmp_path: Path, killer: Killer, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = IndexSettings(passage_words=30)
    monkeypatch.setattr("index.opened.load_embedder", HashingEmbedder)
    corpus, base, fresh = tmp_path / "corpus", tmp_path / "base", tmp_path / "fresh"
    write(corpus, STORIES)
    sync(corpus, base, settings, load=HashingEmbedder)
    before = contents(base)
    write(corpus, AFTER)
    (corpus / "north" / "ferry.md").unlink()
    sync(corpus, fresh, settings, load=HashingEmbedder)
    wanted = contents(fresh)
    assert_consistent(wanted)

    counted = shutil.copytree(base, tmp_path / "counted")
    lines = killer.sync(corpus, counted, 0)
    assert lines > POINTS
    assert contents(counted) == wanted
    outcomes = set()
    points = [1 + lines * point // POINTS for point in range(POINTS)]
    for point in (*points, *(lines - before_end for before_end in LAST)):
        folder = shutil.copytree(base, tmp_path / "killed")
        assert killer.sync(corpus, folder, point) == 0
        with Index.open(folder, settings) as index:
            texts = {article.id: index.text(article.id) for article in index.articles()}
            found = {hit.article.id for hit in index.search("cracks dam ferry paper mill")}
        old = {id_: row[-2] for id_, row in before["articles"].items()}
        new = {id_: row[-2] for id_, row in wanted["articles"].items()}
        assert texts in (old, new)
        assert found <= set(texts)
        assert found
        outcomes.add(texts == old)
        sync(corpus, folder, settings, load=HashingEmbedder)
        assert contents(folder) == wanted
        shutil.rmtree(folder)
    assert outcomes == {True, False}, "no kill fell after the commit"


def test_a_killed_first_sync_leaves_no_index_and_is_finished_by_the_next(
    tmp_path: Path, killer: Killer
) -> None:
    settings = IndexSettings(passage_words=30)
    corpus, fresh, folder = (tmp_path / name for name in ("corpus", "fresh", "folder"))
    write(corpus, STORIES)
    lines = killer.sync(corpus, fresh, 0)
    for point in (0.2, 0.5, 0.7, 0.9, 0.99):
        assert killer.sync(corpus, folder, int(lines * point)) == 0
        sync(corpus, folder, settings, load=HashingEmbedder)
        assert contents(folder) == contents(fresh)
        shutil.rmtree(folder)

"""An index with a hole in it: what is taken away is not found, and the rest still is."""

from __future__ import annotations

from pathlib import Path

from index.opened import Index
from index.settings import IndexSettings
from tests.benchmarks.narrowing import Narrowed

QUESTION = "Who is the mayor of Moscow?"


def test_articles_taken_away_are_not_found(sample_index: Path) -> None:
    with Index.open(sample_index, IndexSettings()) as index:
        all_hits = index.search(QUESTION, k=5)
        gone = all_hits[0].article.id
        hits = Narrowed(index, without={gone}).search(QUESTION, k=5)
        assert gone not in {hit.article.id for hit in hits}
        assert len(hits) == 5
        assert Narrowed(index).search(QUESTION, k=5) == all_hits


def test_only_the_given_articles_are_seen(sample_index: Path) -> None:
    with Index.open(sample_index, IndexSettings()) as index:
        all_hits = index.search(QUESTION, k=50)
        kept = all_hits[-1].article.id
        hits = Narrowed(index, only={kept}).search(QUESTION, k=50)
        assert {hit.article.id for hit in hits} == {kept}
        assert len(hits) == index.article(kept).passages  # type: ignore[union-attr]


def test_only_the_given_outlets_are_seen(sample_index: Path) -> None:
    with Index.open(sample_index, IndexSettings()) as index:
        hole = Narrowed(index, outlets=("Arkansas newspaper (sample)",))
        outlets = {hit.article.outlet for hit in hole.search(QUESTION, k=5)}
        assert outlets == {"Arkansas newspaper (sample)"}
        # Everything else is the index's own.
        assert hole.article_count == index.article_count

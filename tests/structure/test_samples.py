"""The sample articles: readable, marked as samples, and nobody else's words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus.article import Article
from index.opened import Index
from index.settings import IndexSettings
from tests.conftest import ROOT
from tests.corpus.collected import read_file

SAMPLES = ROOT / "corpus" / "articles"
LONGEST_COPY = 8  # Names and titles need a few words in a row.


def articles() -> list[Article]:
    found = []
    for path in sorted(SAMPLES.glob("*.md")):
        content = read_file(SAMPLES, path)
        assert not content.failures
        found += content.articles
    return found


def test_each_is_marked_as_a_sample() -> None:
    read = articles()
    assert 8 <= len(read) <= 12
    for article in read:
        assert article.outlet is not None
        assert article.outlet.endswith("(sample)")
        assert "This is a sample article" in article.text
        assert len(article.text.split()) > 80


def test_dates_are_as_partial_as_the_sources() -> None:
    dates = {str(article.published) for article in articles()}
    assert {"--09-15", "2015-10-17", "None"} == dates


def test_they_keep_what_makes_checking_interesting() -> None:
    by_name = {Path(article.path).name[:2]: article for article in articles()}
    assert "5,000 to 7,000" in by_name["05"].text
    assert "More than 2,000" in by_name["03"].text
    assert "no plans to take part" in by_name["03"].text
    assert "Sept. 30" in by_name["05"].text
    assert by_name["08"].carried_from == "TASS"


def test_the_wire_story_carried_twice_is_one_source(sample_index: Path) -> None:
    with Index.open(sample_index, IndexSettings()) as index:
        origins = {Path(a.path).name[:2]: a.origin for a in index.articles()}
    assert origins["07"] == origins["08"]
    assert len(set(origins.values())) > 2


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def test_no_sentence_of_a_publisher_is_copied(shared: Path) -> None:
    folder = shared / "articles"
    if not folder.is_dir():
        pytest.skip("no ../shared/articles")
    copied = set()
    for path in folder.iterdir():
        source = words(path.read_text(encoding="utf-8"))
        copied |= {tuple(source[i : i + LONGEST_COPY]) for i in range(len(source))}
    for article in articles():
        mine = words(article.text)
        runs = {tuple(mine[i : i + LONGEST_COPY]) for i in range(len(mine) - LONGEST_COPY + 1)}
        assert not runs & copied, f"{article.path}: {[' '.join(run) for run in runs & copied]}"

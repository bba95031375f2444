from __future__ import annotations

from pathlib import Path

from index.opened import Index
from index.settings import IndexSettings
from index.sync import Progress, sync
from tests.index.conftest import write


def test_a_first_sync_answers(corpus: Path, folder: Path, settings: IndexSettings) -> None:
    steps: list[Progress] = []
    report = sync(corpus, folder, settings, progress=steps.append)
    assert len(report.added) == 3
    assert {step.step for step in steps} == {"reading", "embedding", "storing"}
    with Index.open(folder, settings) as index:
        assert (index.article_count, index.version) == (3, report.version)
        hit = index.search("how many cracks were found in the dam?", k=3)[0]
        assert hit.article.title == "Dam inspectors find cracks"
        assert hit.words_rank == hit.dense_rank == 1
        for article in index.articles():
            text = index.text(article.id)
            for span in index.sentences(article.id):
                assert text[span.start : span.end].strip()
        for found in index.search("tunnel ferry dam", k=20):
            text = index.text(found.article.id)
            assert text[found.passage.start : found.passage.end] == found.passage.text


def test_a_second_sync_changes_nothing(corpus: Path, folder: Path, settings: IndexSettings) -> None:
    first = sync(corpus, folder, settings)
    second = sync(corpus, folder, settings)
    assert second.version == first.version
    assert (second.added, second.changed, second.removed, second.unchanged) == ((), (), (), 3)


def test_an_open_index_follows_edits_and_deletions(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    sync(corpus, folder, settings)
    with Index.open(folder, settings) as index:
        before = {article.path: article.id for article in index.articles()}
        write(corpus, {"dam.md": "---\ntitle: Dam\n---\nOnly two cracks were confirmed on Sunday."})
        (corpus / "harbour.txt").unlink()
        report = sync(corpus, folder, settings)
        assert report.changed == (before["dam.md"],)
        assert report.removed == (before["harbour.txt"],)
        texts = [
            hit.passage.text for hit in index.search("cracks in the dam, harbour tunnel", k=20)
        ]
        assert any("two cracks" in text for text in texts)
        assert not any("17 cracks" in text or "tunnel" in text for text in texts)
        assert index.version == report.version

"""A sync where files fail, change while they are read, or somebody cancels."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.article import Article, Failure
from corpus.folder import Scan, scan
from corpus.limits import Limits
from corpus.reading import read_articles
from index.doctor import diagnose
from index.opened import Index
from index.settings import IndexSettings
from index.sync import CancelledError, sync
from tests.index.comparing import assert_consistent, contents
from tests.index.conftest import write
from tests.index.fakes import HashingEmbedder


@pytest.mark.parametrize("broken", [b"", b"\x00\x01\x02\xff" * 400])
def test_a_file_that_can_no_longer_be_read_keeps_its_article_marked_as_failed(
    broken: bytes, corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    sync(corpus, folder, settings, load=HashingEmbedder)
    whole = (corpus / "harbour.txt").read_bytes()
    (corpus / "harbour.txt").write_bytes(broken)
    report = sync(corpus, folder, settings, load=HashingEmbedder)
    assert [failure.path for failure in report.failed] == ["harbour.txt"]
    with Index.open(folder, settings) as index:
        states = {article.path: article.state for article in index.articles()}
        assert states["harbour.txt"] == "failed"
        assert states["dam.md"] == "indexed"
    again = sync(corpus, folder, settings, load=HashingEmbedder)
    assert again.failed == report.failed
    assert again.version == report.version
    (corpus / "harbour.txt").write_bytes(whole)
    assert not sync(corpus, folder, settings, load=HashingEmbedder).failed
    (corpus / "harbour.txt").unlink()
    assert len(sync(corpus, folder, settings, load=HashingEmbedder).removed) == 1
    assert_consistent(contents(folder))


@pytest.mark.parametrize("held", [b"\x00\x01\x02\xff" * 400, b'{"title": "no text"}\n'])
def test_a_failure_goes_with_its_file(
    held: bytes, corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    (corpus / "broken.jsonl").write_bytes(held)
    report = sync(corpus, folder, settings, load=HashingEmbedder)
    assert [failure.path for failure in report.failed] == ["broken.jsonl"]
    (corpus / "broken.jsonl").unlink()
    after = sync(corpus, folder, settings, load=HashingEmbedder)
    assert (after.failed, after.removed, after.version) == ((), (), report.version)
    found = diagnose(corpus, folder, settings)
    assert not [finding for finding in found if "broken.jsonl" in str(finding)]


def test_a_folder_that_cannot_be_listed_takes_nothing_away(
    corpus: Path, folder: Path, settings: IndexSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    sync(corpus, folder, settings, load=HashingEmbedder)

    def listing(root: Path) -> Scan:
        found = scan(root)
        here = tuple(file for file in found.files if not file.path.startswith("north/"))
        return Scan(here, (Failure("north/", "the folder cannot be listed"),))

    monkeypatch.setattr("index.sync.scan", listing)
    report = sync(corpus, folder, settings, load=HashingEmbedder)
    assert [failure.path for failure in report.failed] == ["north/"]
    with Index.open(folder, settings) as index:
        states = {article.path: article.state for article in index.articles()}
    assert states["north/ferry.md"] == "failed"
    monkeypatch.undo()
    sync(corpus, folder, settings, load=HashingEmbedder)
    with Index.open(folder, settings) as index:
        assert {article.state for article in index.articles()} == {"indexed"}


@pytest.mark.parametrize("settles", [True, False])
def test_a_file_that_is_written_to_while_it_is_read(
    settles: bool,
    corpus: Path,
    folder: Path,
    settings: IndexSettings,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Read again, and when that does not end, reported and left as it was."""
    write(corpus, {"live.txt": "Live\n\nThe first line stands."})
    sync(corpus, folder, settings, load=HashingEmbedder)
    write(corpus, {"live.txt": "Live\n\nA second line came."})
    reads = 0

    def reading(root: Path, path: Path, *, limits: Limits) -> Iterator[Article | Failure]:
        nonlocal reads
        yield from read_articles(root, path, limits=limits)
        if path.name == "live.txt" and (reads == 0 or not settles):
            reads += 1
            with (root / path).open("a") as file:
                file.write(f" More {reads}.")

    monkeypatch.setattr("index.intake.read_articles", reading)
    report = sync(corpus, folder, settings, load=HashingEmbedder)
    with Index.open(folder, settings) as index:
        article = next(one for one in index.articles() if one.path == "live.txt")
        text = index.text(article.id)
    if settles:
        assert (report.failed, text.count("More 1.")) == ((), 1)
    else:
        assert "being written to" in report.failed[0].reason
        assert "first line" in text
    monkeypatch.undo()
    assert not sync(corpus, folder, settings, load=HashingEmbedder).failed


def test_a_cancelled_sync_changes_nothing_and_is_finished_later(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    sync(corpus, folder, settings, load=HashingEmbedder)
    before = contents(folder)
    write(corpus, {"new.txt": "New\n\nA new text."})
    with pytest.raises(CancelledError):
        sync(corpus, folder, settings, cancelled=lambda: True, load=HashingEmbedder)
    assert contents(folder) == before
    assert len(sync(corpus, folder, settings, load=HashingEmbedder).added) == 1


def test_other_code_that_reads_articles_reads_them_again(
    corpus: Path, folder: Path, settings: IndexSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = sync(corpus, folder, settings, load=HashingEmbedder)
    for module in ("index.plan", "index.intake"):
        monkeypatch.setattr(f"{module}.reader_version", lambda: "another")
    read: list[str] = []
    second = sync(
        corpus,
        folder,
        settings,
        progress=lambda step: read.append(step.step),
        load=HashingEmbedder,
    )
    assert "reading" in read
    assert second.version == first.version

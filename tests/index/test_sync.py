from __future__ import annotations

import json
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
from index.sync import CancelledError, Progress, sync
from tests.index.comparing import assert_consistent, contents
from tests.index.conftest import write
from tests.index.fakes import HashingEmbedder


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


def paths(folder: Path, settings: IndexSettings) -> dict[str, str]:
    """Article ids by path."""
    with Index.open(folder, settings) as index:
        return {article.path: article.id for article in index.articles()}


def test_one_added_article_embeds_no_other(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    made: list[HashingEmbedder] = []

    def load(given: IndexSettings) -> HashingEmbedder:
        made.append(HashingEmbedder(given))
        return made[-1]

    sync(corpus, folder, settings, load=load)
    write(corpus, {"mill.txt": "Mill closes\n\nThe paper mill closed. It employed 212 people."})
    sync(corpus, folder, settings, load=load)
    assert [text.split("\n")[0] for text in made[1].seen] == ["Mill closes"]
    write(corpus, {"mill.txt": "Mill closes\n\nThe paper mill closed. It employed 212 people. "})
    sync(corpus, folder, settings, load=load)
    assert len(made) == 2, "nothing new to embed, so no model is loaded"


def test_an_edit_leaves_other_passages_and_their_vectors_alone(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    parts = [f"Paragraph {n} tells of {n} boats. " * 4 for n in range(6)]
    write(corpus, {"long.txt": "Boats\n\n" + "\n\n".join(parts)})
    sync(corpus, folder, settings, load=HashingEmbedder)
    before = contents(folder)
    parts[2] = "This paragraph is new and tells of nothing. " * 4
    write(corpus, {"long.txt": "Boats\n\n" + "\n\n".join(parts)})
    report = sync(corpus, folder, settings, load=HashingEmbedder)
    after = contents(folder)
    assert len(report.changed) == 1
    kept = before["passages"].keys() & after["passages"].keys()
    assert len(kept) >= 0.6 * len(before["passages"])
    assert_consistent(after)


def test_a_moved_file_is_the_same_article(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    sync(corpus, folder, settings, load=HashingEmbedder)
    before = paths(folder, settings)
    (corpus / "sub").mkdir()
    (corpus / "harbour.txt").rename(corpus / "sub" / "renamed.txt")
    report = sync(corpus, folder, settings, load=HashingEmbedder)
    assert (report.moved, report.added, report.removed) == ((before["harbour.txt"],), (), ())
    assert paths(folder, settings)["sub/renamed.txt"] == before["harbour.txt"]
    write(corpus, {"harbour.txt": "Harbour\n\nAnother text where the first one was."})
    report = sync(corpus, folder, settings, load=HashingEmbedder)
    after = paths(folder, settings)
    assert report.added == (after["harbour.txt"],)
    assert after["harbour.txt"] != after["sub/renamed.txt"]
    assert_consistent(contents(folder))


def test_a_copy_is_another_article(corpus: Path, folder: Path, settings: IndexSettings) -> None:
    write(corpus, {"copy.txt": (corpus / "harbour.txt").read_text()})
    assert len(sync(corpus, folder, settings, load=HashingEmbedder).added) == 4
    assert_consistent(contents(folder))


def test_lines_that_shift_in_a_jsonl_file_keep_their_ids(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    lines = [json.dumps({"title": f"T{n}", "text": f"Line {n} says {n}."}) for n in range(4)]
    write(corpus, {"all.jsonl": "\n".join(lines)})
    sync(corpus, folder, settings, load=HashingEmbedder)
    with Index.open(folder, settings) as index:
        before = {article.title: article.id for article in index.articles()}
    first = json.dumps({"title": "New", "text": "A new first line."})
    write(corpus, {"all.jsonl": "\n".join([first, *lines[:2], "not json", lines[3]])})
    report = sync(corpus, folder, settings, load=HashingEmbedder)
    with Index.open(folder, settings) as index:
        after = {article.title: article.id for article in index.articles()}
    assert {title: after[title] for title in ("T0", "T1", "T3")} == {
        title: before[title] for title in ("T0", "T1", "T3")
    }
    assert report.removed == (before["T2"],)
    assert [(failure.path, failure.line) for failure in report.failed] == [("all.jsonl", 4)]
    assert_consistent(contents(folder))


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

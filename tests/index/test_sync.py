from __future__ import annotations

import json
from pathlib import Path

from index.opened import Index
from index.settings import IndexSettings
from index.sync import Progress, sync
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

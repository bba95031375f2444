"""Files that come in: under a harmless name, whole, and never over another one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import FactcheckError, UsageError
from corpus.folder import SUFFIXES
from ui.corpus_changes import take_in_uploads
from ui.settings import Settings
from ui.taking_in import is_url, safe_name, take_in, take_in_file


@given(st.text(min_size=0, max_size=300), st.sampled_from(SUFFIXES))
def test_a_safe_name_stays_in_its_folder(stem: str, suffix: str) -> None:
    name = safe_name(stem + suffix)
    assert Path(name).name == name
    assert not name.startswith(".")
    assert name.endswith(suffix)
    assert len(name) < 140
    assert all(sign.isprintable() or sign > "\x7f" for sign in name)


@pytest.mark.parametrize(
    ("given_name", "kept"),
    [
        ("../../etc/news.txt", "news.txt"),
        ("C:\\docs\\report.md", "report.md"),
        ("..hidden.txt", "hidden.txt"),
        ("a\nb\x00c.html", "a b c.html"),
        ("list.jsonl.gz", "list.jsonl.gz"),
        (".txt", "article.txt"),
    ],
)
def test_names(given_name: str, kept: str) -> None:
    assert safe_name(given_name) == kept


@pytest.mark.parametrize("name", ["run.exe", "page.php", "noending", "x.txt/", ""])
def test_other_types_are_refused(name: str) -> None:
    with pytest.raises(UsageError):
        safe_name(name)


def test_nothing_is_written_over_and_the_same_file_comes_in_once(tmp_path: Path) -> None:
    corpus, source = tmp_path / "corpus", tmp_path / "news.txt"
    source.write_text("The first report.", encoding="utf-8")
    first = take_in_file(corpus, source)
    assert take_in_file(corpus, source) == first
    source.write_text("Another report under the same name.", encoding="utf-8")
    second = take_in_file(corpus, source)
    assert (first.name, second.name) == ("news.txt", "news-2.txt")
    assert first.read_text(encoding="utf-8") == "The first report."
    assert sorted(path.name for path in corpus.iterdir()) == ["news-2.txt", "news.txt"]


def test_links_empty_files_and_folders_that_hold_the_corpus_are_refused(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (tmp_path / "empty.txt").touch()
    (tmp_path / "secret").write_text("not for the corpus", encoding="utf-8")
    (tmp_path / "link.txt").symlink_to(tmp_path / "secret")
    for name in ("empty.txt", "link.txt", "absent.txt"):
        with pytest.raises(FactcheckError):
            take_in_file(corpus, tmp_path / name)
    with pytest.raises(FactcheckError):
        list(take_in(corpus, str(tmp_path)))


def test_a_folder_comes_in_with_its_subfolders(tmp_path: Path) -> None:
    source = tmp_path / "in"
    (source / "deep").mkdir(parents=True)
    (source / "one.txt").write_text("One.", encoding="utf-8")
    (source / "deep" / "two.md").write_text("Two.", encoding="utf-8")
    (source / "skip.exe").write_text("no", encoding="utf-8")
    names = sorted(path.name for path in take_in(tmp_path / "corpus", str(source)))
    assert names == ["one.txt", "two.md"]


def test_what_is_an_address() -> None:
    assert is_url("https://example.org/a")
    assert is_url("file:///etc/passwd")
    assert not is_url("notes/a.txt")
    assert not is_url("C:\\a.txt")


def test_uploads_are_judged_on_the_server_one_by_one(tmp_path: Path) -> None:
    sent = {
        "good.txt": b"Title\n\nA sentence that is kept.\n",
        "tool.exe": b"MZ",
        "empty.md": b"",
        "huge.txt": b"x" * 1_000_001,
    }
    for name, data in sent.items():
        (tmp_path / name).write_bytes(data)
    settings = Settings(corpus=tmp_path / "corpus", upload_mb=1)
    kept, refused = take_in_uploads(settings, [str(tmp_path / name) for name in sent])
    assert kept == ["good.txt"]
    assert [path.name for path in settings.corpus.iterdir()] == ["good.txt"]
    assert "tool.exe is of a type that is not read" in refused[0]
    assert "empty.md is empty" in refused[1]
    assert "huge.txt is larger than 1 MB" in refused[2]

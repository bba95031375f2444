"""Which files of a folder are listed, and which are refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus.errors import FactcheckError
from corpus.folder import scan


def test_supported_files_in_subfolders_sorted_by_path(tmp_path: Path) -> None:
    for name in ("b.txt", "a.MD", "sub/c.html", "sub/deep/d.jsonl.gz", "e.pdf", "f.docx", "g.htm"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    for name in ("picture.jpg", ".hidden.txt", ".git/e.txt", "page.html.fetched.json"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x")
    found = scan(tmp_path)
    assert [file.path for file in found.files] == [
        "a.MD",
        "b.txt",
        "e.pdf",
        "f.docx",
        "g.htm",
        "sub/c.html",
        "sub/deep/d.jsonl.gz",
    ]
    assert found.failures == ()
    status = (tmp_path / "b.txt").stat()
    assert (found.files[1].size, found.files[1].mtime_ns) == (1, status.st_mtime_ns)


def test_documents_that_no_reader_takes_are_reported(tmp_path: Path) -> None:
    (tmp_path / "old.doc").write_text("x")
    (failure,) = scan(tmp_path).failures
    assert failure.path == "old.doc"
    assert ".doc files are not read" in failure.reason


def test_links(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    (corpus / "sub").mkdir(parents=True)
    (corpus / "a.txt").write_text("inside")
    (tmp_path / "secret.txt").write_text("outside")
    (corpus / "out.txt").symlink_to(tmp_path / "secret.txt")
    (corpus / "up").symlink_to(tmp_path)
    (corpus / "sub" / "round").symlink_to(corpus)
    (corpus / "self.txt").symlink_to(corpus / "self.txt")
    (corpus / "gone.txt").symlink_to(corpus / "nothing.txt")
    (corpus / "twin.txt").symlink_to(corpus / "a.txt")
    found = scan(corpus)
    assert [file.path for file in found.files] == ["a.txt"]
    reasons = {failure.path: failure.reason for failure in found.failures}
    assert reasons.keys() == {"out.txt", "up", "sub/round", "self.txt", "gone.txt"}
    assert "out of the corpus folder" in reasons["out.txt"]
    assert "out of the corpus folder" in reasons["up"]
    assert "loop" in reasons["sub/round"]
    assert "loop" in reasons["self.txt"]
    assert "nothing" in reasons["gone.txt"]


def test_odd_names_and_kinds(tmp_path: Path) -> None:
    (tmp_path / "two\nlines 🌊.txt").write_text("x")
    os.mkfifo(tmp_path / "pipe.txt")
    with open(os.fsencode(tmp_path) + b"/latin\xe9.txt", "wb") as stream:
        stream.write(b"x")
    found = scan(tmp_path)
    assert [file.path for file in found.files] == ["two\nlines 🌊.txt"]
    reasons = {failure.path: failure.reason for failure in found.failures}
    assert reasons["pipe.txt"] == "not a regular file"
    assert "not valid UTF-8" in reasons["latin\\xe9.txt"]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FactcheckError, match="no corpus folder") as error:
        scan(tmp_path / "nowhere")
    assert "--corpus" in error.value.hint


def test_ten_thousand_tiny_files_are_listed_without_opening_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(10_000):
        (tmp_path / f"{number}.txt").touch()
    monkeypatch.setattr("builtins.open", None)
    monkeypatch.setattr(os, "open", None)
    found = scan(tmp_path)
    assert len(found.files) == 10_000
    assert found.failures == ()

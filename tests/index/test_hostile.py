"""Files that mean harm, through a whole sync: each reported, nothing else lost, memory bounded."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from index.opened import Index
from index.settings import IndexSettings
from index.sync import sync
from tests.conftest import ROOT
from tests.index.comparing import assert_consistent, contents
from tests.index.conftest import write
from tests.index.fakes import HashingEmbedder

LOOP = b"""%PDF-1.4
1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj
2 0 obj << /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >> endobj
trailer << /Root 1 0 R /Size 3 >>
%%EOF
"""


def bomb(path: Path) -> None:
    """A .docx whose one part unpacks to far more than any article."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b"0" * (1024 * 1024))


def test_each_is_reported_and_the_rest_goes_on(
    corpus: Path, folder: Path, settings: IndexSettings
) -> None:
    (corpus / "line.jsonl").write_bytes(b'{"text": "' + b"x" * (50 * 1024 * 1024) + b'"}\n')
    bomb(corpus / "bomb.docx")
    (corpus / "loop.pdf").write_bytes(LOOP)
    (corpus / "round").symlink_to(corpus, target_is_directory=True)
    (corpus / "self").symlink_to(corpus / "self")
    (corpus / "out.txt").symlink_to("/etc/hostname")
    odd = "two\nlines \U0001f6a2 and 'quotes\".txt"
    write(corpus, {odd: "Odd name\n\nThis file has an odd name."})
    os.mkfifo(corpus / "pipe.txt")
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\nfrom pathlib import Path\n"
            "from index.settings import IndexSettings\nfrom index.sync import sync\n"
            "from tests.index.fakes import HashingEmbedder\n"
            "sync(Path(sys.argv[1]), Path(sys.argv[2]), IndexSettings(passage_words=30),"
            " load=HashingEmbedder)\n"
            "print(Path('/proc/self/status').read_text().split('VmHWM:')[1].split()[0])",
            str(corpus),
            str(folder),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert int(done.stdout) < 700 * 1024, "kilobytes"
    report = sync(corpus, folder, settings, load=HashingEmbedder)
    failed = {failure.path: failure.reason for failure in report.failed}
    assert {"line.jsonl", "bomb.docx", "loop.pdf", "self", "out.txt", "pipe.txt"} <= set(failed)
    assert all(reason for reason in failed.values())
    with Index.open(folder, settings) as index:
        paths = {article.path for article in index.articles()}
    assert paths == {"harbour.txt", "dam.md", "north/ferry.md", odd}
    assert_consistent(contents(folder))


@pytest.mark.parametrize("count", [1_000, pytest.param(10_000, marks=pytest.mark.slow)])
def test_thousands_of_tiny_files(count: int, tmp_path: Path) -> None:
    corpus, folder = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    for number in range(count):
        (corpus / f"{number}.txt").write_text(f"No {number}\n\nItem {number % 500} was seen.")
    settings = IndexSettings()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    report = sync(corpus, folder, settings, load=HashingEmbedder)
    assert (len(report.added), report.failed) == (count, ())
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 400 * 1024
    assert sync(corpus, folder, settings, load=HashingEmbedder).unchanged == count


@pytest.mark.parametrize(
    "query", ['"', "a AND NOT b OR (", "NEAR(x y)", "title:x*", "'; DROP TABLE x", "\x00", "   "]
)
def test_a_query_is_never_syntax(
    query: str, corpus: Path, folder: Path, settings: IndexSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.opened.load_embedder", HashingEmbedder)
    sync(corpus, folder, settings, load=HashingEmbedder)
    with Index.open(folder, settings) as index:
        assert isinstance(index.search(query + " tunnel"), list)
        assert index.search("   ") == []

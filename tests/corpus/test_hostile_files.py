"""Files made to harm, too large, or cut short: reported, in bounded memory, nothing lost."""

from __future__ import annotations

import gzip
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article
from corpus.limits import Limits
from corpus.reading import read_articles
from tests.corpus.collected import read_file
from tests.corpus.texts import BODY, line, only_failure


def test_sizes_over_the_limits(tmp_path: Path) -> None:
    limits = Limits(article_bytes=2000, file_bytes=9000, expanded_bytes=20_000, articles_per_file=5)
    (tmp_path / "a.txt").write_text("long words " * 300)
    assert "over the size limit" in only_failure(tmp_path, "a.txt", limits).reason
    (tmp_path / "b.jsonl").write_text("\n".join([line()] * 80))
    assert "over the size limit" in only_failure(tmp_path, "b.jsonl", limits).reason
    (tmp_path / "c.jsonl").write_text("\n".join([line()] * 7))
    content = read_file(tmp_path, Path("c.jsonl"), limits=limits)
    assert len(content.articles) == 5
    assert "more than 5 articles" in content.failures[0].reason
    many = gzip.compress("\n".join([line(title="x" * 1500)] * 60).encode())
    (tmp_path / "d.jsonl.gz").write_bytes(many)
    wide = Limits(article_bytes=4000, expanded_bytes=20_000)
    content = read_file(tmp_path, Path("d.jsonl.gz"), limits=wide)
    assert 5 < len(content.articles) < 20
    assert "when unpacked" in content.failures[0].reason


HOSTILE = """
import resource, sys
from pathlib import Path
from corpus.reading import read_articles
from corpus.article import Article
import corpus.formats.jsonl, corpus.formats.docx, docx
used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
for name in sys.argv[2:]:
    for item in read_articles(Path(sys.argv[1]), Path(name)):
        print(item.title if isinstance(item, Article) else f"{item.line}: {item.reason}")
print((resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - used) // 1024)
"""


def read_apart(folder: Path, *names: str) -> tuple[list[str], int]:
    """What a process of its own reads, and by how many MB its memory grew."""
    command = [sys.executable, "-c", HOSTILE, str(folder), *names]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    *lines, grown = done.stdout.splitlines()
    return lines, int(grown)


def test_a_line_of_fifty_megabytes_among_good_ones(tmp_path: Path) -> None:
    with (tmp_path / "a.jsonl").open("w") as stream:
        stream.write(line(title="First") + "\n")
        stream.write('{"text": "' + "x" * 50_000_000 + '"}\n')
        stream.write(line(title="Last") + "\n")
    lines, grown = read_apart(tmp_path, "a.jsonl")
    assert lines == ["First", "2: line over the size limit of 8 MB", "Last"]
    assert grown < 60


def test_gzip_of_one_endless_line(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.jsonl.gz", "wb", compresslevel=9) as stream:
        for _ in range(40):
            stream.write(b"x" * 1_000_000)
    lines, grown = read_apart(tmp_path, "a.jsonl.gz")
    assert lines == ["1: line over the size limit of 8 MB"]
    assert grown < 60


def test_a_zip_bomb_named_docx(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.docx", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * 80_000_000)
    assert (tmp_path / "a.docx").stat().st_size < 1_000_000
    lines, grown = read_apart(tmp_path, "a.docx")
    assert lines == ["None: unpacks to 76.3 MB in 1 parts, 64 MB in 2000 allowed"]
    assert grown < 60


def test_a_zip_bomb_of_entities_in_a_docx(tmp_path: Path) -> None:
    """Word's XML with entities that grow a thousandfold each: they are not expanded."""
    from docx import Document

    document = Document()
    document.add_paragraph("BOMB")
    document.save(str(tmp_path / "plain.docx"))
    entities = '<!ENTITY a "aaaaaaaaaa">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 1000}">' for n in range(5)
    )
    with (
        zipfile.ZipFile(tmp_path / "plain.docx") as good,
        zipfile.ZipFile(tmp_path / "a.docx", "w") as bad,
    ):
        for member in good.namelist():
            data = good.read(member)
            if member == "word/document.xml":
                xml = data.decode().replace("BOMB", "&f;")
                head, rest = xml.split("?>", 1)
                data = f"{head}?><!DOCTYPE x [{entities}]>{rest}".encode()
            bad.writestr(member, data)
    lines, grown = read_apart(tmp_path, "a.docx")
    assert len(lines) == 1
    assert "no article text" in lines[0] or "not a Word document" in lines[0]
    assert grown < 60


def test_a_stream_is_read_as_it_is_asked_for(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text("\n".join(line(title=str(n)) for n in range(9)))
    items = read_articles(tmp_path, Path("a.jsonl"))
    first = next(items)
    assert isinstance(first, Article)
    assert first.title == "0"


def test_thousands_of_articles_in_one_file_stay_within_memory(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "a.jsonl.gz", "wt", compresslevel=1) as stream:
        stream.writelines(line(title=str(n)) + "\n" for n in range(4000))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    count = sum(isinstance(item, Article) for item in read_articles(tmp_path, Path("a.jsonl.gz")))
    assert count == 4000
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30 * 1024


TEXTUAL = st.sampled_from([".txt", ".md", ".html", ".jsonl", ".jsonl.gz", ".docx"])


SNIPPETS = st.sampled_from(
    [
        b"---\n",
        b"title: x\n",
        b"<p>",
        b"</p>",
        b'{"text": "',
        b'"}\n',
        b"\xff\xfe",
        b"PK\x03\x04",
        b"\x00",
    ]
)


@given(TEXTUAL, st.binary(max_size=300) | st.lists(SNIPPETS | st.binary(max_size=20)).map(b"".join))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_become_articles_or_failures(tmp_path: Path, suffix: str, data: bytes) -> None:
    (tmp_path / f"a{suffix}").write_bytes(data)
    content = read_file(tmp_path, Path(f"a{suffix}"))
    assert content.articles or content.failures
    for article in content.articles:
        assert article.text == article.text.strip() != ""
        assert article.title
        article.text.encode()


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.jsonl.gz"])
def test_a_file_cut_short_or_changed_anywhere(tmp_path: Path, name: str) -> None:
    whole = packed_article(tmp_path, name)
    for step in range(1, 8):
        place = len(whole) * step // 8
        for broken in (whole[:place], whole[:place] + b"\x00\xff\x00" + whole[place + 3 :]):
            (tmp_path / name).write_bytes(broken)
            content = read_file(tmp_path, Path(name))
            assert content.articles or content.failures


def packed_article(folder: Path, name: str) -> bytes:
    path = folder / name
    if name.endswith(".docx"):
        from docx import Document

        document = Document()
        document.add_paragraph(BODY)
        document.save(str(path))
    elif name.endswith(".pdf"):
        from reportlab.pdfgen.canvas import Canvas

        canvas = Canvas(str(path))
        canvas.drawString(72, 700, BODY.split("\n")[0])
        canvas.save()
    else:
        path.write_bytes(gzip.compress("\n".join([line()] * 50).encode()))
    return path.read_bytes()

"""Reading files that mean well, and files that do not: a clear failure, and the rest goes on."""

from __future__ import annotations

import gzip
import json
import os
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.article import Article, Failure
from corpus.limits import Limits
from corpus.reading import read_articles
from tests.corpus.collected import read_file

BODY = (
    "The council of Lindhafen met on Tuesday to speak about the sea wall.\n\n"
    "It will be built by next spring, the mayor said after the meeting."
)


def only_failure(folder: Path, name: str, limits: Limits | None = None) -> Failure:
    content = read_file(folder, Path(name), limits=limits)
    assert content.articles == ()
    (failure,) = content.failures
    assert failure.path == name
    return failure


def line(**fields: object) -> str:
    return json.dumps({"text": BODY, **fields})


def test_front_matter_and_headings_of_markdown(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\ntitle: A wall for Lindhafen\noutlet: The Harbour Post\ndate: 2016-03-05\n"
        "url: https://example.org/wall\nauthors: [Jane Field, Richard Oak]\n---\n\n"
        f"# A heading\n\n{BODY}\n\n## Cost\n\nIt costs **4 million**, says [the plan](http://x.y).\n"
        "\n- pumps\n- sand\n",
        encoding="utf-8",
    )
    (article,) = read_file(tmp_path, tmp_path / "a.md").articles
    assert article.title == "A wall for Lindhafen"
    assert article.outlet == "The Harbour Post"
    assert str(article.published) == "2016-03-05"
    assert article.url == "https://example.org/wall"
    assert article.authors == ("Jane Field", "Richard Oak")
    assert article.text == (
        f"A heading\n\n{BODY}\n\nCost\n\nIt costs 4 million, says the plan.\n\n- pumps\n\n- sand"
    )
    assert article.key == article.path == "a.md"


def test_markdown_without_front_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(f"# A wall\n\n{BODY}")
    (article,) = read_file(tmp_path, Path("a.md")).articles
    assert (article.title, article.published, article.text) == ("A wall", None, BODY)
    (tmp_path / "b.md").write_text(f"---\ntitle: A wall\n---\n# A Wall\n\n{BODY}")
    (article,) = read_file(tmp_path, Path("b.md")).articles
    assert (article.title, article.text) == ("A wall", BODY)


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: A wall\ndate: 2016-03-05\nsource: [The Post]\n...\n",
        '+++\ntitle = "A wall"\ndate = 2016-03-05\nsource = "The Post"\n+++\n',
    ],
)
def test_front_matter_of_other_kinds(tmp_path: Path, front: str) -> None:
    (tmp_path / "a.md").write_text(front + BODY)
    (article,) = read_file(tmp_path, Path("a.md")).articles
    assert (article.title, article.outlet, article.text) == ("A wall", "The Post", BODY)
    assert str(article.published) == "2016-03-05"
    (tmp_path / "b.md").write_text(f"+++\ntitle =\n+++\n{BODY}")
    assert "not valid TOML" in only_failure(tmp_path, "b.md").reason


@pytest.mark.parametrize("head", ["title: [unclosed", "title: A: b\n\tauthor: {c", "- a: b: c"])
def test_front_matter_that_is_not_yaml(tmp_path: Path, head: str) -> None:
    (tmp_path / "a.md").write_text(f"---\n{head}\n---\n{BODY}")
    assert "not valid YAML" in only_failure(tmp_path, "a.md").reason


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("title: Storm: the harbour closes", "Storm: the harbour closes"),
        ('title: "Closed" harbour: a storm', '"Closed" harbour: a storm'),
        ("title: 'Storm: it's over'", "Storm: it's over"),
        ("title: @harbour closes # today", "@harbour closes # today"),
    ],
)
def test_front_matter_as_people_write_it(tmp_path: Path, line: str, title: str) -> None:
    head = f'{line}\noutlet: "The Post"\n\n# by hand\nauthor:\n- Jane Field\ndate: 2019-03-01\n'
    (tmp_path / "a.md").write_text(f"---\n{head}---\n{BODY}")
    (article,) = read_file(tmp_path, Path("a.md")).articles
    assert (article.title, article.outlet) == (title, "The Post")
    assert (str(article.published), article.authors) == ("2019-03-01", ("Jane Field",))


@pytest.mark.parametrize("packed", [False, True])
def test_lines_of_json(tmp_path: Path, packed: bool) -> None:
    lines = [
        line(
            title="One", source="The Harbour Post", publish_date="2022/05/21", url="http://e.org/1"
        ),
        "{not json",
        "",
        line(title="Two", id="two", date="May 3, 2016", authors="Jane Field and Richard Oak"),
        '{"title": "no text"}',
        '{"text": "  "}',
        "[1, 2]",
        line(title="Three"),
        line(title="One again", url="http://e.org/1"),
    ]
    data = "\n".join(lines).encode()
    name = "a.jsonl.gz" if packed else "a.jsonl"
    (tmp_path / name).write_bytes(gzip.compress(data) if packed else data)
    content = read_file(tmp_path, Path(name))
    assert [article.key for article in content.articles] == [
        f"{name}#http://e.org/1",
        f"{name}#two",
        f"{name}#8",
        f"{name}#9",
    ]
    assert len({article.id for article in content.articles}) == 4
    one, two, *_ = content.articles
    assert (one.outlet, str(one.published)) == ("The Harbour Post", "2022-05-21")
    assert (two.authors, str(two.published)) == (("Jane Field", "Richard Oak"), "2016-05-03")
    assert [failure.line for failure in content.failures] == [2, 5, 6, 7]
    assert "not valid JSON" in content.failures[0].reason
    assert 'no "text"' in content.failures[1].reason


def test_a_line_keeps_its_article_apart_from_lone_surrogates_and_zeros(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(line(title="a\ud800b\x00c"))
    (article,) = read_file(tmp_path, Path("a.jsonl")).articles
    assert article.title == "a\ufffdbc"
    assert article.content_hash


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\n \n", "no article text"),
        ("a.txt", b"ADVERTISEMENT\n\nRead more", "no article text"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(200), "PNG"),
        ("a.txt", b"%PDF-1.7\n" + bytes(50), "PDF"),
        ("a.txt", bytes(range(256)) * 40, "binary"),
        ("a.pdf", b"%PDF-1.7\nnothing follows", "not a PDF that can be read"),
        ("a.pdf", b"plain text", "not a PDF"),
        ("a.docx", b"plain text", "not a Word document"),
        ("a.docx", b"\xd0\xcf\x11\xe0" + bytes(600), "save it as .docx"),
        ("a.html", b"<html><body></body></html>", "no article text"),
        ("a.jsonl.gz", b"plain text", "not gzip"),
        ("a.jsonl.gz", gzip.compress(b'{"text": "x"}' * 9000)[:-20], "broken gzip"),
        ("a.jsonl", b"\n\n", "empty"),
        ("a.xyz", b"text", ".xyz"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    (tmp_path / name).write_bytes(data)
    assert reason in only_failure(tmp_path, name).reason


def test_a_file_that_is_gone_or_locked(tmp_path: Path) -> None:
    assert "cannot be read" in only_failure(tmp_path, "gone.txt").reason
    (tmp_path / "folder.txt").mkdir()
    assert "directory" in only_failure(tmp_path, "folder.txt").reason


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert "not a regular file" in only_failure(tmp_path, "pipe.txt").reason


def test_links_out_of_the_folder_and_in_a_loop(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (tmp_path / "secret.txt").write_text(BODY)
    (corpus / "out.txt").symlink_to(tmp_path / "secret.txt")
    (corpus / "loop.txt").symlink_to(corpus / "loop.txt")
    assert "out of the corpus folder" in only_failure(corpus, "out.txt").reason
    assert "loop" in only_failure(corpus, "loop.txt").reason
    assert "out of the corpus folder" in only_failure(corpus, "../secret.txt").reason


def test_a_name_with_a_line_end_and_an_emoji(tmp_path: Path) -> None:
    name = "two\nlines 🌊.txt"
    (tmp_path / name).write_text(BODY)
    (article,) = read_file(tmp_path, Path(name)).articles
    assert article.path == name
    assert len(article.id) == 16


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

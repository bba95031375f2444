"""Reading files that mean well, and files that do not: a clear failure, and the rest goes on."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from tests.corpus.collected import read_file
from tests.corpus.texts import BODY, line, only_failure


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

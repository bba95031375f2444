"""Web pages, PDF and Word: the article's text, and only what the file itself states about it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from corpus.article import Article
from corpus.limits import Limits
from tests.corpus.collected import read_file
from tests.corpus.texts import PARAGRAPHS


def page(head: str = "", body: str = "", before: str = "") -> str:
    paragraphs = body or "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>"
        f"<nav><a href='/'>Home</a><a href='/w'>World</a></nav>{before}<article>{paragraphs}"
        "</article><footer>Copyright 2016 The Harbour Post</footer></body></html>"
    )


def read(folder: Path, name: str, data: str | bytes) -> Article:
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    content = read_file(folder, Path(name))
    assert content.failures == ()
    return content.articles[0]


def test_the_article_of_a_page_without_its_menus(tmp_path: Path) -> None:
    article = read(tmp_path, "a.html", page("<title>A wall for us | The Harbour Post</title>"))
    assert [line for line in article.text.split("\n") if line] == PARAGRAPHS
    assert article.title == "A wall for us"


def test_comments_are_not_the_article(tmp_path: Path) -> None:
    comments = (
        "<div id='comments'><p>I do not believe one word of this whole story, folks.</p></div>"
    )
    article = read(tmp_path, "a.html", page().replace("<footer>", comments + "<footer>"))
    assert "believe" not in article.text


@pytest.mark.parametrize(
    ("head", "iso"),
    [
        ('<meta property="article:published_time" content="2016-03-05T10:00:00Z">', "2016-03-05"),
        ('<meta name="DC.date.issued" content="2016-03-05">', "2016-03-05"),
        ('<meta name="pubdate" content="March 5, 2016">', "2016-03-05"),
        (
            '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline":'
            ' "A wall", "datePublished": "2016-03-05T09:00:00+01:00"}]}</script>',
            "2016-03-05",
        ),
        ('<meta property="article:modified_time" content="2019-01-01">', None),
        ('<script type="application/ld+json">{broken</script>', None),
        ("<meta name='date' content='recently'>", None),
        ("<title>What happened on 4 May 2014 in Lindhafen</title>", None),
    ],
)
def test_a_pages_date_is_what_its_tags_state(tmp_path: Path, head: str, iso: str | None) -> None:
    article = read(tmp_path, "a.html", page(head))
    assert (str(article.published) if article.published else None) == iso


def test_dates_in_a_pages_text_are_not_guessed_from(tmp_path: Path) -> None:
    events = [*PARAGRAPHS, "The last flood came on 12 February 2014, and another on 3 March 2015."]
    article = read(tmp_path, "a.html", page(body="".join(f"<p>{line}</p>" for line in events)))
    assert article.published is None


def test_one_time_tag_dates_an_article_and_several_do_not(tmp_path: Path) -> None:
    one = "<time datetime='2016-03-05'>Saturday</time>"
    assert str(read(tmp_path, "a.html", page(before=one)).published) == "2016-03-05"
    two = one + "<time datetime='2011-01-01'>long ago</time>"
    assert read(tmp_path, "b.html", page(before=two)).published is None


@pytest.mark.parametrize(
    ("kinds", "iso"),
    [
        (["VideoObject", "NewsArticle"], "2016-03-02"),
        (["WebSite", "WebPage"], "2016-03-02"),
        (["WebSite"], None),
        (["VideoObject", "ImageObject"], None),
    ],
)
def test_only_what_is_the_article_dates_it(
    tmp_path: Path, kinds: list[str], iso: str | None
) -> None:
    """The first of `kinds` is dated March 1, the second March 2, ..."""
    objects = [
        {"@type": kind, "datePublished": f"2016-03-0{day}"} for day, kind in enumerate(kinds, 1)
    ]
    head = f'<script type="application/ld+json">{json.dumps(objects)}</script>'
    article = read(tmp_path, "a.html", page(head))
    assert (str(article.published) if article.published else None) == iso


def test_the_outlet_in_a_pages_title_or_footer(tmp_path: Path) -> None:
    before = "<h1>A wall for us</h1>"
    titled = page("<title>A wall for us | Lindhafen Bote</title>", before=before)
    assert read(tmp_path, "a.html", titled).outlet == "Lindhafen Bote"
    assert read(tmp_path, "b.html", page(before=before)).outlet == "The Harbour Post"


def test_what_readers_answered_is_not_the_article(tmp_path: Path) -> None:
    """Comments without any name that says so, within the article, one in answer to another."""
    said = "<p>I do not believe that this wall will ever be finished, folks.</p>"
    reply = "<a href='#'>Reply</a> <a href='#'>Report</a>"
    inner = f"<li><b>Ina</b>{said}{reply}</li>"
    outer = f"<li><b>Olaf</b>{said}{reply}<ul>{inner}</ul></li>"
    text = "".join(f"<p>{line}</p>" for line in PARAGRAPHS)
    for thread in (
        f"<ul class='x'>{outer}{inner}</ul>",
        "".join(f"<div class='y'>{said}<div>{reply}</div></div>" for _ in range(3)),
    ):
        article = read(tmp_path, "a.html", page(body=text + thread))
        assert [line for line in article.text.split("\n") if line] == PARAGRAPHS


def test_a_headline_linked_between_paragraphs_goes(tmp_path: Path) -> None:
    link = "<p><a href='/x'>Storm sinks ferry off Brunstad, no one hurt</a></p>"
    cited = "<p><a href='/y'>The council has published the plan of the wall.</a></p>"
    text = f"<p>{PARAGRAPHS[0]}</p>{link}<p>{PARAGRAPHS[1]}</p>{cited}<p>{PARAGRAPHS[2]}</p>"
    article = read(tmp_path, "a.html", page(body=text))
    assert "Storm" not in article.text
    assert "published the plan" in article.text


def test_a_short_report_keeps_its_paragraphs_apart(tmp_path: Path) -> None:
    article = read(
        tmp_path, "a.html", page(body=f"<h1>A wall</h1><p>{PARAGRAPHS[0]}</p><p>It is late.</p>")
    )
    assert [line for line in article.text.split("\n") if line] == [PARAGRAPHS[0], "It is late."]


def test_a_page_of_a_great_many_parts_is_read_apart_and_in_time(tmp_path: Path) -> None:
    text = "".join(f"<p>{line} Part {n}.</p>" for n in range(4000) for line in PARAGRAPHS)
    article = read(tmp_path, "a.html", page(body=text))
    assert article.text.count("Part 3999.") == 3
    (tmp_path / "b.html").write_text(page(body="<p>a</p>" * 11_000))
    content = read_file(tmp_path, Path("b.html"), limits=Limits(html_seconds=0.01))
    assert "more than 0.01 seconds" in content.failures[0].reason


def test_who_wrote_it_where(tmp_path: Path) -> None:
    head = (
        '<meta property="og:site_name" content="The Harbour Post"><meta property="og:title"'
        ' content="A wall for us"><link rel="canonical" href="https://example.org/wall">'
        '<meta name="author" content="By Jane Field and Richard Oak">'
    )
    article = read(tmp_path, "a.htm", page(head))
    assert (article.outlet, article.title) == ("The Harbour Post", "A wall for us")
    assert article.url == "https://example.org/wall"
    assert article.authors == ("Jane Field", "Richard Oak")


def test_the_charset_that_a_page_names(tmp_path: Path) -> None:
    text = page("<title>Stürme über Lindhafen – eine Bilanz</title>")
    data = text.replace("utf-8", "windows-1252").encode("cp1252")
    assert read(tmp_path, "a.html", data).title == "Stürme über Lindhafen – eine Bilanz"


def test_a_page_nested_beyond_reason_ends(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<div>" * 50_000 + PARAGRAPHS[0] + "</div>" * 50_000)
    content = read_file(tmp_path, Path("a.html"))
    assert len(content.articles) + len(content.failures) == 1


def test_a_tag_of_endless_attributes_is_not_parsed(tmp_path: Path) -> None:
    attributes = " ".join(f"a{number}=1" for number in range(300_000))
    (tmp_path / "a.html").write_text(page(body=f"<p {attributes}>{PARAGRAPHS[0]}</p>"))
    (failure,) = read_file(tmp_path, Path("a.html")).failures
    assert "thousands of parts" in failure.reason

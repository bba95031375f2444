"""Exports as HTML and Markdown load nothing, run nothing, and keep the words."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from assistant.receipts.writing import to_html, to_markdown
from tests.assistant.receipts.conftest import WILD, Desk

HOSTILE = "<script>alert(1)</script> [x](javascript:alert(1)) ![i](http://192.0.2.1/i.png)"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words = ""
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.targets += [value or "" for name, value in attrs if name in ("src", "href")]

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_loads_nothing_and_runs_nothing(desk: Desk) -> None:
    answer = desk.answer(WILD, question=HOSTILE)
    seen = _Tags()
    seen.feed(to_html(answer, desk.index))
    assert not seen.tags & {"script", "img", "link", "iframe", "object"}
    assert WILD in seen.words
    assert HOSTILE in seen.words
    assert all(target.startswith("#") for target in seen.targets)


def test_a_url_is_a_link_only_when_it_is_one(desk: Desk) -> None:
    answer = desk.answer("Nobody was hurt.")
    for url, linked in (("https://example.org/a", True), ("javascript:alert(1)", False)):
        quote = answer.quotes[0].model_copy(update={"url": url})
        seen = _Tags()
        seen.feed(to_html(answer.model_copy(update={"quotes": (quote,)}), desk.index))
        assert (url in seen.targets) is linked


def test_markdown_keeps_the_words_and_makes_no_markup_of_them(desk: Desk) -> None:
    answer = desk.answer(WILD, question=HOSTILE)
    told = to_markdown(answer, desk.index)
    assert "Divers \\& dogs, 3 \\< 4, searched the \\*bay\\* all night\\." in told
    assert not re.search(r"(?<!\\)[<\[\]]", told.split("digest")[0].replace("**\\[1\\]**", ""))

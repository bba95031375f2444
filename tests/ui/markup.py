"""A page read as a browser would, and an article to render."""

from __future__ import annotations

from html.parser import HTMLParser

from corpus.partial_date import PartialDate
from index.passage import IndexedArticle


class Reading(HTMLParser):
    """Collects what a browser would make of a piece of HTML: tags, attributes, text, marks."""

    def __init__(self, markup: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.text = ""
        self.marked: dict[str, str] = {}
        self._open: list[str] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag == "mark":
            self._open.append(dict(attrs).get("class") or "plain")

    def handle_endtag(self, tag: str) -> None:
        if tag == "mark":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._open:
            self.marked[self._open[-1]] = self.marked.get(self._open[-1], "") + data


def article(number: int = 1, **changed: object) -> IndexedArticle:
    fields: dict[str, object] = {
        "id": f"{number:016x}",
        "title": f"Report {number}",
        "outlet": "The Wire",
        "published": PartialDate(2015, 10, number % 28 + 1),
        "path": f"report-{number}.txt",
        "url": None,
        "origin": f"origin-{number}",
        "passages": number,
        "content_hash": "",
    }
    return IndexedArticle(**{**fields, **changed})  # type: ignore[arg-type]

"""The article's text of a web page; as a program of its own, from standard input to output.

trafilatura's time grows with the square of a page's parts. A page of a great many is read in a
process that can be ended. It imports nothing of this project, so that it starts fast.
"""

from __future__ import annotations

import json
import logging
import re
import sys
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_REPLY = frozenset(
    ("reply", "répondre", "antworten", "responder", "rispondi", "ответить", "відповісти", "返信")
)
_NEVER_GONE = frozenset(("html", "body", "main", "article"))
_BLOCKS = "p", "h2", "h3", "h4", "li", "blockquote", "pre"
_SENTENCE_ENDS = (".", "!", "?", ":", '"', "”", "…")
_TABLE_ROW = re.compile(r"^\| (.*) \|$")
_LEAST_LINK_WORDS = 4
_BUTTONS_WORDS = 6


def article_text(page: str) -> str | None:
    """The text of the article in `page`, a paragraph a line; None where there is none."""
    from trafilatura import baseline, extract, load_html

    # It warns about every odd page; what matters is the result.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    tree = load_html(page)
    if tree is None:
        return None
    drop_comments(tree)
    drop_pointers(tree)
    text: str | None = extract(tree, include_comments=False, include_tables=True)
    text = "\n".join(_TABLE_ROW.sub(r"\1", line) for line in (text or "").split("\n"))
    # Of what is too short to be sure of, it makes a single line: menus, title and all.
    if "\n" not in text and (short := _short_article(tree)):
        return short
    return text or baseline(page)[1] or None


def drop_comments(tree: HtmlElement) -> None:
    """Takes out what stands with each of several buttons to reply: readers' comments."""
    buttons = [
        tag
        for tag in tree.iter("a", "button", "span")
        if not len(tag) and (tag.text or "").strip().casefold() in _REPLY
    ]
    if len(buttons) < 2:
        return
    held = Counter(parent for button in buttons for parent in button.iterancestors())
    for button in buttons:
        comment = button
        while (parent := comment.getparent()) is not None and _one_comment(parent, held):
            comment = parent
        if len(comment.text_content().split()) > _BUTTONS_WORDS:
            _drop(comment)
        elif parent is not None and parent.tag not in _NEVER_GONE:
            # Answers are nested in the comment: only its own part goes here.
            for part in list(parent):
                if not held[part]:
                    _drop(part)


def _one_comment(tag: HtmlElement, held: Counter[HtmlElement]) -> bool:
    return held[tag] == 1 and tag.tag not in _NEVER_GONE and tag.find(".//h1") is None


def drop_pointers(tree: HtmlElement) -> None:
    """Takes out paragraphs between others that are a link and no sentence: another headline."""
    for paragraph in list(tree.iter("p")):
        text = paragraph.text_content().strip()
        if len(text.split()) < _LEAST_LINK_WORDS or text.endswith(_SENTENCE_ENDS):
            continue
        linked = "".join(link.text_content() for link in paragraph.iter("a"))
        if len("".join(linked.split())) == len("".join(text.split())):
            _drop(paragraph)


def _drop(tag: HtmlElement) -> None:
    if tag.getparent() is not None:
        tag.drop_tree()


def _short_article(tree: HtmlElement) -> str | None:
    """The paragraphs, a line each, of what the page marks as its article."""
    article = next((found for name in ("article", "main") for found in tree.iter(name)), None)
    if article is None:
        return None
    inner = (
        tag for tag in article.iter(*_BLOCKS) if next(tag.iterdescendants(*_BLOCKS), None) is None
    )
    return "\n".join(filter(None, (" ".join(tag.text_content().split()) for tag in inner))) or None


if __name__ == "__main__":
    found = article_text(sys.stdin.buffer.read().decode("utf-8", "surrogatepass"))
    json.dump({"text": found}, sys.stdout)

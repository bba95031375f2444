"""Verbatim or nothing."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.quotes import QuoteBook, sources
from corpus.article import Span
from tests.assistant.shelf import Shelf, article

TEXT = "The ferry sank on Monday. Nobody was hurt. The owner said the crew had been warned."


@given(st.text(max_size=60), st.integers(0, 90), st.integers(0, 90), st.booleans())
def test_no_quote_leaves_that_is_not_verbatim(
    changed: str, start: int, end: int, tampered: bool
) -> None:
    shelf = Shelf([article(TEXT, key="a")])
    found = shelf.article(shelf.articles_[0].id)
    assert found is not None
    if tampered:
        shelf.tampered[found.id] = changed
    book = QuoteBook(shelf)
    book.add(found, Span(start, end), TEXT[start:end])
    for quote in book.all():
        assert shelf.text(quote.article_id)[quote.start : quote.end] == quote.text
        assert quote.text
    assert len(book.all()) + book.dropped == 1
    assert (book.note() is None) == (book.dropped == 0)


def test_the_same_sentence_is_one_quote() -> None:
    shelf = Shelf([article(TEXT, key="a")])
    found = shelf.article(shelf.articles_[0].id)
    assert found is not None
    book = QuoteBook(shelf)
    first = book.add(found, Span(0, 25), TEXT[0:25])
    again = book.add(found, Span(0, 25), TEXT[0:25])
    other = book.add(found, Span(26, 42), TEXT[26:42])
    assert first == again
    assert other is not None
    assert [quote.n for quote in book.all()] == [1, 2]


def test_an_article_is_one_source_whomever_it_credits() -> None:
    text = "The ferry sank, Reuters reported. The ferry sank on Monday."
    shelf = Shelf([article(text, key="a")])
    found = shelf.article(shelf.articles_[0].id)
    assert found is not None
    book = QuoteBook(shelf)
    for span in (Span(0, 33), Span(34, 59)):
        book.add(found, span, text[span.start : span.end])
    assert [quote.origin for quote in book.all()] == ["Reuters", found.origin]
    assert sources(book.all()) == 1

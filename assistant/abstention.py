"""When an answer is withheld, the one sentence of why, and the quotes that came closest."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Quote
from assistant.candidates import Candidate, whole_sentences
from assistant.grouping import Group
from assistant.quotes import QuoteBook, Texts
from assistant.reader.base import ReadResult
from assistant.settings import AnswerSettings
from assistant.speakers import find_speaker
from index.passage import Filters, Hit


def confidence(groups: Sequence[Group]) -> float:
    """How sure it is that the articles answer: the first group's best probability, 0 to 1."""
    return groups[0].answerable if groups else 0.0


def reason(hits: Sequence[Hit], filters: Filters, articles: int) -> str:
    """Why nothing is answered, where nothing more exact is known."""
    if not articles:
        return "The index holds no articles."
    if not hits and not filters.empty:
        return "No article lies within the dates and outlets that were asked for."
    if not hits:
        return "No article speaks of this."
    return "The articles do not say: none of the passages that come closest answers the question."


def outside_reason(filters: Filters, quote: Quote) -> str:
    """Why nothing is answered though articles that the filter leaves out do."""
    left_out = []
    if filters.since or filters.until:
        left_out.append("outside the dates")
    if filters.outlets:
        left_out.append("of other outlets")
    where = quote.outlet or f"“{quote.title}”"
    day = f", {quote.published}" if quote.published else ", undated"
    return f"Only articles {' or '.join(left_out)} answer this, such as {where}{day}."


def denial_reason(quote: Quote) -> str:
    """Why nothing is answered where the articles deny what the question takes for granted."""
    told = " ".join(quote.text.split())
    return f"The articles deny what the question takes for granted: “{told}”"


def nearest(
    hits: Sequence[Hit],
    results: Sequence[ReadResult],
    found: Sequence[Candidate],
    texts: Texts,
    settings: AnswerSettings,
) -> tuple[Quote, ...]:
    """The quotes that came closest: the sentences of the best spans, then the first passages."""
    book = QuoteBook(texts)
    for candidate in sorted(found, key=lambda each: -each.answerable):
        if len(book.all()) >= settings.nearest:
            break
        text = candidate.sentence_text
        book.add(candidate.hit.article, candidate.sentence, text,
                 score=candidate.answerable, speaker=find_speaker(text))  # fmt: skip
    for hit, result in zip(hits, results, strict=True):
        if len(book.all()) >= settings.nearest:
            break
        first = hit.passage.sentences[0] if hit.passage.sentences else None
        span = first or whole_sentences(hit, hit.passage.start, hit.passage.end)
        offset = hit.passage.start
        text = hit.passage.text[span.start - offset : span.end - offset]
        book.add(hit.article, span, text, score=result.answerable, speaker=find_speaker(text))
    return book.all()

"""Each sentence of the model against the quotes that it cites: values, negation, stance."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.aligning.alignment import align
from assistant.answer import Quote, WordedSentence
from assistant.checking.stance_rules import weigh
from assistant.guard import check_statement
from assistant.llm.citations import ParsedSentence
from assistant.llm.crediting import context_of, without_dates_of_reports
from assistant.reader.base import Reader, Reading
from corpus.partial_date import PartialDate

REFUTED_ABOVE = 0.5
"""A sentence that a cited quote refutes with more than this probability is struck."""

REFUTED_BY_READER_ABOVE = 0.9
"""So is one that the reader alone refutes so surely, unless the quote has its very words: of these
readers are too quick to say that they differ."""

UNRELATED_ABOVE = 0.85
"""A sentence on which every cited quote is silent with more than this probability is struck."""

SUPPORTED_ABOVE = 0.6
"""But for one that the reader alone, who knows other words for the same, gives this support."""


def judge_sentence(
    sentence: ParsedSentence, quotes: Sequence[Quote], reader: Reader, *, question: str = ""
) -> WordedSentence:
    """Prove `sentence` from those of `quotes` that it cites, or say why it can't be."""
    cited = [quote for quote in quotes if quote.n in sentence.quotes]
    if not cited:
        return WordedSentence(
            text=sentence.text, quotes=(), state="uncited", reason="It cites no quote."
        )
    said = without_dates_of_reports(sentence.text, cited)
    reason = _guarded(said, cited, question) or _contradicted(said, cited, reader)
    return WordedSentence(
        text=sentence.text,
        quotes=tuple(quote.n for quote in cited),
        state="struck" if reason else "proven",
        reason=reason,
    )


def _guarded(text: str, cited: Sequence[Quote], question: str) -> str | None:
    result = check_statement(
        text,
        [quote.text for quote in cited],
        anchors=[_published(quote) for quote in cited],
        context=context_of(cited, question),
    )
    return None if result.ok else result.reason


def _contradicted(text: str, cited: Sequence[Quote], reader: Reader) -> str | None:
    """The reader's stance as claims are judged: believed as far as a quote speaks of the matter."""
    readings = [Reading(q.text, title=q.title, published=_published(q)) for q in cited]
    if len(cited) > 1:
        readings.append(_together(readings))
    read = reader.judge(text, readings)
    aligned = [align(text, reading)[0] for reading in readings]
    weighed = [weigh(stance, each) for stance, each in zip(read, aligned, strict=True)]
    for quote, alone, each, stance in zip(cited, read, aligned, weighed, strict=False):
        reworded = not each.told or stance.supports < 0.5
        if stance.refutes > max(REFUTED_ABOVE, stance.supports) or (
            reworded and alone.refutes > REFUTED_BY_READER_ABOVE
        ):
            return f"Quote {quote.n} says otherwise."
    silent = all(stance.neutral > UNRELATED_ABOVE for stance in weighed)
    if silent and all(stance.supports < SUPPORTED_ABOVE for stance in read):
        return "The quotes that it cites do not say so."
    return None


def _together(readings: Sequence[Reading]) -> Reading:
    """All cited quotes as one text: a sentence may need several to be proven."""
    texts = [reading.text for reading in readings]
    spans, start = [], 0
    for text in texts:
        spans.append((start, start + len(text)))
        start += len(text) + 1
    first = readings[0]
    return Reading(" ".join(texts), first.title, first.published, tuple(spans))


def _published(quote: Quote) -> PartialDate | None:
    return PartialDate.parse(quote.published) if quote.published else None

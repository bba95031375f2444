"""Each sentence of the model against the quotes that it cites: values, negation, stance."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Quote, WordedSentence
from assistant.guard import check_statement
from assistant.llm.parsing import ParsedSentence
from assistant.reader.base import Reader, Reading
from corpus.partial_date import PartialDate

REFUTED_ABOVE = 0.5
"""A sentence that a cited quote refutes with more than this probability is struck."""

UNRELATED_ABOVE = 0.9
"""A sentence on which every cited quote is silent with more than this probability is struck."""


def judge_sentence(
    sentence: ParsedSentence, quotes: Sequence[Quote], reader: Reader
) -> WordedSentence:
    """Prove `sentence` from those of `quotes` that it cites, or say why it can't be."""
    cited = [quote for quote in quotes if quote.n in sentence.quotes]
    if not cited:
        return WordedSentence(
            text=sentence.text, quotes=(), state="uncited", reason="It cites no quote."
        )
    reason = _guarded(sentence.text, cited) or _contradicted(sentence.text, cited, reader)
    return WordedSentence(
        text=sentence.text,
        quotes=tuple(quote.n for quote in cited),
        state="struck" if reason else "proven",
        reason=reason,
    )


def _guarded(text: str, cited: Sequence[Quote]) -> str | None:
    anchors = [_published(quote) for quote in cited]
    result = check_statement(text, [quote.text for quote in cited], anchors=anchors)
    return None if result.ok else result.reason


def _contradicted(text: str, cited: Sequence[Quote], reader: Reader) -> str | None:
    evidence = [Reading(q.text, title=q.title, published=_published(q)) for q in cited]
    stances = reader.judge(text, evidence)
    for quote, stance in zip(cited, stances, strict=True):
        if stance.refutes > max(REFUTED_ABOVE, stance.supports):
            return f"Quote {quote.n} says otherwise."
    if all(stance.neutral > UNRELATED_ABOVE for stance in stances):
        return "The quotes that it cites do not say so."
    return None


def _published(quote: Quote) -> PartialDate | None:
    return PartialDate.parse(quote.published) if quote.published else None

"""Who says a sentence of an article, seen with what stands around it."""

from __future__ import annotations

from assistant.quotes import Texts
from assistant.speech.speakers import find_speaker
from corpus.article import Span

_AROUND = 400


def around(text: str, span: Span) -> tuple[str, str]:
    """What stands in the article's `text` before and after the sentence at `span`."""
    return text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]


def speaker_in(
    texts: Texts, article_id: str, sentence: Span, inside: tuple[int, int] | None = None
) -> str | None:
    """Who says the sentence at `sentence` of an article, or its part `inside`."""
    try:
        text = texts.text(article_id)
    except KeyError:
        return None
    before, after = around(text, sentence)
    said = text[sentence.start : sentence.end]
    return find_speaker(said, inside, before=before, after=after)

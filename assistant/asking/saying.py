"""Who says what a candidate's sentence tells, seen with the sentences around it."""

from __future__ import annotations

from assistant.asking.candidates import Candidate
from assistant.quotes import Texts
from assistant.speech.speakers import find_speaker
from corpus.article import Span

_AROUND = 400


def around(text: str, span: Span) -> tuple[str, str]:
    """What stands in the article's `text` before and after the sentence at `span`."""
    return text[max(0, span.start - _AROUND) : span.start], text[span.end : span.end + _AROUND]


def said_by(candidate: Candidate, texts: Texts) -> str | None:
    """Who says the candidate's span: named in its sentence, or in the next ones for a quotation."""
    sentence = candidate.sentence
    whole = (candidate.start, candidate.end) == (sentence.start, sentence.end)
    inside = None if whole else (candidate.start - sentence.start, candidate.end - sentence.start)
    return speaker_in(texts, candidate.hit.article.id, sentence, inside)


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

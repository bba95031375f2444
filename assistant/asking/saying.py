"""Who says what a candidate's sentence tells, seen with the sentences around it."""

from __future__ import annotations

from assistant.asking.candidate import Candidate
from assistant.quotes import Texts
from assistant.speech.saying import speaker_in


def said_by(candidate: Candidate, texts: Texts) -> str | None:
    """Who says the candidate's span: named in its sentence, or in the next ones for a quotation."""
    sentence = candidate.sentence
    whole = (candidate.start, candidate.end) == (sentence.start, sentence.end)
    inside = None if whole else (candidate.start - sentence.start, candidate.end - sentence.start)
    return speaker_in(texts, candidate.hit.article.id, sentence, inside)

"""Spans that may answer, each with the passage, the sentence and the weight it has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.asking.dating import event_date
from assistant.asking.narrowing import names_of, narrowed, widened, with_unit
from assistant.asking.weighing import Scales
from assistant.questions.types import Expected
from assistant.reader.base import ReadResult
from assistant.settings import AnswerSettings
from corpus.article import Span
from index.origins import origin_of
from index.passage import Hit, Passage

_CLOSING = " \t\n\"'”’)]"
_EDGE = " \t\n,;:.!?\"'“”‘’()[]—–-"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Characters `start..end` of an article's text that may answer, and how much speaks for them.

    `sentence` is the whole sentence (or sentences) that hold the span, in the article's text.
    `rank` is the hit's, from 1; `answerable` the reader's probability for its passage; `score` the
    span's logit over "does not say"; `weight` what it brings to its finding.
    """

    hit: Hit
    rank: int
    answerable: float
    start: int
    end: int
    text: str
    sentence: Span
    score: float
    weight: float

    @property
    def sentence_text(self) -> str:
        """The characters of `sentence`."""
        offset = self.hit.passage.start
        return self.hit.passage.text[self.sentence.start - offset : self.sentence.end - offset]

    @property
    def origin(self) -> str:
        """The independent source of what `sentence` says."""
        return origin_of(self.hit.article, self.sentence_text)


def whole_sentences(hit: Hit, start: int, end: int) -> Span:
    """The whole sentences of the hit's passage that hold `start..end` of the article's text."""
    held = [s for s in hit.passage.sentences if s.start < end and start < s.end]
    if not held:
        return Span(hit.passage.start, hit.passage.end)
    return Span(min(s.start for s in held), max(s.end for s in held))


def _asks(passage: Passage, sentence: Span) -> bool:
    """Whether the sentence asks, as a quiz or an interviewer does: it tells nothing."""
    text = passage.text[sentence.start - passage.start : sentence.end - passage.start]
    return text.rstrip(_CLOSING).endswith("?")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start..end` without the space and punctuation at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def candidates(
    question: str,
    expected: Expected,
    hits: Sequence[Hit],
    results: Sequence[ReadResult],
    settings: AnswerSettings,
) -> list[Candidate]:
    """The spans of all passages that may answer `question`, heaviest first; no trifles."""
    scales = Scales.of(question, expected, hits, settings)
    found = []
    for rank, (hit, result) in enumerate(zip(hits, results, strict=True), start=1):
        passage = hit.passage
        for span in result.spans[: settings.spans_per_passage]:
            start, end = _trimmed(passage.text, span.start, span.end)
            if start == end:
                continue
            opens = any(each.start == passage.start + start for each in passage.sentences)
            inner = narrowed(passage.text[start:end], expected, inside=not opens)
            start, end = start + inner[0], start + inner[1]
            held = whole_sentences(hit, passage.start + start, passage.start + end)
            if _asks(passage, held):
                continue
            start, end, worth = _meant(question, expected, hit, held, start, end)
            text = passage.text[start:end]
            found.append(
                Candidate(
                    hit=hit,
                    rank=rank,
                    answerable=result.answerable,
                    start=passage.start + start,
                    end=passage.start + end,
                    text=text,
                    sentence=held,
                    score=span.score,
                    weight=worth * scales.weight(hit, rank, span.score, text, held),
                )
            )
    found.sort(key=lambda candidate: -candidate.weight)
    least = found[0].weight * settings.trifle if found else 0.0
    kept = [candidate for candidate in found if candidate.weight >= least]
    if expected.kind == "number":
        return [*map(_whole_number, kept[: settings.widened]), *kept[settings.widened :]]
    # "Cauliflower" answers "which vegetable", not the sandwich that is made of it.
    if expected.kind not in ("name", "span") or (expected.kind == "span" and expected.noun):
        return kept
    first, rest = kept[: settings.widened], kept[settings.widened :]
    # What another sentence has as a name of its own is whole, where any name is asked for.
    any_name = expected.name_type == "name"
    alone = names_of(c.sentence_text for c in first) if any_name else frozenset()
    return [*(c if c.text in alone else _whole_name(c) for c in first), *rest]


def _meant(
    question: str, expected: Expected, hit: Hit, held: Span, start: int, end: int
) -> tuple[int, int, float]:
    """The span `start..end` of the passage, or the date of its sentence that is meant instead."""
    if expected.kind != "date":
        return start, end, 1.0
    at = held.start - hit.passage.start
    sentence = hit.passage.text[at : held.end - hit.passage.start]
    start, end, worth = event_date(question, sentence, start - at, end - at)
    return start + at, end + at, worth


def _whole_number(candidate: Candidate) -> Candidate:
    """The candidate with the currency and the unit of its number: "£4.8m" for "4.8"."""
    return _grown(candidate, with_unit)


def _whole_name(candidate: Candidate) -> Candidate:
    """The candidate with the whole name that its span is a part of."""
    return _grown(candidate, widened)


def _grown(candidate: Candidate, grow: Callable[[str, int, int], tuple[int, int]]) -> Candidate:
    sentence, offset = candidate.sentence_text, candidate.sentence.start
    start, end = grow(sentence, candidate.start - offset, candidate.end - offset)
    if end - start == len(candidate.text):
        return candidate
    return replace(candidate, start=offset + start, end=offset + end, text=sentence[start:end])

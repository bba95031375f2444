"""The spans of what was read that may answer, weighed and cut to the value that is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.asking.candidate import Candidate, whole_sentences
from assistant.asking.meant import meant
from assistant.asking.narrowing import listed, names_of, narrowed, widened, with_unit
from assistant.asking.plain import told_plainly
from assistant.asking.unfit import DOUBTED, Unfit
from assistant.asking.weighing import Scales
from assistant.questions.types import Expected
from assistant.reader.base import AnswerSpan, ReadResult
from assistant.settings import AnswerSettings
from assistant.values.name_forms import fold
from assistant.values.names import find_names
from index.passage import Hit

_EDGE = " \t\n,;:.!?\"'“”‘’()[]—–-"
# How sure an answer is that stands in a form of its own, whatever the reader makes of it.
_PLAIN, _PLAIN_SCORE = 0.95, 5.0


def candidates(
    question: str,
    expected: Expected,
    hits: Sequence[Hit],
    results: Sequence[ReadResult],
    settings: AnswerSettings,
) -> list[Candidate]:
    """The spans of all passages that may answer `question`, heaviest first; no trifles."""
    asking = _Asking(
        question=question,
        expected=expected,
        scales=Scales.of(question, expected, hits, settings),
        unfit=Unfit(question, expected),
        known=_words(hits) if expected.kind == "number" else {},
        settings=settings,
    )
    found = []
    for rank, (hit, result) in enumerate(zip(hits, results, strict=True), start=1):
        for span in result.spans[: settings.spans_per_passage]:
            candidate = asking.weigh(hit, rank, result, span)
            if candidate is not None:
                found.append(candidate)
    found = _without_denied(found)
    found.sort(key=lambda candidate: -candidate.weight)
    least = found[0].weight * settings.trifle if found else 0.0
    return _whole([each for each in found if each.weight >= least], expected, settings)


@dataclass(frozen=True, slots=True)
class _Asking:
    """One question and what its spans are weighed with.

    `known` are the words, folded, of all that was found of each article.
    """

    question: str
    expected: Expected
    scales: Scales
    unfit: Unfit
    known: Mapping[str, frozenset[str]]
    settings: AnswerSettings

    def weigh(self, hit: Hit, rank: int, result: ReadResult, span: AnswerSpan) -> Candidate | None:
        """What a reader's span of a passage is worth; None where it answers nothing."""
        passage = hit.passage
        start, end = _trimmed(passage.text, span.start, span.end)
        if start == end:
            return None
        opens = any(each.start == passage.start + start for each in passage.sentences)
        inner = narrowed(passage.text[start:end], self.expected, inside=not opens)
        start, end = start + inner[0], start + inner[1]
        held = whole_sentences(hit, passage.start + start, passage.start + end)
        at = held.start - passage.start
        sentence = passage.text[at : held.end - passage.start]
        share = self.unfit.share(passage, held, start, end)
        if not share:
            return None
        denied = share < 1.0 and self.expected.kind in ("number", "date")
        if opens and self.expected.name_type == "person" and _nobody(sentence, end - start):
            share *= self.settings.kind_penalty
        pointed = passage.text[start:end]
        first, last, worth = meant(self.question, self.expected, sentence, start - at, end - at)
        text = sentence[first:last]
        known = self.known.get(hit.article.id, frozenset())
        plain = told_plainly(self.question, self.expected, sentence, first, last, known)
        score = max(span.score, _PLAIN_SCORE) if plain else span.score
        weight = self.scales.weight(hit, rank, score, min(text, pointed, key=len), held)
        return Candidate(
            hit=hit,
            rank=rank,
            answerable=max(result.answerable, _PLAIN) if plain else result.answerable,
            start=held.start + first,
            end=held.start + last,
            text=text,
            sentence=held,
            score=span.score,
            weight=share * worth * weight,
            plain=plain,
            denied=denied,
        )


def _nobody(sentence: str, length: int) -> bool:
    """Whether a capital that opens `sentence` is all that makes its first words a name: "Man"."""
    return not any(name.start < length for name in find_names(sentence))


def _without_denied(found: Sequence[Candidate]) -> list[Candidate]:
    """The same; a number that its article denies elsewhere is only what somebody claimed."""
    denied = {
        (each.hit.article.id, key) for each in found if each.denied and (key := _digits(each.text))
    }
    return [
        replace(each, weight=each.weight * DOUBTED)
        if not each.denied and (each.hit.article.id, _digits(each.text)) in denied
        else each
        for each in found
    ]


def _digits(text: str) -> str:
    return "".join(re.findall(r"\d", text))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """`start..end` without the space and punctuation at its edges."""
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    return start, end


def _whole(kept: list[Candidate], expected: Expected, settings: AnswerSettings) -> list[Candidate]:
    """The same with whole numbers and names, as far as they are looked at again."""
    if expected.kind == "number":
        return [*map(_whole_number, kept[: settings.widened]), *kept[settings.widened :]]
    # "Cauliflower" answers "which vegetable", not the sandwich that is made of it.
    if expected.kind not in ("name", "span") or (expected.kind == "span" and expected.noun):
        return kept
    first, rest = kept[: settings.widened], kept[settings.widened :]
    # What another sentence has as a name of its own is whole, where any name is asked for.
    any_name = expected.name_type == "name"
    alone = names_of(c.sentence_text for c in first) if any_name else frozenset()
    first = [c if c.text in alone else _whole_name(c) for c in first]
    if expected.several:
        first = [_whole_list(candidate) for candidate in first]
    return [*first, *rest]


def _words(hits: Sequence[Hit]) -> dict[str, frozenset[str]]:
    """The words, folded, of all that was found of each article."""
    texts: dict[str, str] = {}
    for hit in hits:
        mine = texts.get(hit.article.id, hit.article.title)
        texts[hit.article.id] = f"{mine} {hit.passage.text}"
    return {article: frozenset(re.findall(r"\w+", fold(text))) for article, text in texts.items()}


def _whole_number(candidate: Candidate) -> Candidate:
    """The candidate with the currency and the unit of its number: "£4.8m" for "4.8"."""
    return _grown(candidate, with_unit)


def _whole_list(candidate: Candidate) -> Candidate:
    """The candidate with the other names of the list that it stands in."""
    return _grown(candidate, listed)


def _whole_name(candidate: Candidate) -> Candidate:
    """The candidate with the whole name that its span is a part of."""
    return _grown(candidate, widened)


def _grown(candidate: Candidate, grow: Callable[[str, int, int], tuple[int, int]]) -> Candidate:
    sentence, offset = candidate.sentence_text, candidate.sentence.start
    start, end = grow(sentence, candidate.start - offset, candidate.end - offset)
    if end - start == len(candidate.text):
        return candidate
    return replace(candidate, start=offset + start, end=offset + end, text=sentence[start:end])

"""Sentences that may bear on a claim, out of the passages that a search found."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.aligning.aligned import Alignment
from assistant.aligning.alignment import align
from assistant.language.word_keys import words
from assistant.reader.base import Reading
from corpus.article import Span
from index.origins import origin_of
from index.passage import Hit, IndexedArticle, Passage

_PER_ARTICLE = 4


@dataclass(frozen=True, slots=True)
class Evidence:
    """One whole sentence of an article, set against a claim.

    `span` counts in the article's text, `text` is what stands there. `reading` is the sentence
    with its neighbours of the same passage, for a reader; `alignment` what the rules see in it.
    """

    article: IndexedArticle
    span: Span
    text: str
    reading: Reading
    alignment: Alignment
    similarity: float | None

    @property
    def origin(self) -> str:
        """The independent source of what the sentence says."""
        return origin_of(self.article, self.text)


def gather(claim: str, hits: Sequence[Hit], *, per_passage: int, most: int) -> list[Evidence]:
    """The sentences of `hits` that speak of `claim` most clearly, at most `per_passage` of each.

    No article has more than `_PER_ARTICLE`, so that one long report leaves room for the others;
    what calls the story untrue comes before what tells it as clearly.
    """
    found: dict[tuple[str, int], Evidence] = {}
    known = _stems(hits)
    for hit in hits:
        whole = reading_of(hit)
        for alignment in align(claim, whole, most=per_passage, known=known[hit.article.id]):
            evidence = _evidence(hit, whole, alignment)
            if evidence.text.rstrip("\"”'’) ").endswith("?"):
                continue  # what asks tells nothing
            found.setdefault((hit.article.id, evidence.span.start), evidence)
    taken: Counter[str] = Counter()
    kept = []
    for each in sorted(found.values(), key=_rank, reverse=True):
        taken[each.article.id] += 1
        if taken[each.article.id] <= _PER_ARTICLE:
            kept.append(each)
    return kept[:most]


def _stems(hits: Sequence[Hit]) -> dict[str, frozenset[str]]:
    """The stems of all that was found of each article."""
    found: dict[str, set[str]] = {}
    for hit in hits:
        mine = found.setdefault(hit.article.id, set())
        mine.update(word.stem for word in words(f"{hit.article.title} {hit.passage.text}"))
    return {article: frozenset(stems) for article, stems in found.items()}


def _rank(evidence: Evidence) -> float:
    return evidence.alignment.topic + 0.2 * evidence.alignment.called_false


def reading_of(hit: Hit) -> Reading:
    """A hit's passage as a reader is given it."""
    return Reading(
        text=hit.passage.text,
        title=hit.article.title,
        published=hit.article.published,
        sentences=_sentences(hit.passage),
    )


def _sentences(passage: Passage) -> tuple[tuple[int, int], ...]:
    return tuple((s.start - passage.start, s.end - passage.start) for s in passage.sentences)


def _evidence(hit: Hit, whole: Reading, alignment: Alignment) -> Evidence:
    span = alignment.span
    return Evidence(
        article=hit.article,
        span=Span(hit.passage.start + span.start, hit.passage.start + span.end),
        text=span.of(hit.passage.text),
        reading=_alone(whole, span) if _of_another_deed(alignment) else _window(whole, span),
        alignment=alignment,
        similarity=hit.similarity,
    )


def _of_another_deed(alignment: Alignment) -> bool:
    """Whether a sentence has the claim's date or number but not its deed: what happened then must
    be told by itself."""
    valued = any(s.kind != "name" and s.here and s.fit == "stands" for s in alignment.slots)
    return valued and not alignment.told


def _alone(whole: Reading, span: Span) -> Reading:
    """The sentence at `span` with nothing around it."""
    text = span.of(whole.text)
    return Reading(text, whole.title, whole.published, ((0, len(text)),))


def _window(whole: Reading, span: Span) -> Reading:
    """The sentence at `span` with the one before and the one after it."""
    number = next((n for n, pair in enumerate(whole.sentences) if pair[0] == span.start), None)
    if number is None:
        return whole
    near = whole.sentences[max(0, number - 1) : number + 2]
    start, end = near[0][0], near[-1][1]
    return Reading(
        text=whole.text[start:end],
        title=whole.title,
        published=whole.published,
        sentences=tuple((left - start, right - start) for left, right in near),
    )

"""The sentences of the passages found that share most with a claim."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.language.word_keys import words
from assistant.reader.base import Reading
from corpus.article import Span
from index.passage import Hit

# What a place further down the list takes off: between equals the better passage comes first.
_PER_RANK = 0.01
_PASSAGE = 0.5


@dataclass(frozen=True, slots=True)
class Heard:
    """A sentence at `span` of its article: `overlap` is the share of the claim's words it has."""

    hit: Hit
    rank: int
    span: Span
    text: str
    overlap: float

    @property
    def reading(self) -> Reading:
        """The sentence alone, as a reader is given it."""
        article = self.hit.article
        return Reading(self.text, article.title, article.published, ((0, len(self.text)),))


def hear(claim: str, hits: Sequence[Hit], limit: int | None = None) -> list[Heard]:
    """The `limit` sentences of `hits` (or all) that share most with `claim`, most first."""
    wanted = {word.idea for word in words(claim) if word.content}
    heard: dict[tuple[str, int], Heard] = {}
    for rank, hit in enumerate(hits, start=1):
        offset = hit.passage.start
        for span in hit.passage.sentences:
            key = (hit.article.id, span.start)
            if key in heard:
                continue
            text = hit.passage.text[span.start - offset : span.end - offset]
            held = {word.idea for word in words(text)}
            overlap = len(wanted & held) / max(len(wanted), 1)
            heard[key] = Heard(hit, rank, span, text, overlap)
    return sorted(heard.values(), key=_closeness, reverse=True)[:limit]


def _closeness(heard: Heard) -> float:
    """Shared words, and how close the whole passage is in meaning."""
    alike = heard.hit.similarity or 0.0
    return heard.overlap + _PASSAGE * alike - _PER_RANK * heard.rank

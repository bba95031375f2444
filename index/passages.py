"""Cutting an article into passages of whole sentences."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.article import Span


@dataclass(frozen=True, slots=True)
class Cut:
    """Sentences `first` up to and including `last` of an article, at `start..end` of its text."""

    start: int
    end: int
    first: int
    last: int


def cut(text: str, sentences: Sequence[Span], *, words: int, overlap: int = 0) -> list[Cut]:
    """Whole consecutive sentences, about `words` words each.

    A passage ends early at a paragraph's end once it is 60 % full, because a paragraph is a
    thought; a sentence longer than `words` is a passage of its own; a tail of less than a third
    goes to the passage before it. `overlap` sentences are repeated where they fit.
    """
    lengths = [len(span.of(text).split()) for span in sentences]
    cuts: list[tuple[int, int]] = []
    first = 0
    while first < len(sentences):
        least = cuts[-1][1] + 1 if cuts else 0
        last = _last(text, sentences, lengths, first, least, words)
        cuts.append((first, last))
        if last + 1 == len(sentences):
            break
        first = last + 1
        for back in range(1, overlap + 1):
            # A repeated sentence must leave room for a new one.
            begin = last + 1 - back
            if begin > cuts[-1][0] and sum(lengths[begin : last + 2]) <= words:
                first = begin
    if len(cuts) > 1 and sum(lengths[cuts[-1][0] :]) < words / 3:
        tail = cuts.pop()
        cuts[-1] = (cuts[-1][0], tail[1])
    return [Cut(sentences[a].start, sentences[b].end, a, b) for a, b in cuts]


def _last(
    text: str,
    sentences: Sequence[Span],
    lengths: Sequence[int],
    first: int,
    least: int,
    words: int,
) -> int:
    """The last sentence of a passage that begins with `first` and reaches `least`, the new one."""
    total = sum(lengths[first : least + 1])
    last = least
    while last + 1 < len(sentences) and total + lengths[last + 1] <= words:
        gap = text[sentences[last].end : sentences[last + 1].start]
        if total >= 0.6 * words and "\n" in gap:
            break
        last += 1
        total += lengths[last]
    return last


def embedded_text(title: str, body: str) -> str:
    """What the embedder is given of a passage: its article's title says what it is about."""
    return f"{title}\n{body}" if title else body


def vector_key(model: str, embedded: str) -> bytes:
    """16 bytes that name the vector of this text under this model, wherever the text stands."""
    return hashlib.blake2b(
        f"{model}\0{embedded}".encode("utf-8", "replace"), digest_size=16
    ).digest()


def passage_ids(article_id: str, keys: Sequence[bytes]) -> Iterator[str]:
    """32 hex digits a passage, from its article and its content, not from where it stands.

    So an edit leaves the other passages' vectors alone. A text that an article repeats is counted.
    """
    seen: Counter[bytes] = Counter()
    for key in keys:
        seen[key] += 1
        data = article_id.encode() + key + seen[key].to_bytes(4, "big")
        yield hashlib.sha256(data).hexdigest()[:32]

"""What the sources become before they are tokenised."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace

QA, STANCE = 0, 1
SUPPORTS, REFUTES, NEUTRAL = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Context:
    """One text that questions were asked of. `group` is its article: splits go by group."""

    text: str
    title: str
    source: str
    group: str
    sentences: tuple[tuple[int, int], ...]

    def sentence_texts(self) -> list[str]:
        return [self.text[a:b] for a, b in self.sentences]


@dataclass(frozen=True, slots=True)
class Question:
    """A question of one context; `start` is the answer's offset there, -1 when it does not say."""

    text: str
    context: int
    answer: str
    start: int


@dataclass(frozen=True, slots=True)
class Example:
    """One text pair. QA: `start..end` in `passage` answers, or -1. Stance: `label`."""

    kind: int
    first: str
    prefix: str
    passage: str
    label: int
    tag: str
    group: str
    start: int = -1
    end: int = -1

    def tagged(self, tag: str) -> Example:
        return replace(self, tag=tag)


def share(key: str, salt: str = "") -> float:
    """A number in [0, 1) that depends on `key` alone: splits and draws that never move."""
    digest = hashlib.sha256(f"{salt}\x00{key}".encode()).digest()
    return int.from_bytes(digest[:6], "big") / 2**48

"""Lists of words, written as one string."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """The words between the spaces of `words`."""
    return frozenset(words.split())


def numbered(words: str, *, first: int = 0, step: int = 1) -> dict[str, int]:
    """The words between the spaces of `words`, counted from `first` in steps."""
    return {word: first + step * n for n, word in enumerate(words.split())}

"""What a model thinks aloud before it answers, between <think> and </think>, is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

_OPEN, _CLOSE = "<think>", "</think>"


def without_thoughts(chunks: Iterable[str]) -> Iterator[str]:
    """`chunks` without the thoughts that they begin with; nothing where these never end."""
    source, head = iter(chunks), ""
    for chunk in source:
        head += chunk
        begun = head.lstrip()
        if not _OPEN.startswith(begun[: len(_OPEN)]):
            yield head
            yield from source
            return
        if len(begun) >= len(_OPEN):
            yield from _after_thoughts(begun[len(_OPEN) :], source)
            return
    yield head


def _after_thoughts(tail: str, source: Iterator[str]) -> Iterator[str]:
    while (end := tail.find(_CLOSE)) < 0:
        more = next(source, None)
        if more is None:
            return
        tail = tail[1 - len(_CLOSE) :] + more
    yield tail[end + len(_CLOSE) :]
    yield from source

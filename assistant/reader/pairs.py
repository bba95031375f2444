"""Token pairs for the trained reader: composed, cut into windows, mapped back to characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from assistant.reader.base import Reading
from assistant.reader.inputs import prefix

if TYPE_CHECKING:
    from tokenizers import Encoding, Tokenizer

QUESTION_TOKENS = 96
OVERLAP = 48
PAD_TO = 16
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)+")

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pair:
    """[CLS] question [SEP] prefix passage [SEP]. From token `text` on they are the passage's;
    `offsets` are the (start, end) characters of their words. `reading` is the passage's number."""

    reading: int
    ids: list[int]
    second: int
    text: int
    offsets: list[tuple[int, int]]


class PairBuilder:
    """Builds pairs with one tokenizer. `longest`: how many tokens the network was trained on."""

    def __init__(self, tokenizer: Tokenizer, longest: int) -> None:
        tokenizer.no_padding()
        tokenizer.no_truncation()
        self._tokenizer = tokenizer
        self._longest = longest
        # The ids that the tokenizer itself puts around a text.
        self._cls, self._sep = tokenizer.encode("").ids

    def build(self, first: str, readings: Sequence[Reading]) -> list[Pair]:
        """One pair for each passage; several, overlapping, for one that is too long."""
        encode = self._tokenizer.encode_batch
        asked = encode([first], add_special_tokens=False)[0].ids[:QUESTION_TOKENS]
        heads = encode(
            [prefix(reading.title, reading.published) for reading in readings],
            add_special_tokens=False,
        )
        texts = encode([reading.text for reading in readings], add_special_tokens=False)
        opening = [self._cls, *asked, self._sep]
        made = []
        for index, (head, text) in enumerate(zip(heads, texts, strict=True)):
            front = [*opening, *head.ids[: self._longest // 4]]
            room = self._longest - len(front) - 1
            words = _whole_words(readings[index].text, text)
            for at in _windows(len(text.ids), room):
                ids = [*front, *text.ids[at : at + room], self._sep]
                made.append(Pair(index, ids, len(opening), len(front), words[at : at + room]))
        return made


def _whole_words(text: str, encoding: Encoding) -> list[tuple[int, int]]:
    """For each token the characters of its word, so that no answer begins or ends inside one.

    A number with its separators (`1,250.5`, `10:30`) is one word.
    """
    spans: dict[int | None, tuple[int, int]] = {}
    for word, (start, end) in zip(encoding.word_ids, encoding.offsets, strict=True):
        first, last = spans.get(word, (start, end))
        spans[word] = min(first, start), max(last, end)
    whole = [spans[word] for word in encoding.word_ids]
    for match in _NUMBER.finditer(text):
        a, b = match.span()
        whole = [(a, b) if start < b and a < end else (start, end) for start, end in whole]
    return whole


def _windows(length: int, room: int) -> list[int]:
    """Where windows of `room` tokens begin so that they cover `length` and overlap."""
    if length <= room:
        return [0]
    step = max(1, room - OVERLAP)
    return [*range(0, length - room, step), length - room]


def padded(pairs: Sequence[Pair]) -> dict[str, Ints]:
    """The network's inputs for pairs of about one length: (pairs, length) each."""
    longest = max(len(pair.ids) for pair in pairs)
    shape = (len(pairs), -(-longest // PAD_TO) * PAD_TO)
    ids, mask, types = (np.zeros(shape, dtype=np.int64) for _ in range(3))
    for row, pair in enumerate(pairs):
        n = len(pair.ids)
        ids[row, :n] = pair.ids
        mask[row, :n] = 1
        types[row, pair.second : n] = 1
    return {"input_ids": ids, "attention_mask": mask, "token_type_ids": types}

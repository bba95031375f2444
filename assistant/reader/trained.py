"""The reader that this project trained: onnxruntime and a tokenizer, no torch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np
import numpy.typing as npt

from assistant.reader.base import AnswerSpan, Reading, ReadResult, StanceResult
from assistant.reader.card import SHIPPED, ReaderCard
from assistant.reader.pairs import Pair, PairBuilder, padded
from assistant.reader.spans import best_spans

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

THREADS = 2
SPANS = 5
OUTPUTS = ["start", "end", "answer", "stance"]
# Few enough that what is in work stays in a core's caches.
_TOKENS_PER_RUN = 400
# What no answer begins or ends with; a full stop may belong to its last word ("U.S.").
_BEFORE, _AFTER = " \t\n.,;:!?)]}", " \t\n,;:([{"

Floats = npt.NDArray[np.float32]


class Logits(NamedTuple):
    """The network's answer to one pair: `start`, `end` (tokens,), `answer`, `stance` (3,)."""

    start: Floats
    end: Floats
    answer: float
    stance: Floats


class TrainedReader:
    """Scores passages and claims with the shipped network. Safe to share between threads.

    Each of `threads` workers takes whole batches: a tenth faster on two cores than sharing each.
    """

    def __init__(
        self, card: ReaderCard, session: InferenceSession, pairs: PairBuilder, threads: int
    ) -> None:
        self.card = card
        self._session = session
        self._pairs = pairs
        self._workers = ThreadPoolExecutor(threads, thread_name_prefix="reader")

    @classmethod
    def load(cls, path: Path | None = None, *, threads: int = THREADS) -> Self:
        """Load the shipped model, or one from a folder with reader.onnx, tokenizer.json and
        reader.json. Raises FactcheckError when one is missing or not what reader.json names."""
        from onnxruntime import InferenceSession, SessionOptions
        from tokenizers import Tokenizer

        folder = path or SHIPPED
        card = ReaderCard.load(folder)
        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        session = InferenceSession(
            str(folder / "reader.onnx"), options, providers=["CPUExecutionProvider"]
        )
        tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        return cls(card, session, PairBuilder(tokenizer, card.longest), threads)

    @property
    def name(self) -> str:
        return f"trained {self.card.version}"

    def read(self, question: str, passages: Sequence[Reading]) -> list[ReadResult]:
        """Score each passage and point at the spans in it that answer `question`."""
        spans: list[list[AnswerSpan]] = [[] for _ in passages]
        logits: list[float] = [-np.inf for _ in passages]
        for pair, out in self._run(question, passages):
            text = passages[pair.reading].text
            found = [*_answers(pair, out, text)]
            spans[pair.reading] += found
            best = found[0].score if found else -20.0
            a, b, c = self.card.answerable_weights
            logits[pair.reading] = max(logits[pair.reading], a * out.answer + b * best + c)
        return [
            ReadResult(_sigmoid(logit), _distinct(found))
            for logit, found in zip(logits, spans, strict=True)
        ]

    def judge(self, claim: str, evidence: Sequence[Reading]) -> list[StanceResult]:
        """Say for each text whether it supports, refutes or does not speak of `claim`.

        Of a text too long for one pass, the part that speaks most of the claim decides.
        """
        said: list[Floats | None] = [None] * len(evidence)
        for pair, out in self._run(claim, evidence):
            logits = out.stance / self.card.stance_temperature + np.asarray(self.card.stance_bias)
            shares = np.exp(logits - logits.max())
            shares /= shares.sum()
            before = said[pair.reading]
            if before is None or shares[2] < before[2]:
                said[pair.reading] = shares
        return [StanceResult(*(float(x) for x in row)) for row in said if row is not None]

    def _run(self, first: str, readings: Sequence[Reading]) -> Iterator[tuple[Pair, Logits]]:
        """The network's outputs, pairs of like length together so that little is padding."""
        pairs = sorted(self._pairs.build(first, readings), key=lambda pair: len(pair.ids))
        groups = list(_groups(pairs))
        for group, out in zip(groups, self._workers.map(self._outputs, groups), strict=True):
            start, end, answer, stance = out
            for row, pair in enumerate(group):
                yield pair, Logits(start[row], end[row], float(answer[row]), stance[row])

    def _outputs(self, group: list[Pair]) -> list[Floats]:
        found: list[Floats] = self._session.run(OUTPUTS, padded(group))
        return found


def _groups(pairs: list[Pair]) -> Iterator[list[Pair]]:
    group: list[Pair] = []
    for pair in pairs:
        if group and len(pair.ids) * (len(group) + 1) > _TOKENS_PER_RUN:
            yield group
            group = []
        group.append(pair)
    if group:
        yield group


def _answers(pair: Pair, out: Logits, text: str) -> Iterator[AnswerSpan]:
    last = pair.text + len(pair.offsets)
    for span in best_spans(out.start, out.end, pair.text, last, SPANS):
        start = pair.offsets[span.start - pair.text][0]
        end = pair.offsets[span.end - pair.text][1]
        said = text[start:end].rstrip(_AFTER)
        start, end = start + len(said) - len(said.lstrip(_BEFORE)), start + len(said)
        # A paragraph's end is a sentence's end: nothing across it is one answer.
        if start < end and "\n\n" not in text[start:end]:
            yield AnswerSpan(start, end, span.score)


def _distinct(spans: list[AnswerSpan]) -> tuple[AnswerSpan, ...]:
    """The best spans, once each: overlapping windows of a long passage find the same twice."""
    kept: list[AnswerSpan] = []
    for span in sorted(spans, key=lambda span: -span.score):
        if not any(_same_place(span, other) for other in kept):
            kept.append(span)
    return tuple(kept[:SPANS])


def _same_place(one: AnswerSpan, other: AnswerSpan) -> bool:
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > min(one.end - one.start, other.end - other.start)


def _sigmoid(logit: float) -> float:
    return float(1 / (1 + np.exp(-np.clip(logit, -30, 30))))

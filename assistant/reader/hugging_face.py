"""Hugging Face models as readers: question answering, NLI and cross-encoders, by name or folder."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Protocol

import numpy as np
import numpy.typing as npt

from assistant.reader.base import AnswerSpan, Reader, Reading, ReadResult, StanceResult
from assistant.reader.inputs import prefix
from assistant.reader.spans import best_spans
from corpus.errors import FactcheckError

SPANS = 5
_BATCH = 16
_LABELS = {"entail": 0, "support": 0, "contradict": 1, "refut": 1, "neutral": 2, "not_enough": 2}


def _load(automatic: Any, path: str, **options: Any) -> Any:
    try:
        return automatic.from_pretrained(path, **options)
    except (OSError, ValueError, KeyError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise FactcheckError(
            f"cannot load a model from {path!r}: {reason}",
            hint="give a folder with config.json, weights and tokenizer, or the name of a model "
            "that is on this machine",
        ) from error


def _longest(tokenizer: Any, model: Any) -> int:
    positions = getattr(model.config, "max_position_embeddings", None) or 512
    # RoBERTa's positions begin at 2, so its table is 2 longer than its inputs may be.
    return int(min(tokenizer.model_max_length, positions - 2, 512))


class QuestionAnswering:
    """Spans of an extractive QA model; answerable as its best span beats its null score."""

    def __init__(self, path: str) -> None:
        from transformers import AutoModelForQuestionAnswering, AutoTokenizer

        self.tokenizer = _load(AutoTokenizer, path, use_fast=True)
        self.model = _load(AutoModelForQuestionAnswering, path).eval()
        self.longest = _longest(self.tokenizer, self.model)

    def read(self, question: str, passages: Sequence[Reading]) -> list[ReadResult]:
        """As Reader.read. Of long passages what the model's length cuts off is read in windows."""
        spans: list[list[AnswerSpan]] = [[] for _ in passages]
        for at in range(0, len(passages), _BATCH):
            self._read(question, passages[at : at + _BATCH], spans[at : at + _BATCH])
        results = []
        for found in spans:
            best = tuple(sorted(found, key=lambda span: -span.score)[:SPANS])
            results.append(ReadResult(_sigmoid(best[0].score) if best else 0.0, best))
        return results

    def _read(
        self, question: str, passages: Sequence[Reading], spans: list[list[AnswerSpan]]
    ) -> None:
        import torch

        fronts = [prefix(reading.title, reading.published) for reading in passages]
        encoded = self.tokenizer(
            [question] * len(passages),
            [front + reading.text for front, reading in zip(fronts, passages, strict=True)],
            truncation="only_second", max_length=self.longest, stride=self.longest // 4,
            return_overflowing_tokens=True, return_offsets_mapping=True, padding=True,
            return_tensors="pt",
        )  # fmt: skip
        owners = encoded.pop("overflow_to_sample_mapping").tolist()
        offsets = encoded.pop("offset_mapping").tolist()
        with torch.inference_mode():
            out = self.model(**encoded)
        start, end = out.start_logits.float().numpy(), out.end_logits.float().numpy()
        for row, owner in enumerate(owners):
            text, shift = passages[owner].text, len(fronts[owner])
            inside = [
                i for i, segment in enumerate(encoded.sequence_ids(row))
                if segment == 1 and offsets[row][i][0] >= shift
            ]  # fmt: skip
            if not inside:
                continue
            for span in best_spans(start[row], end[row], inside[0], inside[-1] + 1, SPANS):
                a, b = offsets[row][span.start][0] - shift, offsets[row][span.end][1] - shift
                # Byte-level tokenizers count the space before a word as part of it.
                a += len(text[a:b]) - len(text[a:b].lstrip())
                if a < b and AnswerSpan(a, b, span.score) not in spans[owner]:
                    spans[owner].append(AnswerSpan(a, b, span.score))


class Entailment:
    """Stances of an NLI model: the evidence is its premise, the claim its hypothesis."""

    def __init__(self, path: str) -> None:
        from transformers import AutoModelForSequenceClassification, AutoTokenizer

        self.tokenizer = _load(AutoTokenizer, path)
        self.model = _load(AutoModelForSequenceClassification, path).eval()
        self.longest = _longest(self.tokenizer, self.model)
        self.columns = _columns(path, self.model.config.id2label)

    def judge(self, claim: str, evidence: Sequence[Reading]) -> list[StanceResult]:
        """As Reader.judge. A model of two labels (entailment or not) never says "refutes"."""
        import torch

        results = []
        for at in range(0, len(evidence), _BATCH):
            part = evidence[at : at + _BATCH]
            encoded = self.tokenizer(
                [prefix(reading.title, reading.published) + reading.text for reading in part],
                [claim] * len(part), truncation="longest_first", max_length=self.longest,
                padding=True, return_tensors="pt",
            )  # fmt: skip
            with torch.inference_mode():
                logits = self.model(**encoded).logits.float().numpy()
            for row in _softmax(logits):
                shares = [0.0, 0.0, 0.0]
                for column, stance in self.columns.items():
                    shares[stance] += float(row[column])
                results.append(StanceResult(*shares))
        return results


def _columns(path: str, names: Mapping[int, str]) -> dict[int, int]:
    """Which column means which stance (0 supports, 1 refutes, 2 neutral), by the labels' names."""
    found = {}
    for column, name in names.items():
        plain = name.casefold().replace(" ", "_")
        if plain.startswith(("not_entail", "non_entail")):
            found[int(column)] = 2
            continue
        stances = {stance for key, stance in _LABELS.items() if key in plain}
        if len(stances) == 1:
            found[int(column)] = stances.pop()
    if len(found) != len(names) or 0 not in found.values():
        raise FactcheckError(
            f"the labels of {path!r} are not those of an NLI model: {', '.join(names.values())}",
            hint="use a model with the labels entailment, neutral and contradiction",
        )
    return found


class Relevance:
    """A cross-encoder's score of (question, passage), as a chance that the passage answers."""

    def __init__(self, path: str) -> None:
        from sentence_transformers import CrossEncoder

        try:
            self.model = CrossEncoder(path, device="cpu")
        except (OSError, ValueError, KeyError) as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise FactcheckError(
                f"cannot load a cross-encoder from {path!r}: {reason}",
                hint="give a folder with config.json, weights and tokenizer",
            ) from error
        if self.model.num_labels != 1:
            raise FactcheckError(
                f"{path!r} gives {self.model.num_labels} scores, a cross-encoder gives one",
                hint=f"for an NLI model write nli:{path}",
            )

    def scores(self, question: str, passages: Sequence[Reading]) -> list[float]:
        """A probability for each passage."""
        import torch

        if not passages:
            return []
        pairs = [(question, prefix(p.title, p.published) + p.text) for p in passages]
        raw = self.model.predict(
            pairs, activation_fn=torch.nn.Sigmoid(), show_progress_bar=False, batch_size=_BATCH
        )
        return [float(score) for score in raw]


class _Reads(Protocol):
    def read(self, question: str, passages: Sequence[Reading]) -> list[ReadResult]: ...


class _Judges(Protocol):
    def judge(self, claim: str, evidence: Sequence[Reading]) -> list[StanceResult]: ...


class CombinedReader:
    """A reader of parts: one finds spans, one scores passages, one judges claims."""

    def __init__(
        self, name: str, reads: _Reads, judges: _Judges, relevance: Relevance | None
    ) -> None:
        self.name = name
        self._reads, self._judges, self._relevance = reads, judges, relevance

    def read(self, question: str, passages: Sequence[Reading]) -> list[ReadResult]:
        """As Reader.read; the cross-encoder, where there is one, says how answerable."""
        results = self._reads.read(question, passages)
        if self._relevance is None:
            return results
        scores = self._relevance.scores(question, passages)
        return [ReadResult(s, result.spans) for s, result in zip(scores, results, strict=True)]

    def judge(self, claim: str, evidence: Sequence[Reading]) -> list[StanceResult]:
        """As Reader.judge."""
        return self._judges.judge(claim, evidence)


def combined(base: Reader, parts: Mapping[str, str]) -> CombinedReader:
    """`base` with the models of `parts` (qa, nli, cross-encoder: name or folder) in its place."""
    reads = QuestionAnswering(parts["qa"]) if "qa" in parts else base
    judges = Entailment(parts["nli"]) if "nli" in parts else base
    relevance = Relevance(parts["cross-encoder"]) if "cross-encoder" in parts else None
    name = ",".join(f"{kind}:{path}" for kind, path in parts.items())
    if len(parts) < 3 and not {"qa", "nli"} <= parts.keys():
        name += f" over {base.name}"
    return CombinedReader(name, reads, judges, relevance)


def _sigmoid(logit: float) -> float:
    return float(1 / (1 + np.exp(-np.clip(logit, -30, 30))))


def _softmax(logits: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    shares = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(shares / shares.sum(axis=1, keepdims=True), dtype=np.float32)

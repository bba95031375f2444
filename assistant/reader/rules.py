"""The reader without a model: the sentence that shares most with the question, and typed values.

It stands in until a trained reader is there, and where one is switched off.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from assistant.checking.stance_rules import judge_by_rules
from assistant.language.coverage import Coverage
from assistant.questions.expected import expect
from assistant.reader.base import AnswerSpan, Reading, ReadResult, StanceResult
from assistant.reader.rule_spans import typed_spans

# A sentence that holds this share of the question's weighted words answers as often as not.
_EVEN_COVERAGE = 0.5
_STEEPNESS = 7.0
_CONTEXT = 0.25
_LOOKED_THROUGH = 16
_SPANS = 5
_FLOOR = 0.01


class RulesReader:
    """A `Reader` of rules only: word overlap, typed values, negation. Knows no language model."""

    name = "rules-1"

    def read(self, question: str, passages: Sequence[Reading]) -> list[ReadResult]:
        """Score each passage by its best sentence, and offer values of the kind asked for.

        Only the sentences that share most with the question are looked through for values.
        """
        coverage = Coverage.of(question, [passage.text for passage in passages])
        expected = expect(question)
        heard = [_sentences(coverage, number, each) for number, each in enumerate(passages)]
        ranked = sorted((s for each in heard for s in each), key=lambda s: -s.logit)
        offered: list[list[AnswerSpan]] = [[] for _ in passages]
        for sentence in ranked[:_LOOKED_THROUGH]:
            text = passages[sentence.passage].text[sentence.start : sentence.end]
            offered[sentence.passage] += [
                AnswerSpan(sentence.start + start, sentence.start + end, sentence.logit + bonus)
                for start, end, bonus in typed_spans(question, expected, text)
            ]
        return [_result(spans) for spans in offered]

    def judge(self, claim: str, evidence: Sequence[Reading]) -> list[StanceResult]:
        """Stance by shared words, compared values and negation."""
        return [judge_by_rules(claim, reading) for reading in evidence]


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a passage, and how likely it is to answer, as a logit."""

    passage: int
    start: int
    end: int
    logit: float


def _sentences(coverage: Coverage, number: int, passage: Reading) -> list[_Sentence]:
    """The sentences of a passage, by the share of the question's words in and around them."""
    around = coverage.share(f"{passage.title} . {passage.text}")
    found = []
    for start, end in passage.sentences or ((0, len(passage.text)),):
        inside = coverage.share(passage.text[start:end])
        share = (1 - _CONTEXT) * inside + _CONTEXT * around
        found.append(_Sentence(number, start, end, _STEEPNESS * (share - _EVEN_COVERAGE)))
    return found


def _result(spans: list[AnswerSpan]) -> ReadResult:
    """The spans, best first; the best one's place among its like is no part of the probability."""
    if not spans:
        return ReadResult(_FLOOR)
    ordered = sorted(spans, key=lambda span: -span.score)
    return ReadResult(1 / (1 + math.exp(-ordered[0].score)), tuple(ordered[:_SPANS]))

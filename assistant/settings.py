"""How questions are answered: every number that decides, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """Plain values for the chain; the defaults were chosen on development questions.

    `passages`: how many passages a question reads. `spans_per_passage`: how many of the reader's
    spans of each are weighed. `span_sharpness`, `rank_offset`: a span weighs
    `exp(span_sharpness * score) / (rank_offset + rank)`. `kind_penalty`: what is left of that
    weight when the span is not of the kind asked for. `echo_penalty`: the same when it only
    repeats words of the question. `same_origin_share`: what a second span of an independent
    source already counted adds. `trifle`: spans below this share of the heaviest are dropped.

    `finding_share`: a further value is shown from this share of the first one's weight on.
    `finding_answerable`: and from this probability that its passage answers. `agreeing_share`,
    `agreeing_answerable`: the same for a value that can be true together with the first.
    `short_span`: up to so many words, spans that are no values are set against each other.
    `max_findings`, `max_quotes`: how many of each are shown.

    `threshold_rules`, `threshold_trained`: below this confidence the answer is an abstention.
    `stance_sentences`: how many sentences are judged for a yes or a no, `stance_confidence`: from
    which probability on one says it. `denial_overlap`, `denial_confidence`: how much of what a
    question takes for granted a negated sentence must speak of, and how surely, to withhold the
    answer. `development_sentences`, `development_similarity`: how many sentences are looked
    through for what happened after a no, and how close in meaning (cosine) they must be.
    `nearest`: how many quotes an abstention shows.
    """

    passages: int = 20
    spans_per_passage: int = 5
    span_sharpness: float = 0.5
    rank_offset: float = 3.0
    kind_penalty: float = 0.15
    echo_penalty: float = 0.1
    same_origin_share: float = 0.5
    trifle: float = 0.003

    finding_share: float = 0.12
    finding_answerable: float = 0.4
    agreeing_share: float = 0.02
    agreeing_answerable: float = 0.1
    short_span: int = 5
    max_findings: int = 6
    max_quotes: int = 4

    threshold_rules: float = 0.5
    threshold_trained: float = 0.5
    stance_confidence: float = 0.5
    stance_sentences: int = 16
    denial_overlap: float = 0.6
    denial_confidence: float = 0.7
    development_sentences: int = 40
    development_similarity: float = 0.6
    nearest: int = 3

    def threshold(self, reader_name: str) -> float:
        """The confidence that the reader of this name has to reach."""
        return self.threshold_rules if reader_name.startswith("rules") else self.threshold_trained

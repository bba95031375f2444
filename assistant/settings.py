"""How questions are answered: every number that decides, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnswerSettings:
    """Plain values for the chain; the defaults were chosen on development questions.

    `passages`: how many passages a question reads. `spans_per_passage`: how many of the reader's
    spans of each are weighed. `span_sharpness`, `rank_offset`, `long_penalty`: a span weighs
    `exp(span_sharpness * score - long_penalty * words) / (rank_offset + rank)`, words counted
    from `short_span` on.
    `spoken_floor`: what is left of that weight when neither the span's sentence, the one before it
    nor the title has a word of the question; `spoken_floor_number` the same for a number: the next
    sentence mostly counts other things.
    `deed_penalty`: what is left of it when the sentence lacks the deed that is asked about.
    `kind_penalty`: what is left of that weight when the span is not of the kind asked for.
    `echo_penalty`: the same when it only repeats words of the question. `same_origin_share`: what
    a second span of an independent source already counted adds. `trifle`: spans below this share
    of the heaviest are dropped. `widened`: how many of the heaviest are looked at again for the
    whole name that they are a part of. `reading_weight`: what the reader's logit counts against
    the logarithm of the rank when passages are put in order.

    `finding_share`: a further value is shown from this share of the first one's weight on.
    `finding_answerable`: and from this probability that its passage answers. `agreeing_share`,
    `agreeing_answerable`: the same for a value that can be true together with the first.
    `exact_share`: a day is told before the year that holds it from this share of its weight on.
    `short_span`: up to so many words, spans that are no values are set against each other.
    `max_findings`, `max_quotes`: how many of each are shown.

    `confidence_bias`, `confidence_reader`, `confidence_words`, `confidence_meaning`: the logistic
    weights of how sure an answer is (see `asking.abstention`); `confidence_missing`: what is taken
    off for each thing asked for that its sentence surely lacks; below `least_answerable`, the
    reader's own probability, there is no answer; below `threshold` it is withheld,
    below `threshold_yes_no` a yes or no.
    `stance_sentences`: how many sentences are looked through for a denial. `denial_overlap`,
    `denial_confidence`: how much of what a question takes for granted a negated sentence must
    speak of, and how surely, to withhold the answer. `development_passages`,
    `development_sentences`, `development_similarity`: how many passages are searched and how many
    later sentences weighed for what happened after a no, and how close in meaning (cosine) they
    must be.
    `nearest`: how many quotes an abstention shows.
    """

    passages: int = 20
    spans_per_passage: int = 5
    span_sharpness: float = 0.18
    rank_offset: float = 3.0
    long_penalty: float = 0.4
    spoken_floor: float = 0.5
    spoken_floor_number: float = 0.25
    deed_penalty: float = 0.8
    kind_penalty: float = 0.15
    echo_penalty: float = 0.1
    same_origin_share: float = 1.0
    trifle: float = 0.02
    widened: int = 24
    reading_weight: float = 0.3

    finding_share: float = 0.15
    finding_answerable: float = 0.4
    agreeing_share: float = 0.045
    agreeing_answerable: float = 0.1
    exact_share: float = 0.25
    short_span: int = 5
    max_findings: int = 6
    max_quotes: int = 4

    confidence_bias: float = -2.05
    confidence_reader: float = 0.25
    confidence_words: float = 1.8
    confidence_meaning: float = 3.0
    confidence_missing: float = 1.5
    least_answerable: float = 0.1
    threshold: float = 0.45
    threshold_yes_no: float = 0.5
    stance_sentences: int = 16
    denial_overlap: float = 0.6
    denial_confidence: float = 0.7
    development_passages: int = 60
    development_sentences: int = 10
    development_similarity: float = 0.6
    nearest: int = 3

"""`factcheck check`: a text's claims, each with a verdict and the quotes for and against it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant.answer import Check, ClaimVerdict, IndexInfo, StanceQuote
from assistant.checking.casing import running_case
from assistant.checking.claims import Claim, find_claims
from assistant.checking.evidence import gather
from assistant.checking.joint import together
from assistant.checking.reasons import why
from assistant.checking.stance_rules import stance_of, weigh
from assistant.checking.verdicts import Decision, Judged, attested, decide, told_and_called_false
from assistant.quotes import QuoteBook, Texts
from assistant.reader.base import Reader, StanceResult
from assistant.settings import AnswerSettings
from assistant.speech.saying import speaker_in
from index.passage import Hit

if TYPE_CHECKING:
    from index.opened import Index


@dataclass(frozen=True, slots=True)
class CheckSettings:
    """The numbers that decide a verdict; the defaults were chosen on development claims.

    `sentences_per_passage`, `sentences`: how many sentences a claim is set against, and
    `least_topic` the share of it that one must speak of to be read. `threshold`: from this
    probability on a sentence counts for or against. `margin`: how far apart two sides
    may be and still be called conflicting. `quotes`, `nearest`: how many are shown of each side,
    and where nothing was found.
    """

    sentences_per_passage: int = 3
    sentences: int = 16
    least_topic: float = 0.3
    threshold: float = 0.5
    margin: float = 0.35
    quotes: int = 4
    nearest: int = 2


def check_text(
    index: Index,
    reader: Reader,
    text: str,
    settings: AnswerSettings = AnswerSettings(),  # noqa: B008 - frozen
    *,
    id: str | int | None = None,  # noqa: A002
    checking: CheckSettings = CheckSettings(),
    claims: Sequence[Claim] | None = None,
) -> Check:
    """Split `text` into claims, unless they are given, and check each against `index`.

    `settings.passages` says how many passages a claim is searched in. Seconds: `retrieve`, `read`,
    `total`. A text without a claim (a question, a list of names) gives no verdicts.
    """
    began = time.perf_counter()
    retrieved = 0.0
    verdicts = []
    for claim in find_claims(text) if claims is None else claims:
        start = time.perf_counter()
        hits = index.search(claim.read_as, k=settings.passages)
        retrieved += time.perf_counter() - start
        decision = judge_claim(claim.read_as, hits, reader, checking)
        verdicts.append(_verdict(claim, decision, index, checking))
    total = time.perf_counter() - began
    return Check(
        id=id,
        text=text,
        claims=tuple(verdicts),
        index=IndexInfo(
            version=index.version,
            articles=index.article_count,
            passages=index.passage_count,
            embedder=index.embedder_name,
            reader=reader.name,
        ),
        seconds={
            "retrieve": round(retrieved, 4),
            "read": round(total - retrieved, 4),
            "total": round(total, 4),
        },
    )


def judge_claim(
    claim: str, hits: Sequence[Hit], reader: Reader, checking: CheckSettings
) -> Decision:
    """Read the sentences of `hits` for one claim in one batch, and weigh them."""
    claim = running_case(claim, [hit.passage.text for hit in hits])
    evidence = gather(
        claim, hits, per_passage=checking.sentences_per_passage, most=checking.sentences
    )
    # A sentence that hardly speaks of the claim is not worth the reader's time.
    worth = [each for each in evidence if each.alignment.topic >= checking.least_topic]
    read = reader.judge(claim, [each.reading for each in worth]) if worth else []
    weighed = [
        Judged(each, weigh(stance, each.alignment))
        for each, stance in zip(worth, read, strict=True)
    ]
    weighed += [Judged(each, stance_of(each.alignment)) for each in evidence if each not in worth]
    judged = attested(told_and_called_false(weighed))
    decision = decide(judged, threshold=checking.threshold, margin=checking.margin)
    if decision.verdict != "not_enough_info":
        return decision
    joint = together(claim, evidence)
    if joint is None or joint.supports < checking.threshold:
        return decision
    rest = 1.0 - joint.supports
    proven = StanceResult(joint.supports, 0.1 * rest, 0.9 * rest)
    return Decision(
        "supported", joint.supports, tuple(Judged(each, proven) for each in joint.sentences)
    )


def _verdict(
    claim: Claim, decision: Decision, texts: Texts, checking: CheckSettings
) -> ClaimVerdict:
    """The decision with its quotes; a quote that no longer stands is left out."""
    book = QuoteBook(texts)
    shown = [
        *decision.supports[: checking.quotes],
        *decision.refutes[: checking.quotes],
        *decision.nearest[: checking.nearest],
    ]
    quotes = [quote for each in shown if (quote := _quote(each, book, texts)) is not None]
    return ClaimVerdict(
        claim=claim.text,
        start=claim.start,
        end=claim.end,
        verdict=decision.verdict,
        confidence=round(min(max(decision.confidence, 0.0), 1.0), 4),
        why=why(decision),
        quotes=tuple(quotes),
    )


def _quote(judged: Judged, book: QuoteBook, texts: Texts) -> StanceQuote | None:
    evidence = judged.evidence
    quote = book.add(
        evidence.article,
        evidence.span,
        evidence.text,
        score=judged.score,
        speaker=speaker_in(texts, evidence.article.id, evidence.span),
    )
    if quote is None:
        return None
    return StanceQuote(**quote.model_dump(), stance=judged.leaning)

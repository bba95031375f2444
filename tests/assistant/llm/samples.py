"""A proven answer to word, and a reader with a known mind."""

from __future__ import annotations

from collections.abc import Sequence

from assistant.answer import Answer, Finding, IndexInfo, Quote, ShortAnswer
from assistant.reader.base import Reading, ReadResult, StanceResult

QUESTION = "When did the bridge open?"
INFO = IndexInfo(version="1", articles=2, passages=2, embedder="minilm", reader="fixed")


def quote(n: int, text: str, *, score: float = 0.5, outlet: str = "Harbour Post") -> Quote:
    return Quote(
        n=n,
        article_id=f"{n:016x}",
        title="A bridge opens",
        outlet=outlet,
        published="2019-05-04",
        origin=outlet,
        text=text,
        start=0,
        end=len(text),
        path=f"{n}.md",
        score=score,
    )


def answer(*quotes: Quote, abstained: bool = False) -> Answer:
    quotes = quotes or (
        quote(1, "The Lund bridge opened on May 3, 2019, after 40 million crowns of repairs."),
        quote(2, "Mayor Ida Holm denied that the bridge had closed twice.", score=0.2),
    )
    if abstained:
        return Answer(
            question=QUESTION,
            standalone_question=QUESTION,
            abstained=True,
            reason="No.",
            index=INFO,
        )
    opened = {"text": "May 3, 2019", "value": "2019-05-03", "kind": "date"}
    return Answer(
        question=QUESTION,
        standalone_question=QUESTION,
        abstained=False,
        short_answer=ShortAnswer.model_validate(opened),
        findings=(
            Finding.model_validate(opened | {"quotes": (1,), "origins": 1, "relation": "main"}),
        ),
        quotes=quotes,
        index=INFO,
    )


class FixedReader:
    """Says the same stance of everything."""

    name = "fixed"

    def __init__(self, supports: float = 1.0, refutes: float = 0.0) -> None:
        self.stance = StanceResult(supports, refutes, 1 - supports - refutes)

    def read(self, question: str, passages: Sequence[Reading]) -> list[ReadResult]:
        return [ReadResult(0.5) for _ in passages]

    def judge(self, claim: str, evidence: Sequence[Reading]) -> list[StanceResult]:
        return [self.stance for _ in evidence]

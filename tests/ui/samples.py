"""Answers and checks made by hand, for what only shows them."""

from __future__ import annotations

from typing import Any

from assistant.answer import (
    Answer,
    Check,
    ClaimVerdict,
    Finding,
    IndexInfo,
    Quote,
    ShortAnswer,
    StanceQuote,
    Statement,
)

INFO = IndexInfo(version="1", articles=3, passages=9, embedder="minilm", reader="rules")


def quote(n: int = 1, **changed: Any) -> Quote:
    """A quote whose fields can be changed."""
    fields: dict[str, Any] = {
        "n": n,
        "article_id": f"{n:016x}",
        "title": f"Report {n}",
        "outlet": "The Wire",
        "published": "2015-10-17",
        "origin": f"origin-{n}",
        "text": "The bridge opened on Sept. 30.",
        "start": 10,
        "end": 40,
        "path": f"report-{n}.txt",
    }
    return Quote(**{**fields, **changed})


def finding(text: str, relation: str = "main", **changed: Any) -> Finding:
    """A finding on quote 1 whose fields can be changed."""
    fields: dict[str, Any] = {
        "text": text,
        "value": text,
        "kind": "number",
        "quotes": (1,),
        "origins": 1,
        "relation": relation,
    }
    return Finding(**{**fields, **changed})


def answer(**changed: Any) -> Answer:
    """An answer with one statement and one quote, whose fields can be changed."""
    fields: dict[str, Any] = {
        "question": "when did the bridge open?",
        "standalone_question": "when did the bridge open?",
        "abstained": False,
        "short_answer": ShortAnswer(text="Sept. 30", value="2015-09-30", kind="date"),
        "statements": (Statement(text="The bridge opened on Sept. 30.", quotes=(1,)),),
        "findings": (finding("Sept. 30", kind="date"),),
        "quotes": (quote(),),
        "index": INFO,
        "seconds": {"total": 0.012},
    }
    return Answer(**{**fields, **changed})


def abstention(**changed: Any) -> Answer:
    """An abstention with one nearest passage."""
    fields: dict[str, Any] = {
        "abstained": True,
        "reason": "The articles don't say who paid for it.",
        "short_answer": None,
        "statements": (),
        "findings": (),
        "quotes": (),
        "nearest": (quote(),),
    }
    return answer(**{**fields, **changed})


def stance_quote(n: int, stance: str, **changed: Any) -> StanceQuote:
    """A quote for or against a claim."""
    return StanceQuote(**quote(n, **changed).model_dump(), stance=stance)


def check(text: str, *claims: tuple[str, str], quotes: tuple[StanceQuote, ...] = ()) -> Check:
    """A check of `text` with (claim, verdict) pairs found in it."""
    made = tuple(
        ClaimVerdict(
            claim=claim,
            start=text.index(claim),
            end=text.index(claim) + len(claim),
            verdict=verdict,
            confidence=0.9,
            why="One article says so.",
            quotes=quotes,
        )
        for claim, verdict in claims
    )
    return Check(text=text, claims=made, index=INFO)

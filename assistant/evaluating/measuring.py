"""Ask every case and score what comes back."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from pydantic import BaseModel, ConfigDict

from assistant.answer import Answer, IndexInfo
from assistant.evaluating.cases import Case
from assistant.evaluating.rows import Row, score
from assistant.evaluating.scores import percentile, share
from assistant.request import Request
from corpus.errors import UsageError


class _Model(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Measures(_Model):
    """The scores over all cases, 0 to 1; None where nothing could be measured.

    `exact_match` and `f1` count an abstention as wrong, `exact_when_answered` leaves it out.
    `refusal_precision`: of the abstentions, how many were right. `refusal_recall`: of the cases
    to refuse, how many were. `risk`: area under the risk-coverage curve, lower is better.
    """

    cases: int
    exact_match: float | None
    f1: float | None
    exact_when_answered: float | None
    article_quoted: float | None
    refusal_precision: float | None
    refusal_recall: float | None
    risk: float | None
    quotes: int
    quotes_verbatim: float | None
    statements_proven: float | None
    seconds_p50: float | None
    seconds_p95: float | None


class Evaluation(_Model):
    """One run: the scores, the rows behind them, and which index and models answered."""

    measures: Measures
    rows: tuple[Row, ...]
    index: IndexInfo


def evaluate(
    cases: Sequence[Case],
    ask: Callable[[Request], Answer],
    text_of: Callable[[str], str],
    *,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> Evaluation:
    """Ask each case with `ask`; `text_of` gives an article's text by id."""
    if not cases:
        raise UsageError("no question to ask")
    rows = []
    for number, case in enumerate(cases, 1):
        request = Request(
            question=case.question, since=case.since, until=case.until, outlets=case.outlets
        )
        began = time.perf_counter()
        answer = ask(request)
        seconds = answer.seconds.get("total", time.perf_counter() - began)
        rows.append(score(case, answer, text_of, seconds=seconds, number=number))
        progress(number, len(cases))
    return Evaluation(measures=summarise(rows), rows=tuple(rows), index=answer.index)


def summarise(rows: Sequence[Row]) -> Measures:
    """The scores over all rows."""
    answered = [row for row in rows if not row.abstained and row.answers]
    answerable = [row for row in rows if row.answers]
    abstained = [float(row.refuse) for row in rows if row.abstained]
    seconds = [row.seconds for row in rows]
    quoted = [float(row.article_quoted) for row in rows if row.article_quoted is not None]
    return Measures(
        cases=len(rows),
        exact_match=share([row.exact for row in answerable]),
        f1=share([row.f1 for row in answerable]),
        exact_when_answered=share([row.exact for row in answered]),
        article_quoted=share(quoted),
        refusal_precision=share(abstained),
        refusal_recall=share([float(row.abstained) for row in rows if row.refuse]),
        risk=area_under_risk(rows),
        quotes=sum(row.quotes for row in rows),
        quotes_verbatim=_ratio(sum(r.verbatim for r in rows), sum(r.quotes for r in rows)),
        statements_proven=_ratio(sum(r.proven for r in rows), sum(r.statements for r in rows)),
        seconds_p50=percentile(seconds, 50),
        seconds_p95=percentile(seconds, 95),
    )


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def risk_coverage(rows: Sequence[Row]) -> list[tuple[float, float]]:
    """(coverage, share of wrong answers) when only the most confident cases are answered.

    An answer is right when it matches exactly; of a case to refuse none is.
    """
    ranked = sorted(rows, key=lambda row: -row.confidence)
    curve = []
    wrong = 0.0
    for count, row in enumerate(ranked, 1):
        wrong += 1 - (0.0 if row.refuse else row.exact)
        curve.append((count / len(ranked), wrong / count))
    return curve


def area_under_risk(rows: Sequence[Row]) -> float | None:
    """The mean risk over all coverages; None without rows."""
    return share([risk for _, risk in risk_coverage(rows)])

"""An evaluation in words: figures, what was wrong, and the thresholds that were missed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assistant.evaluating.measuring import Evaluation, Measures
from assistant.evaluating.rows import Row

# What each figure is called, in the order of the report.
NAMES = {
    "exact_match": "exact match",
    "f1": "F1",
    "exact_when_answered": "exact match when it answered",
    "article_quoted": "quotes the right article",
    "refusal_precision": "refusals that were right",
    "refusal_recall": "right refusals made",
    "quotes_verbatim": "quotes verbatim",
    "statements_proven": "statements proven by their quotes",
}


def missed(measures: Measures, wanted: Mapping[str, float]) -> list[str]:
    """One sentence for each figure below what was wanted; one not measured is missed as well."""
    sentences = []
    for name, least in wanted.items():
        value = getattr(measures, name)
        if value is None:
            sentences.append(f"{NAMES[name]}: not measured, {least:.3f} wanted")
        elif value < least:
            sentences.append(f"{NAMES[name]}: {value:.3f}, {least:.3f} wanted")
    return sentences


def report(evaluation: Evaluation, *, worst: int = 20) -> str:
    """The figures and up to `worst` cases that went wrong, as plain text."""
    measures = evaluation.measures
    lines = [f"{measures.cases} questions over {evaluation.index.articles} articles", ""]
    for name, words in NAMES.items():
        value = getattr(measures, name)
        lines.append(f"  {words:<36} {'-' if value is None else f'{value:.3f}'}")
    if measures.seconds_p50 is not None and measures.seconds_p95 is not None:
        lines.append(
            f"  {'seconds for an answer, p50 / p95':<36} "
            f"{measures.seconds_p50:.3f} / {measures.seconds_p95:.3f}"
        )
    wrong = [row for row in evaluation.rows if not _right(row)]
    if wrong:
        lines += ["", f"{len(wrong)} went wrong:", *(_line(row) for row in _first(wrong, worst))]
    if len(wrong) > worst:
        lines.append(f"  ... and {len(wrong) - worst} more (--json shows all)")
    return "\n".join(lines)


def _first(rows: Sequence[Row], count: int) -> Sequence[Row]:
    return sorted(rows, key=lambda row: -row.confidence)[:count]


def _right(row: Row) -> bool:
    if row.refuse:
        return row.abstained
    return (not row.answers or row.exact == 1) and row.article_quoted is not False


def _line(row: Row) -> str:
    said = "refused" if row.abstained else repr(row.predicted)
    if row.refuse:
        wanted = "a refusal"
    else:
        wanted = " or ".join(map(repr, row.answers)) if row.answers else "another article"
    return f"  {row.id}: {row.question} -> {said}, wanted {wanted}"

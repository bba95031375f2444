"""`factcheck eval`: the answers measured against the user's own questions."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer

from ui.door import JsonOption, command
from ui.opening import opened_desk
from ui.progress import TerminalProgress
from ui.settings import LoadedSettings
from ui.terminal import message, result, result_json


def _least(text: str) -> Any:
    """An option for a threshold from 0 to 1."""
    return typer.Option(help=text, min=0, max=1, show_default=False)


@dataclass(frozen=True)
class Asking:
    """How many of the questions are asked."""

    done: int
    total: int
    step: str = "asking"


@command
def evaluate(
    loaded: LoadedSettings,
    file: Annotated[Path, typer.Argument(help="Questions, one JSON object a line.")],
    min_exact: Annotated[float | None, _least("Least exact match.")] = None,
    min_f1: Annotated[float | None, _least("Least F1.")] = None,
    min_article: Annotated[float | None, _least("Least share that quotes a right article.")] = None,
    min_refusal_precision: Annotated[
        float | None, _least("Least share of the refusals that is right.")
    ] = None,
    min_refusal_recall: Annotated[
        float | None, _least("Least share of the right refusals that is made.")
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Ask your own questions and measure the answers; exit status 1 below a --min threshold.

    A line is {"question", "answers": ["…"]}, with "articles": ["id, path, url or title"] where
    one of them should be quoted, or {"question", "refuse": true} where the articles don't say.
    """
    from assistant.evaluating.cases import read_cases
    from assistant.evaluating.measuring import evaluate as measured
    from assistant.evaluating.report import missed, report
    from assistant.evaluating.rows import unknown_articles

    cases = read_cases(file)
    progress = TerminalProgress()
    with opened_desk(loaded.values) as desk:
        unknown = unknown_articles(cases, desk.index.articles())
        if unknown:
            more = f" and {len(unknown) - 5} more" if len(unknown) > 5 else ""
            message(f"not in the index: {', '.join(unknown[:5])}{more}")
        try:
            evaluation = measured(
                cases,
                desk.assistant.chain.invoke,  # a language model's words change no figure
                desk.index.text,
                progress=lambda done, total: progress(Asking(done, total)),
            )
        finally:
            progress.close()
    if as_json:
        result_json(evaluation)
    else:
        result(report(evaluation))
    wanted = {
        "exact_match": min_exact,
        "f1": min_f1,
        "article_quoted": min_article,
        "refusal_precision": min_refusal_precision,
        "refusal_recall": min_refusal_recall,
    }
    below = missed(evaluation.measures, {k: v for k, v in wanted.items() if v is not None})
    for sentence in below:
        message(f"below what was wanted: {sentence}")
    if below:
        raise typer.Exit(1)

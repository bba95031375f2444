"""`factcheck ask`: one answer, or one for each line of standard input."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from corpus.errors import UsageError
from ui.door import ExportOption, JsonlOption, JsonOption, command
from ui.exporting import export as export_receipt
from ui.exporting import writable
from ui.json_lines import answer_lines
from ui.opening import opened_desk
from ui.requests import Question
from ui.settings import LoadedSettings
from ui.terminal import message, result, result_json


@command
def ask(
    loaded: LoadedSettings,
    question: Annotated[
        str | None, typer.Argument(metavar="QUESTION", help="What you want to know.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(help="Published from: 2015, 2015-09 or 2015-09-30.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(help="Published up to: 2015, 2015-09 or 2015-09-30.")
    ] = None,
    outlet: Annotated[
        list[str] | None, typer.Option(help="Only this outlet; give it again for more.")
    ] = None,
    jsonl: JsonlOption = False,
    export: ExportOption = None,
    as_json: JsonOption = False,
) -> None:
    """Answer a question from the articles, every sentence proven by a verbatim quote.

    Where the articles don't answer, it says so: that is an answer too (exit status 0).
    With --jsonl each line is {"id", "question", "since", "until", "outlets", "history"}.
    """
    if jsonl:
        if question is not None or export is not None:
            raise UsageError("--jsonl reads standard input", hint="factcheck ask --jsonl < FILE")
        with opened_desk(loaded.values) as desk:
            answer_lines(
                sys.stdin.buffer, Question, lambda line: desk.assistant.ask(line.request())
            )
        return
    if question is None:
        raise UsageError("no question given", hint='factcheck ask "when did airstrikes begin?"')
    if export is not None:
        writable(export)
    request = Question(
        question=question, since=since, until=until, outlets=tuple(outlet or ())
    ).request()
    with opened_desk(loaded.values) as desk:
        answer = desk.assistant.ask(request)
        if export is not None:
            export_receipt(answer, desk.index, export)
            message(f"receipt written to {export}")
    if as_json:
        result_json(answer)
    else:
        from ui.printing import answer_text

        result(answer_text(answer))

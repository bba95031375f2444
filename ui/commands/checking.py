"""`factcheck check` and `factcheck verify`: a text against the articles, a receipt against them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from corpus.errors import FactcheckError, UsageError
from ui.door import ExportOption, JsonlOption, JsonOption, command
from ui.exporting import export as export_receipt
from ui.exporting import writable
from ui.json_lines import answer_lines
from ui.opening import opened_desk, opened_index
from ui.requests import Text
from ui.settings import LoadedSettings
from ui.terminal import message, result, result_json

MOST_RECEIPT_BYTES = 20_000_000


@command
def check(
    loaded: LoadedSettings,
    text: Annotated[
        str | None,
        typer.Argument(metavar="TEXT", help="The text to check; - reads standard input."),
    ] = None,
    jsonl: JsonlOption = False,
    export: ExportOption = None,
    as_json: JsonOption = False,
) -> None:
    """Give a verdict for each claim in a text: supported, refuted, conflicting, not_enough_info.

    Each verdict comes with the quotes for and against. With --jsonl each line is {"id", "text"}.
    """
    if jsonl:
        if text is not None or export is not None:
            raise UsageError("--jsonl reads standard input", hint="factcheck check --jsonl < FILE")
        with opened_desk(loaded.values) as desk:
            answer_lines(
                sys.stdin.buffer,
                Text,
                lambda line: desk.assistant.check(line.checked(), id=line.id),
            )
        return
    if text is None:
        raise UsageError("no text given", hint='factcheck check "…", or factcheck check - < FILE')
    if export is not None:
        writable(export)
    given = sys.stdin.buffer.read().decode("utf-8", "replace") if text == "-" else text
    checked = Text(text=given).checked()
    with opened_desk(loaded.values) as desk:
        outcome = desk.assistant.check(checked)
        if export is not None:
            export_receipt(outcome, desk.index, export)
            message(f"receipt written to {export}")
    if as_json:
        result_json(outcome)
    else:
        from ui.printing import check_text

        result(check_text(outcome))


@command
def verify(
    loaded: LoadedSettings,
    receipt: Annotated[
        Path, typer.Argument(metavar="RECEIPT.json", help="An answer or check exported.")
    ],
    as_json: JsonOption = False,
) -> None:
    """Check an exported answer again: does each quote still stand in its article?

    Exit status 1 where one no longer does.
    """
    from assistant.receipts import writing as receipts

    held = _held(receipt)
    with opened_index(loaded.values) as index:
        report = receipts.verify(held, index)
    if as_json:
        result_json(report)
    else:
        from ui.printing import verify_text

        result(verify_text(report))
    if not report.ok:
        raise typer.Exit(1)


def _held(receipt: Path) -> bytes:
    if not receipt.exists():
        raise FactcheckError(
            f"there is no file {receipt}",
            hint="--export writes a receipt: factcheck ask QUESTION --export FILE.json",
        )
    if receipt.stat().st_size > MOST_RECEIPT_BYTES:
        raise UsageError(f"{receipt} is too large for a receipt", hint="export it again")
    return receipt.read_bytes()

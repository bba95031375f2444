"""Receipts as files: the format follows the name's ending."""

from __future__ import annotations

import json
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.answer import Answer, Check
from corpus.errors import UsageError

if TYPE_CHECKING:
    from index.opened import Index

FORMATS = ("json", "md", "html")


def format_of(path: Path) -> str:
    """`json`, `md` or `html`. Raises UsageError for any other ending."""
    ending = path.suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise UsageError(f"can't export to {path.name!r}", hint="end it in .json, .md or .html")
    return ending


def writable(path: Path) -> None:
    """Refuse, before the work, a name that nothing can be written to. Raises UsageError."""
    format_of(path)
    if not path.parent.is_dir():
        raise UsageError(
            f"can't export to {path}: there is no folder {path.parent}",
            hint=f"mkdir -p {shlex.quote(str(path.parent))}",
        )
    if path.is_dir():
        raise UsageError(f"can't export to {path}: it is a folder", hint="name a file in it")


def receipt_text(outcome: Answer | Check, index: Index, ending: str) -> str:
    """The receipt of an answer or a check in one of FORMATS."""
    from assistant.receipts import writing as receipts

    if ending == "json":
        return json.dumps(receipts.to_json(outcome, index), ensure_ascii=False, indent=2) + "\n"
    if ending == "md":
        return receipts.to_markdown(outcome, index)
    return receipts.to_html(outcome, index)


def export(outcome: Answer | Check, index: Index, path: Path) -> None:
    """Write the receipt to `path`."""
    path.write_text(receipt_text(outcome, index, format_of(path)), encoding="utf-8")

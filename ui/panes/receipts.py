"""Receipts as files to download: made for the visitor who asked, deleted when the page stops."""

from __future__ import annotations

import secrets
from pathlib import Path

from assistant.answer import Answer, Check
from ui.exporting import receipt_text
from ui.workroom import Workroom

_FILES = (("md", "answer.md"), ("html", "answer.html"), ("json", "receipt.json"))


def receipt_files(room: Workroom, outcome: Answer | Check) -> list[Path]:
    """The Markdown, HTML and JSON receipts, in a folder whose name nobody can guess."""
    folder = room.downloads / secrets.token_urlsafe(24)
    folder.mkdir(parents=True)
    written = []
    for ending, name in _FILES:
        path = folder / name
        path.write_text(receipt_text(outcome, room.desk().index, ending), encoding="utf-8")
        written.append(path)
    return written

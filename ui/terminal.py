"""The terminal: results on standard output, progress and messages on standard error."""

from __future__ import annotations

import json
import sys
from typing import Any

import typer
from pydantic import BaseModel


def result(text: str) -> None:
    """Print a result as text, whole characters even where the terminal can't show them all."""
    _write(text)


def result_json(value: BaseModel | Any, *, indent: int | None = 2) -> None:
    """Print a result as JSON; `indent=None` puts it on one line."""
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="json")
    _write(json.dumps(value, ensure_ascii=False, indent=indent))


def message(text: str) -> None:
    """Tell the person something that is not the result."""
    typer.echo(text, err=True)


def _write(text: str) -> None:
    # A lone surrogate (a broken file name) must not end the command.
    data = (text + "\n").encode("utf-8", "backslashreplace")
    sys.stdout.flush()
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.buffer.write(data)
    else:
        sys.stdout.write(data.decode())
    sys.stdout.flush()

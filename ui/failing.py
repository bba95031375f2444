"""How errors reach a person: one line that says what happened, one that says what to do."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator

import typer

from corpus.errors import FactcheckError

_REMEDIES: dict[type[Exception], str] = {
    FileNotFoundError: "look whether the name is right",
    NotADirectoryError: "name a folder: a file stands where one is wanted",
    FileExistsError: "name another place, or move that file away",
    IsADirectoryError: "name a file: this is a folder",
    PermissionError: "let your user read and write it, or name another place",
}


@contextlib.contextmanager
def errors_told(*, debug: bool) -> Iterator[None]:
    """Turn exceptions into two lines on standard error and an exit status.

    `debug` lets the traceback through instead. A reader that closed our output (`| head`) ends
    the command quietly with status 1.
    """
    try:
        yield
    except BrokenPipeError:
        # What is still buffered would raise again when the interpreter closes the stream.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(1) from None
    except KeyboardInterrupt:
        typer.echo("stopped", err=True)
        raise typer.Exit(130) from None
    except (typer.Exit, typer.Abort, typer.TyperException):
        raise
    except Exception as error:
        if debug:
            raise
        message, hint = in_words(error)
        typer.echo(f"error: {message}", err=True)
        if hint:
            typer.echo(f"hint: {hint}", err=True)
        raise typer.Exit(getattr(error, "exit_status", 1)) from None


def in_words(error: Exception) -> tuple[str, str]:
    """What happened, on one line, and the next step (may be empty)."""
    said = " ".join(str(error).split())
    if isinstance(error, FactcheckError):
        return said, error.hint
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror.lower()}", _REMEDIES.get(type(error), "")
    if isinstance(error, OSError):
        return said, ""
    return f"{type(error).__name__}: {said}"[:300], "run it again with --debug to see where"

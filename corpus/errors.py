"""The one error base class of the project."""

from __future__ import annotations


class FactcheckError(Exception):
    """Something the user can act on: `str(error)` says what happened, `hint` the next command.

    `exit_status` is what the command line ends with (1 failed, 2 wrong usage, 4 index locked).
    """

    exit_status = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint


class UsageError(FactcheckError):
    """The command, a setting or a request was given something it cannot take."""

    exit_status = 2

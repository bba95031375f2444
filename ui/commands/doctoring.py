"""`factcheck doctor`: what is wrong with the index, and what to do about it."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.door import JsonOption, command
from ui.opening import index_settings
from ui.settings import LoadedSettings
from ui.terminal import result, result_json


@command
def doctor(
    loaded: LoadedSettings,
    repair: Annotated[bool, typer.Option("--repair", help="Mend what can be mended.")] = False,
    as_json: JsonOption = False,
) -> None:
    """Check the index against the articles; exit status 1 where something is wrong.

    Each finding comes with its remedy.
    """
    from index import doctor as index_doctor

    settings = loaded.values
    work = index_doctor.repair if repair else index_doctor.diagnose
    findings = work(settings.corpus, settings.index, index_settings(settings))
    if as_json:
        result_json([finding.as_json() for finding in findings])
    else:
        result("\n".join(finding.line() for finding in findings) or "Nothing is wrong.")
    if any(finding.wrong for finding in findings):
        raise typer.Exit(1)

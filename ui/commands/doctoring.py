"""`factcheck doctor`: what is wrong with the index, and what to do about it."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from ui.door import JsonOption, command
from ui.opening import index_settings
from ui.progress import TerminalProgress
from ui.settings import LoadedSettings
from ui.terminal import result, result_json

if TYPE_CHECKING:
    from index.doctor import Finding


@command
def doctor(
    loaded: LoadedSettings,
    repair: Annotated[bool, typer.Option("--repair", help="Mend what can be mended.")] = False,
    thorough: Annotated[
        bool, typer.Option("--thorough", help="Look up every vector, not a sample of them.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Check the index against the articles, and say what helps.

    Exit status 1 where something is wrong. What is only good to know does not count.
    """
    from index import doctor as index_doctor
    from index.repair import repair as mend

    settings = loaded.values
    folders = (settings.corpus, settings.index, index_settings(settings))
    if repair:
        progress = TerminalProgress()
        try:
            findings = mend(*folders, progress=progress, thorough=thorough)
        finally:
            progress.close()
    else:
        findings = index_doctor.diagnose(*folders, thorough=thorough)
    if as_json:
        result_json([asdict(finding) for finding in findings])
    else:
        result("\n".join(map(_line, findings)) or "Everything is in order.")
    if any(finding.severity != "info" for finding in findings):
        raise typer.Exit(1)


def _line(finding: Finding) -> str:
    helps = f"\n    what helps: {finding.remedy}" if finding.remedy else ""
    return f"{finding.severity}: {finding.subject}: {finding.message}{helps}"

"""`factcheck index` and `factcheck watch`: bring the index in line with the folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from corpus.errors import FactcheckError
from ui.door import JsonOption, command
from ui.failing import in_words
from ui.opening import index_settings
from ui.progress import TerminalProgress
from ui.reporting import sync_in_words, sync_json
from ui.settings import LoadedSettings
from ui.terminal import message, result, result_json

if TYPE_CHECKING:
    from index.sync import SyncReport


@command
def index_command(
    loaded: LoadedSettings,
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Build it anew beside the old one, then swap.")
    ] = False,
    as_json: JsonOption = False,
) -> None:
    """Bring the index in line with the corpus folder.

    Tells what was added, changed, removed, unchanged, and what failed and why. Only what changed
    is worked on; --rebuild does everything again while the old index goes on answering.
    """
    report = run_sync(loaded, rebuild=rebuild)
    if as_json:
        result_json(sync_json(report))
    else:
        result(sync_in_words(report))


@command
def watch_command(loaded: LoadedSettings, as_json: JsonOption = False) -> None:
    """Keep the index in line as files change, until Ctrl-C."""
    from index.watching import watch

    settings = loaded.values

    def tell(report: SyncReport | FactcheckError) -> None:
        if isinstance(report, FactcheckError):
            message(f"error: {in_words(report)[0]}")
        elif as_json:
            result_json(sync_json(report), indent=None)
        else:
            result(sync_in_words(report))

    message(f"watching {settings.corpus} (Ctrl-C stops)")
    watch(settings.corpus, settings.index, index_settings(settings), on_report=tell)


def run_sync(loaded: LoadedSettings, *, rebuild: bool = False) -> SyncReport:
    """Sync or rebuild with progress on standard error."""
    from index.rebuild import rebuild as rebuild_index
    from index.sync import sync

    settings = loaded.values
    progress = TerminalProgress()
    try:
        work = rebuild_index if rebuild else sync
        return work(settings.corpus, settings.index, index_settings(settings), progress=progress)
    finally:
        progress.close()

"""`factcheck add`: articles from files, folders and web addresses into the corpus."""

from __future__ import annotations

from typing import Annotated

import typer

from corpus.errors import FactcheckError
from ui.commands.indexing import run_sync
from ui.door import JsonOption, command
from ui.failing import in_words
from ui.reporting import sync_in_words, sync_json
from ui.settings import LoadedSettings
from ui.taking_in import is_url, take_in
from ui.terminal import message, result, result_json


@command
def add(
    loaded: LoadedSettings,
    sources: Annotated[
        list[str], typer.Argument(metavar="PATH_OR_URL...", help="Files, folders, web addresses.")
    ],
    as_json: JsonOption = False,
) -> None:
    """Copy articles into the corpus folder and index them.

    A web page is kept as it was fetched, with its address and time. What can't be added is told,
    the rest goes on; the exit status is then 1.
    """
    kept: list[str] = []
    refused: list[dict[str, str]] = []
    corpus = loaded.values.corpus
    for source in sources:
        try:
            for path in take_in(corpus, source):
                kept.append(path.relative_to(corpus).as_posix())
                message(f"added {kept[-1]}")
        except (FactcheckError, OSError) as error:
            said, hint = in_words(error)
            refused.append({"source": source, "error": said, "hint": hint})
            message(f"error: {source}: {said}" if is_url(source) else f"error: {said}")
    if not kept:
        raise FactcheckError(
            "nothing was added", hint=refused[-1]["hint"] or "factcheck add --help"
        )
    report = run_sync(loaded)
    if as_json:
        result_json({"added_files": kept, "refused": refused, "index": sync_json(report)})
    else:
        result(sync_in_words(report))
    if refused:
        raise typer.Exit(1)

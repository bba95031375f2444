"""`factcheck ui` and `factcheck config`: the page, and the settings in force."""

from __future__ import annotations

from typing import Annotated

import typer

from ui.door import JsonOption, command
from ui.settings import LoadedSettings, Settings, masked
from ui.terminal import result, result_json


@command
def ui(
    loaded: LoadedSettings,
    host: Annotated[
        str | None, typer.Option(help="Address to listen on (127.0.0.1).", show_default=False)
    ] = None,
    port: Annotated[int | None, typer.Option(help="Port (7860).", show_default=False)] = None,
    auth: Annotated[
        str | None,
        typer.Option(
            help="Login, user:password. Better in FACTCHECK_AUTH: others see a command line.",
            show_default=False,
        ),
    ] = None,
    read_only: Annotated[
        bool | None, typer.Option("--read-only", help="Nobody can change the articles.")
    ] = None,
) -> None:
    """Serve the page for asking, checking and keeping the articles."""
    from ui.server import serve

    serve(loaded.values)


@command
def config(loaded: LoadedSettings, as_json: JsonOption = False) -> None:
    """Show the settings in force and where each comes from; secrets are masked."""
    shown = masked(loaded.values)
    if as_json:
        result_json({key: {"value": shown[key], "source": loaded.sources[key]} for key in shown})
        return
    for key, value in shown.items():
        described = Settings.model_fields[key].description
        result(f"{key} = {'' if value is None else value}\n    {loaded.sources[key]}; {described}")

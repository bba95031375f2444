"""The door of every command: its common options become settings, its errors become words."""

from __future__ import annotations

import functools
import inspect
import os
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any

import typer

from ui.failing import errors_told
from ui.settings import Settings, load

JsonOption = Annotated[bool, typer.Option("--json", help="Print the result as JSON.")]

JsonlOption = Annotated[
    bool, typer.Option("--jsonl", help="JSON requests on standard input, one result a line.")
]
ExportOption = Annotated[
    Path | None,
    typer.Option(help="Also write a receipt: FILE.json, FILE.md or FILE.html.", show_default=False),
]


def _option(kind: Any, text: str) -> Any:
    return Annotated[kind | None, typer.Option(help=text, show_default=False)]


_COMMON: dict[str, tuple[Any, Any]] = {
    "corpus": (_option(Path, "Folder of articles."), None),
    "index": (_option(Path, "Folder of the index."), None),
    "embedder": (_option(str, "Embedding model: minilm, or a name or path."), None),
    "reader": (_option(str, "Reader: auto, trained, rules, or a name or path."), None),
    "chroma": (_option(str, "Chroma server, http://host:port, in place of files."), None),
    "llm": (_option(str, "Language model that words answers, provider:model."), None),
    "llm_base_url": (_option(str, "Address of its server."), None),
    "config": (_option(Path, "Settings file (factcheck.toml where there is one)."), None),
    "debug": (Annotated[bool, typer.Option("--debug", help="Show tracebacks.")], False),
}


def command(function: Callable[..., None]) -> Callable[..., None]:
    """Give `function(loaded, ...)` the common options, and tell its errors in words.

    Options of its own whose name is a setting (`host`, `port`) go into the settings as well.
    """
    own = list(inspect.signature(function, eval_str=True).parameters.values())[1:]
    common = [
        inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=kind)
        for name, (kind, default) in _COMMON.items()
    ]

    @functools.wraps(function)
    def wrapper(**given: Any) -> None:
        file, debug = given.pop("config"), given.pop("debug")
        with errors_told(debug=debug or bool(os.environ.get("FACTCHECK_DEBUG"))):
            flags = {name: given.pop(name) for name in Settings.model_fields if name in given}
            function(load(flags, environ=os.environ, folder=Path.cwd(), file=file), **given)

    wrapper.__signature__ = inspect.Signature([*own, *common])  # type: ignore[attr-defined]
    wrapper.__annotations__ = {p.name: p.annotation for p in (*own, *common)}
    return wrapper

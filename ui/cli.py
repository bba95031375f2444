"""The command line: every command of `factcheck`; its help texts are the documentation."""

from __future__ import annotations

from importlib.metadata import version
from typing import Annotated

import typer

from ui.commands import adding, asking, browsing, checking, doctoring, evaluating, indexing, serving

app = typer.Typer(
    name="factcheck",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(version("factcheck-assistant"))
        raise typer.Exit


@app.callback()
def program(
    wanted: Annotated[
        bool,
        typer.Option("--version", help="Show the version.", callback=_tell_version, is_eager=True),
    ] = False,
) -> None:
    """Answers questions over a folder of news articles, every sentence proven by a quote."""


for name, function in (
    ("index", indexing.index_command),
    ("add", adding.add),
    ("ask", asking.ask),
    ("check", checking.check),
    ("articles", browsing.articles),
    ("show", browsing.show),
    ("verify", checking.verify),
    ("doctor", doctoring.doctor),
    ("watch", indexing.watch_command),
    ("eval", evaluating.evaluate),
    ("ui", serving.ui),
    ("config", serving.config),
):
    app.command(name)(function)


def main() -> None:
    """Run the command line; the entry point of the installed program."""
    app()

"""Finding out what is wrong with an index, and what mends it."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.errors import FactcheckError
from corpus.folder import scan
from index import checks, layout
from index.built_with import BuiltWith
from index.catalogue import Catalogue
from index.layout import Generation
from index.lock import alive, read_holder
from index.model_identity import identify
from index.plan import plan
from index.settings import IndexSettings
from index.vector_state import vector_state

Severity = Literal["error", "warning", "info"]
Mend = Literal["sync", "vectors", "rebuild", "nothing"]

_SYNC = "factcheck index"
_REPAIR = "factcheck doctor --repair"
_REBUILD = "factcheck index --rebuild"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about an index: an "error" makes answers wrong or incomplete, a "warning" makes
    them less than they could be, "info" is for knowing.

    `subject` is an article's path or id, a passage id, or the part of the index; `remedy` a command
    or an action in words; `mend` what `repair` would do about it.
    """

    kind: str
    severity: Severity
    subject: str
    message: str
    remedy: str = ""
    mend: Mend = "nothing"


def diagnose(
    corpus: Path, folder: Path, settings: IndexSettings, *, thorough: bool = False
) -> list[Finding]:
    """Everything that can be said about the index in `folder`, worst first. Changes nothing.

    `thorough` asks Chroma for every passage by its own vector instead of a sample.
    """
    gen = layout.current(folder)
    if gen is None:
        return [Finding("no-index", "error", str(folder), "there is no index", _SYNC, "sync")]
    found = [*_lock(folder), *_leftovers(folder, gen)]
    try:
        with closing(Catalogue(gen.catalogue)) as catalogue:
            found += _of_catalogue(catalogue, gen, corpus, settings, thorough=thorough)
    except sqlite3.DatabaseError as error:
        message = f"the catalogue cannot be read: {error}"
        found.append(
            Finding("catalogue-damaged", "error", "catalogue", message, _REBUILD, "rebuild")
        )
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(found, key=lambda finding: (order[finding.severity], finding.kind))


def _of_catalogue(
    catalogue: Catalogue, gen: Generation, corpus: Path, settings: IndexSettings, *, thorough: bool
) -> list[Finding]:
    parts: tuple[Callable[[], Iterator[Finding]], ...] = (
        lambda: _pages(catalogue),
        lambda: _versions(catalogue, settings),
        lambda: _folder(catalogue, corpus),
        lambda: _passages(catalogue),
        lambda: _vectors(gen, settings, thorough=thorough),
        lambda: _articles(catalogue),
    )
    return [finding for part in parts for finding in part()]


def _lock(folder: Path) -> Iterator[Finding]:
    holder = read_holder(folder)
    if holder is None:
        return
    who = f"process {holder.get('pid')} ({holder.get('command')})"
    if alive(holder):
        yield Finding("locked", "info", "lock", f"{who} is writing the index")
    else:
        message = f"{who} ended while writing; the index answers as it was before"
        yield Finding("interrupted", "warning", "lock", message, _SYNC, "sync")


def _leftovers(folder: Path, current: Generation) -> Iterator[Finding]:
    for gen in layout.generations(folder):
        if gen.number > current.number:
            message = "a rebuild was not finished; the next one goes on from it"
            yield Finding("rebuild-unfinished", "info", gen.path.name, message, _REBUILD)


def _pages(catalogue: Catalogue) -> Iterator[Finding]:
    if damage := checks.damaged_pages(catalogue.connection):
        yield Finding("catalogue-damaged", "error", "catalogue", damage, _REBUILD, "rebuild")


def _versions(catalogue: Catalogue, settings: IndexSettings) -> Iterator[Finding]:
    built = BuiltWith.read(catalogue.connection)
    try:
        if built is not None:
            built.require(BuiltWith.wanted(settings, identify(settings)))
    except FactcheckError as error:
        yield Finding("built-differently", "error", "settings", str(error), error.hint, "rebuild")


def _folder(catalogue: Catalogue, corpus: Path) -> Iterator[Finding]:
    try:
        listing = scan(corpus)
    except FactcheckError as error:
        yield Finding("no-corpus", "error", str(corpus), str(error), error.hint)
        return
    run = catalogue.connection.execute
    todo = plan(catalogue.connection, listing)
    paths = {row[0] for row in run("SELECT path FROM articles")}
    rows = run("SELECT path, line, reason FROM failures ORDER BY path, line").fetchall()
    failed = {path for path, line, _ in rows if line is None}
    for path in todo.gone:
        yield Finding("article-gone", "warning", path, "its file is gone", _SYNC, "sync")
    for file in todo.read:
        if file.path not in failed:
            what = "has changed" if file.path in paths else "is not indexed yet"
            yield Finding("article-changed", "warning", file.path, f"it {what}", _SYNC, "sync")
    reasons = [(failure.path, failure.line, failure.reason) for failure in listing.failures]
    for path, line, reason in [*reasons, *rows]:
        subject = path if line is None else f"{path}, line {line}"
        kept = "; its earlier text still answers" if path in paths and line is None else ""
        remedy = "mend or remove the file, then: factcheck index"
        yield Finding("article-failed", "warning", subject, reason + kept, remedy)


def _passages(catalogue: Catalogue) -> Iterator[Finding]:
    for id_, damage in checks.damaged_articles(catalogue):
        yield Finding("passage-damaged", "error", id_, damage, _REBUILD, "rebuild")
    if count := checks.words_missing(catalogue):
        message = f"{count} passages are missing from the word index, or too many are in it"
        yield Finding("words-damaged", "error", "words", message, _REBUILD, "rebuild")


def _vectors(gen: Generation, settings: IndexSettings, *, thorough: bool) -> Iterator[Finding]:
    try:
        state = vector_state(gen, settings, thorough=thorough)
    except FactcheckError as error:
        yield Finding("vectors-unreachable", "error", "vectors", str(error), error.hint, "vectors")
        return
    for kind, ids, message in (
        ("vector-unstored", state.unstored, "its vector is not in the store"),
        ("vector-missing", state.missing, "its vector is not in Chroma"),
        ("vector-lost", state.lost if state.damaged else (), "Chroma does not find it by itself"),
    ):
        for id_ in ids:
            yield Finding(kind, "error", id_, message, _REPAIR, "vectors")
    if state.lost and not state.damaged:
        message = f"{len(state.lost)} of {state.tried} passages are not found by their own vector"
        yield Finding("vector-missed", "info", "chroma", message + ", only by their words")
    if state.orphaned:
        message = f"{len(state.orphaned)} vectors belong to no passage (they never answer)"
        yield Finding("vector-orphaned", "warning", "chroma", message, _REPAIR, "vectors")


def _articles(catalogue: Catalogue) -> Iterator[Finding]:
    for article in catalogue.articles():
        lacks = [
            name
            for name, value in (("outlet", article.outlet), ("date", article.published))
            if value is None
        ]
        if lacks:
            message = f"no {' and no '.join(lacks)}: filters leave it out"
            remedy = "name them in the file: front matter, HTML metadata or a dateline"
            yield Finding("article-undated", "info", article.path, message, remedy)
    for one, other, share in catalogue.near():
        message = f"{share:.0%} of its text stands in {other}: both count as one source"
        yield Finding("near-duplicate", "info", one, message)

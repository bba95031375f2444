"""The indexes that the sets are measured on: built once, kept, brought in line when they change."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from corpus.errors import FactcheckError
from index.rebuild import rebuild
from index.settings import IndexSettings
from index.sync import Progress, sync
from tests.benchmarks.places import cache_folder


def ready(name: str, articles: Iterable[dict[str, Any]], settings: IndexSettings) -> Path:
    """The folder of an up-to-date index of `articles` (the fields of a corpus's .jsonl file)."""
    home = cache_folder() / name
    corpus = home / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles)
    file = corpus / "articles.jsonl"
    if not file.exists() or file.read_text(encoding="utf-8") != text:
        file.write_text(text, encoding="utf-8")
    return in_line(corpus, home, settings)


def in_line(corpus: Path, home: Path, settings: IndexSettings) -> Path:
    """The folder, inside `home`, of an up-to-date index of the articles in `corpus`."""
    home.mkdir(parents=True, exist_ok=True)
    try:
        sync(corpus, home / "index", settings, progress=_show)
    except FactcheckError as error:
        print(f"{error} It is built anew.", file=sys.stderr)
        rebuild(corpus, home / "index", settings, progress=_show)
    return home / "index"


def _show(progress: Progress) -> None:
    print(f"\r{progress.step} {progress.done}/{progress.total} ", end="", file=sys.stderr)

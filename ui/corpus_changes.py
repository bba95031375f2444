"""What the page may do to the corpus folder: take in, fetch, set aside; and work on the index."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import FactcheckError
from ui.failing import in_words
from ui.progress import Stage
from ui.settings import Settings
from ui.taking_in import take_in_file, take_in_url

if TYPE_CHECKING:
    from index.opened import Index
    from index.settings import IndexSettings

Progress = Callable[[Stage], None]
Cancelled = Callable[[], bool]


def update(
    settings: Settings, index_settings: IndexSettings, *, rebuild: bool = False
) -> Callable[[Progress, Cancelled], Any]:
    """The work of bringing the index in line, or of building it anew."""

    def work(progress: Progress, cancelled: Cancelled) -> Any:
        from index.rebuild import rebuild as rebuild_index
        from index.sync import sync

        chosen = rebuild_index if rebuild else sync
        return chosen(
            settings.corpus,
            settings.index,
            index_settings,
            progress=progress,
            cancelled=cancelled,
        )

    return work


def take_in_uploads(settings: Settings, uploads: list[str]) -> tuple[list[str], list[str]]:
    """Copy uploaded files into the corpus; names of those kept, and a sentence for each refused."""
    kept, refused = [], []
    for upload in uploads:
        path = Path(upload)
        try:
            if path.stat().st_size > settings.upload_mb * 1_000_000:
                raise FactcheckError(f"{path.name} is larger than {settings.upload_mb} MB")
            kept.append(take_in_file(settings.corpus, path).name)
        except (FactcheckError, OSError) as error:
            message, hint = in_words(error)
            refused.append(f"{message} ({hint})" if hint else message)
    return kept, refused


def take_in_address(settings: Settings, url: str) -> str:
    """Fetch a web page into the corpus; returns its file name."""
    if not url.strip():
        raise FactcheckError("no web address given", hint="paste one that begins with https://")
    return take_in_url(settings.corpus, url.strip()).name


def set_aside(settings: Settings, index: Index, article_id: str) -> str:
    """Move an article's file out of the corpus, into `removed/` beside the index; nothing is lost.

    Raises FactcheckError for an unknown article, and for one that shares its file with others.
    """
    article = index.article(article_id)
    if article is None:
        raise FactcheckError("that article is not in the index", hint="look at the list again")
    sharing = [other for other in index.articles() if other.path == article.path]
    if len(sharing) > 1:
        raise FactcheckError(
            f"{article.path} holds {len(sharing)} articles", hint="take the line out of that file"
        )
    source = settings.corpus / article.path
    inside = source.resolve().is_relative_to(settings.corpus.resolve())
    if not inside or source.is_symlink() or not source.is_file():
        raise FactcheckError(f"{article.path} is no longer there", hint="update the index")
    stamp = dt.datetime.now(dt.UTC).strftime("%Y%m%d-%H%M%S-%f")
    target = settings.index / "removed" / stamp / source.name
    target.parent.mkdir(parents=True)
    source.rename(target)
    return article.title

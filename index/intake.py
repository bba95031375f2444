"""Reading changed files into the catalogue's open transaction."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

from corpus.article import Article, Failure
from corpus.folder import CorpusFile
from corpus.limits import Limits
from corpus.reading import read_articles
from corpus.sentences import sentence_spans
from index.catalogue_write import CatalogueWriter
from index.matching import Known, Matching, ids_for
from index.passages import cut
from index.plan import reader_version

# How many new articles of one file wait for the file's end, where it is known whether an earlier
# article moved to another line or was edited.
_WAITING = 2000
_TRIES = 3


@dataclass
class Changes:
    """What the files read so far have changed, by article id. `touched`: anything visible."""

    added: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)
    touched: bool = False

    def extend(self, other: Changes) -> None:
        """Count what another part has changed."""
        self.added += other.added
        self.changed += other.changed
        self.removed += other.removed
        self.moved += other.moved
        self.touched |= other.touched


@dataclass(frozen=True, slots=True)
class Cutting:
    """What decides passages and the names of their vectors."""

    words: int
    overlap: int
    model: str


class Intake:
    """Takes files one after the other.

    `gone` are files whose articles may turn up elsewhere. `ids` knows, by key, the ids that the
    articles of an index had which this one replaces.
    """

    def __init__(
        self,
        catalogue: CatalogueWriter,
        root: Path,
        gone: Sequence[str],
        cutting: Cutting,
        ids: Callable[[str], str | None],
    ) -> None:
        self._catalogue = catalogue
        self._root = root
        self._cutting = cutting
        self._earlier_id = ids
        self.changes = Changes()
        self._step = Changes()
        self._claimed: list[Known] = []
        self._homeless: dict[str, list[Known]] = defaultdict(list)
        for path in gone:
            for known in self._known(path):
                self._homeless[known.content_hash].append(known)

    def take(self, file: CorpusFile) -> None:
        """Bring the catalogue in line with one file that is new or has changed.

        A file that is written to meanwhile is read again, and in the end reported. A file that
        cannot be read to its end keeps the articles that it had, marked as failed: half a copy or
        a missing permission must not take a source away.
        """
        run = self._catalogue.connection.execute
        for attempt in range(1, _TRIES + 1):
            self._step, self._claimed = Changes(), []
            run("SAVEPOINT file")
            whole = self._read(file)
            now = _stat(self._root, file.path)
            if now == file or now is None:
                run("RELEASE file")
                self.changes.extend(self._step)
                if whole and now is not None:
                    self._catalogue.set_file(file, reader_version())
                else:
                    run("DELETE FROM files WHERE path = ?", (file.path,))
                return
            run("ROLLBACK TO file")
            run("RELEASE file")
            for known in self._claimed:
                self._homeless[known.content_hash].append(known)
            file = now
            time.sleep(0.05 * attempt)
        self.keep(file.path, "is being written to: it will be read at the next update")

    def keep(self, path: str, reason: str | None = None) -> None:
        """A file is there but out of reach: its articles stay, marked as failed."""
        self._step = Changes()
        for known in self._known(path):
            self._mark_failed(known)
        self.changes.extend(self._step)
        self._catalogue.connection.execute("DELETE FROM files WHERE path = ?", (path,))
        self._catalogue.set_failures(path, [Failure(path, reason)] if reason else [])

    def finish(self, gone: Sequence[str]) -> None:
        """Remove what the files that are gone have held and no other file holds now."""
        self._step = Changes()
        for known in sorted((k for ks in self._homeless.values() for k in ks), key=lambda k: k.key):
            self._remove(known)
        self.changes.extend(self._step)
        for path in gone:
            self._catalogue.forget_file(path)

    def _read(self, file: CorpusFile) -> bool:
        matching = Matching(self._known(file.path))
        failures: list[Failure] = []
        waiting: list[Article] = []
        for item in read_articles(self._root, Path(file.path), limits=Limits()):
            if isinstance(item, Failure):
                failures.append(item)
            elif not _storable(item):
                failures.append(Failure(item.path, "holds characters that are not Unicode text"))
            elif found := matching.by_content(item):
                self._stay(found, item)
            elif matching.left:
                waiting.append(item)
                if len(waiting) >= _WAITING:
                    self._place(waiting, matching)
                    waiting = []
            else:
                self._insert_new(item)
        self._place(waiting, matching)
        whole = all(failure.line is not None for failure in failures)
        for known in matching.left.values():
            if whole:
                self._remove(known)
            else:
                self._mark_failed(known)
        self._catalogue.set_failures(file.path, failures)
        return whole

    def _place(self, articles: Sequence[Article], matching: Matching) -> None:
        for article in articles:
            if known := matching.by_key(article):
                self._catalogue.remove(known.n)
                self._insert(known.id, article)
                self._step.changed.append(known.id)
            else:
                self._insert_new(article)

    def _insert_new(self, article: Article) -> None:
        homeless = self._homeless.get(article.content_hash)
        if homeless:
            known = homeless.pop(0)
            self._claimed.append(known)
            self._catalogue.relocate(known.n, article)
            self._step.moved.append(known.id)
            self._step.touched = True
            return
        id_ = self._free_id(article)
        self._insert(id_, article)
        self._step.added.append(id_)

    def _insert(self, article_id: str, article: Article) -> None:
        sentences = sentence_spans(article.text)
        cuts = cut(
            article.text, sentences, words=self._cutting.words, overlap=self._cutting.overlap
        )
        self._catalogue.insert(article_id, article, sentences, cuts, self._cutting.model)
        self._step.touched = True

    def _stay(self, known: Known, article: Article) -> None:
        if known.key != article.key or known.state != "indexed":
            self._catalogue.relocate(known.n, article)
            self._step.touched = True

    def _remove(self, known: Known) -> None:
        self._catalogue.remove(known.n)
        self._step.removed.append(known.id)
        self._step.touched = True

    def _mark_failed(self, known: Known) -> None:
        if known.state != "failed":
            self._catalogue.set_state(known.n, "failed")
            self._step.touched = True

    def _known(self, path: str) -> list[Known]:
        rows = self._catalogue.connection.execute(
            "SELECT n, id, key, content_hash, state FROM articles WHERE path = ? ORDER BY key",
            (path,),
        )
        return [Known(*row) for row in rows.fetchall()]

    def _free_id(self, article: Article) -> str:
        run = self._catalogue.connection.execute
        for id_ in chain((self._earlier_id(article.key),), ids_for(article)):
            if id_ and run("SELECT 1 FROM articles WHERE id = ?", (id_,)).fetchone() is None:
                return id_
        raise AssertionError("ids never run out")  # pragma: no cover


def _stat(root: Path, path: str) -> CorpusFile | None:
    try:
        stat = (root / path).stat()
    except OSError:
        return None
    return CorpusFile(path, stat.st_size, stat.st_mtime_ns)


def _storable(article: Article) -> bool:
    """SQLite's text columns take no lone surrogates."""
    try:
        "".join((article.text, article.title, article.outlet or "", article.key)).encode()
    except UnicodeEncodeError:
        return False
    return True

"""Comparing Chroma with the catalogue, in a process that a damaged graph may end."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from contextlib import closing
from dataclasses import astuple, dataclass
from pathlib import Path

from corpus.errors import FactcheckError
from index.built_with import open_vectors
from index.catalogue import Catalogue
from index.embeddings import EmbeddingStore
from index.layout import Generation
from index.settings import IndexSettings
from index.vectors import VectorStore

# How many passages are looked up by their own vector, unless all are.
SAMPLE = 200


@dataclass(frozen=True, slots=True)
class VectorState:
    """Passage ids whose vector is not stored, not in Chroma, or not found there by itself; ids in
    Chroma that no passage has; and how many were looked for by themselves."""

    unstored: tuple[str, ...]
    missing: tuple[str, ...]
    lost: tuple[str, ...]
    orphaned: tuple[str, ...]
    tried: int

    @property
    def damaged(self) -> bool:
        """Whether more is lost than an approximate search may miss among near-identical texts."""
        return len(self.lost) > max(1, self.tried // 50)


def vector_state(gen: Generation, settings: IndexSettings, *, thorough: bool) -> VectorState:
    """Compare Chroma with the catalogue, and ask it for passages by their own vectors.

    Counting rows is not enough: Chroma counts from its tables, and does not notice what is wrong
    with the graph that it searches, until that ends the process. So another one does it. A sample
    of SAMPLE passages is asked for, or all if `thorough`. Raises FactcheckError when Chroma cannot
    be opened, or does end the process.
    """
    # The other process works in another folder, where a relative path leads nowhere.
    path = str(gen.path.absolute())
    job = [str(gen.number), path, settings.chroma or "", str(settings.chroma_timeout)]
    done = subprocess.run(  # noqa: S603 - this very program
        [sys.executable, "-m", "index.vector_state", *job, str(thorough)],
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parent.parent,
    )
    if done.returncode != 0:
        lines = done.stderr.strip().splitlines() or [f"it ended with status {done.returncode}"]
        raise FactcheckError(
            f"Chroma cannot be checked: {lines[-1]}", hint="factcheck doctor --repair"
        )
    *ids, tried = json.loads(done.stdout.splitlines()[-1])
    unstored, missing, lost, orphaned = map(tuple, ids)
    return VectorState(unstored, missing, lost, orphaned, tried)


def look(gen: Generation, settings: IndexSettings, *, thorough: bool) -> VectorState:
    """The same, in this process."""
    with (
        closing(Catalogue(gen.catalogue)) as catalogue,
        closing(EmbeddingStore(gen.embeddings, readonly=True)) as store,
        closing(open_vectors(catalogue.connection, gen, settings, create=False)) as vectors,
    ):
        return compare(catalogue, store, vectors, thorough=thorough)


def compare(
    catalogue: Catalogue, store: EmbeddingStore, vectors: VectorStore, *, thorough: bool
) -> VectorState:
    """The comparison itself, of stores that are open."""
    rows = catalogue.connection.execute("SELECT id, vector FROM passages ORDER BY id").fetchall()
    keys = dict(rows)
    there = set(vectors.ids())
    missing = tuple(id_ for id_ in keys if id_ not in there)
    known = store.known(set(keys.values()))
    unstored = tuple(id_ for id_, key in keys.items() if key not in known)
    candidates = [id_ for id_ in keys if id_ in there and keys[id_] in known]
    if not thorough and len(candidates) > SAMPLE:
        candidates = random.Random(len(keys)).sample(candidates, SAMPLE)  # noqa: S311
    lost = tuple(id_ for id_ in candidates if not _finds_itself(keys[id_], store, vectors))
    orphaned = tuple(sorted(there - keys.keys()))
    return VectorState(unstored, missing, lost, orphaned, len(candidates))


def _finds_itself(key: bytes, store: EmbeddingStore, vectors: VectorStore) -> bool:
    """At distance 0: texts that stand in several articles have one vector, any of them will do."""
    vector = store.get([key])[key]
    if not abs(float(vector @ vector) - 1) < 1e-3:
        return False
    return any(cosine > 0.9999 for _, cosine in vectors.query(vector, 10))


def _main(number: str, path: str, server: str, timeout: str, thorough: str) -> None:
    gen = Generation(int(number), Path(path))
    settings = IndexSettings(chroma=server or None, chroma_timeout=float(timeout))
    state = look(gen, settings, thorough=thorough == "True")
    print(json.dumps(astuple(state)))


if __name__ == "__main__":
    try:
        _main(*sys.argv[1:])
    except FactcheckError as error:
        sys.exit(str(error))

"""What an index was built with, and refusing to mix it with anything else."""

from __future__ import annotations

import sqlite3
import uuid
from dataclasses import dataclass
from pathlib import Path

from corpus.errors import FactcheckError
from index.layout import Generation
from index.model_identity import ModelIdentity
from index.settings import IndexSettings
from index.vectors import VectorStore


@dataclass(frozen=True, slots=True)
class BuiltWith:
    """The settings that passages and vectors depend on, as they stand in the catalogue."""

    embedder: str
    passage_words: str
    overlap: str
    vectors: str

    @classmethod
    def wanted(cls, settings: IndexSettings, identity: ModelIdentity) -> BuiltWith:
        where = "chroma server" if settings.chroma else "chroma folder"
        return cls(identity.key, str(settings.passage_words), str(settings.overlap), where)

    @classmethod
    def read(cls, connection: sqlite3.Connection) -> BuiltWith | None:
        """What stands in a catalogue, None in one that was only just made."""
        found = dict(connection.execute("SELECT key, value FROM meta").fetchall())
        if "embedder" not in found:
            return None
        return cls(*(str(found.get(name, "")) for name in cls.__slots__))

    def require(self, wanted: BuiltWith) -> None:
        """Raise FactcheckError that names both sides of the first difference."""
        names = {
            "embedder": "the embedding model",
            "passage_words": "passages of this many words",
            "overlap": "overlapping sentences",
            "vectors": "vectors in a",
        }
        for field, name in names.items():
            mine, theirs = getattr(self, field), getattr(wanted, field)
            if mine != theirs:
                raise FactcheckError(
                    f"This index was built with {name}: {mine}; the settings say: {theirs}.",
                    hint="factcheck index --rebuild, or set it back",
                )


def new_collection(generation: int) -> str:
    """A name that no other index on a Chroma server has."""
    return f"factcheck-{uuid.uuid4().hex[:12]}-{generation}"


def describe(connection: sqlite3.Connection, built: BuiltWith, generation: int) -> None:
    """Write it into a new catalogue, with the name of its collection on a Chroma server."""
    values = {name: str(getattr(built, name)) for name in BuiltWith.__slots__}
    values["collection"] = new_collection(generation)
    connection.executemany("INSERT INTO meta VALUES (?, ?)", values.items())


def open_vectors(
    connection: sqlite3.Connection, gen: Generation, settings: IndexSettings, *, create: bool
) -> VectorStore:
    """The generation's vectors, in its folder or on the server."""
    query = "SELECT value FROM meta WHERE key = 'collection'"
    (name,) = connection.execute(query).fetchone()
    # One folder a collection, so that vectors can be made anew beside damaged ones.
    where: Path | str = settings.chroma or gen.chroma / str(name)
    return VectorStore(where, str(name), create=create, timeout=settings.chroma_timeout)

"""The vectors in Chroma: a folder of our own, or a server that several processes share."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from filelock import FileLock, Timeout

from corpus.errors import FactcheckError, UsageError
from index.embeddings import Vectors
from index.graph_files import damaged_graph

if TYPE_CHECKING:
    from chromadb.api.models.Collection import Collection
    from chromadb.config import Settings, System

# What Chroma keeps its rows in, inside its folder.
CHROMA_FILE = "chroma.sqlite3"
# Chroma refuses more than 5,461 rows at once.
_BATCH = 2000
# Sorting a large batch into the graph takes seconds; whoever takes longer is stuck.
_PATIENCE = 120


class VectorStore:
    """One Chroma collection of passage ids and vectors: cosine, no texts, no metadata.

    Each store starts a Chroma of its own instead of taking `chromadb.PersistentClient`'s shared
    one: that is one for a folder and process, keeps its first view of what other processes have
    written since, and a writer on top of such a view loses vectors. So whoever opens a store sees
    what is there at that moment, and a reader reopens its own when the catalogue has changed.

    Reading is not harmless either: a Chroma that finds rows which a killed writer has left
    unsorted sorts them into the graph's files itself, and a half-written graph ends the process
    that loads it. In a folder, therefore, one process at a time opens, writes, or asks the first
    question, which loads the graph; later questions are answered from memory.
    """

    def __init__(
        self, where: Path | str, name: str, *, create: bool = False, timeout: float = 10.0
    ) -> None:
        self._server = where if isinstance(where, str) else None
        self._name = name
        self._loaded = False
        self._alone = _guard(where)
        with self._clear_errors(), contextlib.ExitStack() as closing, self._alone:
            if isinstance(where, Path):
                # Chroma would make an empty one, even to read.
                if not create and not (where / CHROMA_FILE).is_file():
                    raise _missing()
                if damage := damaged_graph(where):
                    raise FactcheckError(damage, hint="factcheck doctor --repair")
            self._system = _start(where, timeout, closing)
            self._collection = _collection(self._system, name, create=create)
            self._closing = closing.pop_all()

    def close(self) -> None:
        """Let go of files and connections."""
        self._closing.close()

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Add rows; an id that is there already keeps its row, which is the same one."""
        for at in range(0, len(ids), _BATCH):
            with self._clear_errors(), self._alone:
                self._collection.add(
                    ids=list(ids[at : at + _BATCH]), embeddings=vectors[at : at + _BATCH]
                )

    def delete(self, ids: Sequence[str]) -> None:
        """Delete rows; ids that are not there are passed over."""
        for at in range(0, len(ids), _BATCH):
            with self._clear_errors(), self._alone:
                self._collection.delete(ids=list(ids[at : at + _BATCH]))

    def query(self, vector: Vectors, k: int) -> list[tuple[str, float]]:
        """The `k` nearest ids, best first, each with its cosine similarity."""
        first = contextlib.nullcontext() if self._loaded else self._alone
        with self._clear_errors(), first:
            found = self._collection.query(
                query_embeddings=vector.reshape(1, -1), n_results=k, include=["distances"]
            )
        self._loaded = True
        distances: Any = found["distances"]
        return [(id_, 1.0 - far) for id_, far in zip(found["ids"][0], distances[0], strict=True)]

    def present(self, ids: Sequence[str]) -> set[str]:
        """Which of these ids have a row."""
        found: set[str] = set()
        for at in range(0, len(ids), _BATCH):
            with self._clear_errors():
                got = self._collection.get(ids=list(ids[at : at + _BATCH]), include=[])
            found.update(got["ids"])
        return found

    def ids(self) -> Iterator[str]:
        """Every id, in no order."""
        at = 0
        while True:
            with self._clear_errors():
                got = self._collection.get(limit=_BATCH, offset=at, include=[])
            yield from got["ids"]
            at += _BATCH
            if len(got["ids"]) < _BATCH:
                return

    def count(self) -> int:
        with self._clear_errors():
            return int(self._collection.count())

    def drop(self) -> None:
        """Delete the collection itself."""
        with self._clear_errors():
            _api(self._system).delete_collection(self._name)

    @contextlib.contextmanager
    def _clear_errors(self) -> Iterator[None]:
        import httpx
        from chromadb.errors import ChromaError, NotFoundError

        try:
            yield
        except NotFoundError as error:
            raise _missing() from error
        except Timeout as error:
            raise FactcheckError(
                f"Another process has kept the vectors to itself for {_PATIENCE} seconds.",
                hint="factcheck doctor",
            ) from error
        except httpx.TimeoutException as error:
            raise FactcheckError(
                f"The Chroma server at {self._server} did not answer in time.",
                hint="see whether it is overloaded, or set a longer chroma_timeout",
            ) from error
        except httpx.HTTPError as error:
            raise FactcheckError(
                f"The Chroma server at {self._server} cannot be reached: {error}.",
                hint="start it: chroma run --path DIR --host 127.0.0.1 --port PORT",
            ) from error
        except ChromaError as error:
            raise FactcheckError(
                f"Chroma failed: {error}.", hint="factcheck doctor --repair"
            ) from error


def _missing() -> FactcheckError:
    return FactcheckError(
        "This index's vectors are not there: deleted, or kept elsewhere by an earlier release.",
        hint="factcheck doctor --repair",
    )


def _guard(where: Path | str) -> contextlib.AbstractContextManager[object]:
    """Shuts out other processes, and other stores of this one, while it is entered."""
    if isinstance(where, str):
        return contextlib.nullcontext()
    where.parent.mkdir(parents=True, exist_ok=True)
    return FileLock(where.with_name(f"{where.name}.lock"), _PATIENCE, thread_local=False)


def _start(where: Path | str, timeout: float, closing: contextlib.ExitStack) -> System:
    from chromadb.config import System

    if isinstance(where, Path):
        where.mkdir(parents=True, exist_ok=True)
        system = System(_settings(persist_directory=str(where), is_persistent=True))
        _api(system)
    else:
        system = System(_server_settings(where))
        session = _api(system)._session
        # Chroma's own client waits for ever, and leaves its connections open.
        session.timeout = timeout
        closing.callback(session.close)
        _api(system).heartbeat()
    system.start()
    closing.callback(system.stop)
    return system


def _api(system: System) -> Any:
    from chromadb.api import ServerAPI

    abstract: Any = ServerAPI
    return system.instance(abstract)


def _settings(**values: Any) -> Settings:
    from chromadb.config import Settings

    return Settings(anonymized_telemetry=False, **values)


def _server_settings(url: str) -> Settings:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise UsageError(f"Not a Chroma server's address: {url}", hint="http://127.0.0.1:8000")
    return _settings(
        chroma_api_impl="chromadb.api.fastapi.FastAPI",
        chroma_server_host=parts.hostname,
        chroma_server_http_port=parts.port or (443 if parts.scheme == "https" else 8000),
        chroma_server_ssl_enabled=parts.scheme == "https",
    )


def _collection(system: System, name: str, *, create: bool) -> Collection:
    from chromadb.api.models.Collection import Collection

    api = _api(system)
    if create:
        model = api.get_or_create_collection(
            name, configuration={"hnsw": {"space": "cosine", "ef_search": 200}}
        )
    else:
        model = api.get_collection(name)
    return Collection(client=api, model=model, embedding_function=None)

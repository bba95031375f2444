"""What a run has worked out so far: one that is cut off goes on where it stopped."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any

from tests.benchmarks.places import ROOT

_PROGRAM = ("corpus", "index", "assistant", "tests/benchmarks")


class Notebook:
    """Values by key in a file of JSON lines, each written as soon as it is known.

    `stamp` says what the values depend on: where the file was begun under another one, it begins
    anew. A line that a kill tore is left out.
    """

    def __init__(self, file: Path, stamp: Mapping[str, Any]) -> None:
        self._file = file
        self._stamp = json.dumps(stamp, sort_keys=True, default=str)
        self._known = self._read()
        self.recalled = len(self._known)
        self._out = self._begin()

    def recall(self, *key: str, make: Callable[[], Any]) -> Any:
        """What was noted under `key`, else what `make` gives now; it must be JSON."""
        name = hashlib.sha256("\0".join(key).encode()).hexdigest()[:24]
        if name not in self._known:
            line = json.dumps([name, make()], ensure_ascii=False)
            self._out.write(line + "\n")
            self._out.flush()
            # As it will be read again, so that a run in one go is the same as one in two.
            self._known[name] = json.loads(line)[1]
        return self._known[name]

    def close(self) -> None:
        """The file stays, for the next run."""
        self._out.close()

    def discard(self) -> None:
        """The run is complete: the next one begins anew."""
        self.close()
        self._file.unlink(missing_ok=True)

    def _read(self) -> dict[str, Any]:
        if not self._file.exists():
            return {}
        first, *lines = self._file.read_text(encoding="utf-8").split("\n")
        if first != self._stamp:
            return {}
        known = {}
        for line in lines:
            try:
                name, value = json.loads(line)
            except ValueError:
                continue
            known[name] = value
        return known

    def _begin(self) -> IO[str]:
        self._file.parent.mkdir(parents=True, exist_ok=True)
        lines = [self._stamp, *(json.dumps(pair, ensure_ascii=False) for pair in self._pairs())]
        self._file.write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        return self._file.open("a", encoding="utf-8")

    def _pairs(self) -> list[list[Any]]:
        return [[name, value] for name, value in self._known.items()]


def program() -> str:
    """A hash of the code that decides the figures, and of the reader's weights' description."""
    digest = hashlib.sha256()
    for folder in _PROGRAM:
        for file in sorted((ROOT / folder).rglob("*.py")):
            digest.update(file.as_posix().encode() + file.read_bytes())
    for file in sorted((ROOT / "assistant").rglob("model/reader.json")):
        digest.update(file.read_bytes())
    return digest.hexdigest()[:16]

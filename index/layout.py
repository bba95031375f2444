"""The index folder on disk: generations, and the pointer to the one that answers.

current              one line, "gen-2": replaced atomically, so readers see one or the other
gen-2/catalogue.sqlite   articles, passages, words: the truth
gen-2/embeddings.sqlite  vectors by text and model
gen-2/chroma/            the vectors, searchable; can be made again from the two above
gen-1/               the generation before, kept until the next rebuild
writer.lock, writer.json   who is writing
"""

from __future__ import annotations

import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

_NAME = re.compile(r"gen-([1-9]\d*)")


@dataclass(frozen=True, slots=True)
class Generation:
    """One complete index: number and folder."""

    number: int
    path: Path

    @property
    def catalogue(self) -> Path:
        return self.path / "catalogue.sqlite"

    @property
    def embeddings(self) -> Path:
        return self.path / "embeddings.sqlite"

    @property
    def chroma(self) -> Path:
        return self.path / "chroma"


def generation(folder: Path, number: int) -> Generation:
    """The generation with this number, whether or not it is there."""
    return Generation(number, folder / f"gen-{number}")


def current(folder: Path) -> Generation | None:
    """The generation that answers, or None where no index was ever finished."""
    try:
        name = (folder / "current").read_text(encoding="ascii").strip()
    except (FileNotFoundError, NotADirectoryError):
        return None
    match = _NAME.fullmatch(name)
    if match is None:
        return None
    found = generation(folder, int(match.group(1)))
    return found if found.catalogue.is_file() else None


def generations(folder: Path) -> list[Generation]:
    """Every generation in the folder, finished or not, oldest first."""
    if not folder.is_dir():
        return []
    names = (_NAME.fullmatch(entry.name) for entry in folder.iterdir() if entry.is_dir())
    return [generation(folder, n) for n in sorted(int(m.group(1)) for m in names if m)]


def make_current(folder: Path, chosen: Generation) -> None:
    """Let `chosen` answer from now on, in one atomic step that survives a power cut."""
    beside = folder / "current.new"
    with beside.open("w", encoding="ascii") as file:
        file.write(chosen.path.name + "\n")
        file.flush()
        os.fsync(file.fileno())
    beside.replace(folder / "current")
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def discard(chosen: Generation) -> None:
    """Delete a generation that no longer answers; readers that still have it open keep it."""
    shutil.rmtree(chosen.path, ignore_errors=True)

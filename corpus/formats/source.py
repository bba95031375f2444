"""The open file that every format's reader is given."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from corpus.keeping import Kept
from corpus.limits import Limits, size_name
from corpus.raw import UnreadableError


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus file opened for reading: its absolute `path`, its `size` in bytes, the limits.

    `kept` is what was recorded when the file was fetched from the web.
    """

    path: Path
    stream: BinaryIO
    size: int
    limits: Limits
    kept: Kept

    def whole(self, most: int) -> bytes:
        """All bytes; UnreadableError when there are more than `most`."""
        if self.size <= most:
            data = self.stream.read(most + 1)
            if len(data) <= most:
                return data
        raise too_large(self.size, most)


def too_large(size: int, most: int) -> UnreadableError:
    """The error for `size` bytes where `most` are allowed."""
    return UnreadableError(f"over the size limit: {size_name(size)}, {size_name(most)} allowed")

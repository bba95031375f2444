"""The open file that every format's reader is given."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from corpus.limits import Limits, size_name
from corpus.raw import UnreadableError


@dataclass(frozen=True, slots=True)
class Source:
    """A corpus file opened for reading: its absolute `path`, its `size` in bytes, the limits."""

    path: Path
    stream: BinaryIO
    size: int
    limits: Limits

    def whole(self, most: int) -> bytes:
        """All bytes; UnreadableError when there are more than `most`."""
        if self.size <= most:
            data = self.stream.read(most + 1)
            if len(data) <= most:
                return data
        raise UnreadableError(
            f"over the size limit: {size_name(self.size)}, {size_name(most)} allowed"
        )

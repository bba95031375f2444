"""Whether the files of Chroma's graph are whole, before loading them could end the process."""

from __future__ import annotations

import struct
from pathlib import Path

# Chroma 1.5 writes hnswlib's header: version, start of level 0, room, elements, bytes an element.
_HEADER = struct.Struct("<iQQQQ")


def damaged_graph(folder: Path) -> str | None:
    """What is cut short in the graphs under `folder`, or None.

    Their code reads past the end of such a file instead of refusing it.
    """
    for header in folder.glob("*/header.bin"):
        data = header.read_bytes()
        if len(data) < _HEADER.size:
            return "The vectors' graph is damaged: its header is cut short."
        version, _, _, elements, size = _HEADER.unpack_from(data)
        if version != 1:
            continue
        for name, wanted in (("data_level0.bin", elements * size), ("length.bin", elements * 4)):
            part = header.with_name(name)
            found = part.stat().st_size if part.is_file() else 0
            if found < wanted:
                return f"The vectors' graph is damaged: {name} has {found} of {wanted} bytes."
    return None

"""How much of a corpus file is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

_MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds. What is over a limit becomes a Failure that names it.

    `file_bytes` is for .pdf, .docx, .jsonl and .jsonl.gz as they lie on the disk; `article_bytes`
    for a file or a line that is one article; `expanded_bytes` for what a .gz or .docx unpacks to.
    """

    file_bytes: int = 512 * _MB
    article_bytes: int = 8 * _MB
    expanded_bytes: int = 1024 * _MB
    docx_bytes: int = 64 * _MB
    docx_members: int = 2_000
    articles_per_file: int = 200_000
    html_seconds: float = 60.0
    pdf_pages: int = 2_000
    pdf_seconds: float = 60.0
    pdf_memory_bytes: int = 1024 * _MB


def size_name(count: int) -> str:
    """`count` bytes as a reader writes it: `8 MB`, `700 kB`, `12 bytes`."""
    if count >= _MB:
        return f"{count / _MB:.3g} MB" if count < 1000 * _MB else f"{count / _MB:.0f} MB"
    return f"{count / 1024:.3g} kB" if count >= 1024 else f"{count} bytes"

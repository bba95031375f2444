"""PDF, by PDFium in a process of its own."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import quantiles

from corpus.formats.source import Source, too_large
from corpus.limits import Limits
from corpus.normal import normalise
from corpus.raw import RawArticle, UnreadableError

_PROGRAM = Path(__file__).with_name("pdf_text.py")
# PDFium's mark for a hyphen at which it saw a word broken at the line's end.
_BROKEN_WORD = re.compile("[\x02\ufffe]\\s*")
_SENTENCE_END = re.compile(r"[.!?:][\"”’')\]]*$")
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–]?\s*\d{1,4}\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.I)
_EDGE = 2


def read(source: Source) -> Iterator[RawArticle]:
    """The one article of a .pdf file. A PDF of pictures alone has no text, and is a failure."""
    limits = source.limits
    if source.size > limits.file_bytes:
        raise too_large(source.size, limits.file_bytes)
    if b"%PDF-" not in source.stream.read(1024):
        raise UnreadableError("not a PDF")
    pages = _pages(source.path, limits)
    if sum(map(len, pages)) > limits.article_bytes:
        raise too_large(sum(map(len, pages)), limits.article_bytes)
    lines = [normalise(_BROKEN_WORD.sub("", page)).split("\n") for page in pages]
    text = _paragraphs([line for page in _without_edges(lines) for line in page])
    if not text:
        raise UnreadableError("no text in it: maybe a scan, which needs text recognition first")
    yield RawArticle(text)


def _pages(path: Path, limits: Limits) -> list[str]:
    seconds = limits.pdf_seconds
    numbers = (limits.pdf_pages, limits.pdf_memory_bytes, int(seconds) + 1)
    command = [sys.executable, "-I", str(_PROGRAM), str(path), *map(str, numbers)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=False)  # noqa: S603
    except subprocess.TimeoutExpired as error:
        raise UnreadableError(f"a PDF that takes more than {seconds:g} seconds to read") from error
    try:
        found = json.loads(done.stdout)
    except ValueError as error:
        raise UnreadableError("a PDF that its reader crashes on") from error
    if "error" in found:
        raise UnreadableError(found["error"])
    pages: list[str] = found["pages"]
    return pages


def _without_edges(pages: list[list[str]]) -> list[list[str]]:
    """The pages without page numbers and the head and foot lines that most of them share."""
    edges = [_edges(page) for page in pages]
    seen = Counter(
        key
        for page, indexes in zip(pages, edges, strict=True)
        for key in {_edge_key(page[index]) for index in indexes}
    )
    often = {key for key, count in seen.items() if key and count >= max(3, len(pages) // 2)}
    return [
        [
            line
            for index, line in enumerate(page)
            if index not in indexes
            or not (_edge_key(line) in often or _PAGE_NUMBER.fullmatch(line))
        ]
        for page, indexes in zip(pages, edges, strict=True)
    ]


def _edges(page: list[str]) -> set[int]:
    filled = [index for index, line in enumerate(page) if line]
    return {*filled[:_EDGE], *filled[-_EDGE:]}


def _edge_key(line: str) -> str:
    return re.sub(r"\d+", "", line).strip().casefold()


def _paragraphs(lines: list[str]) -> str:
    """Lines joined to paragraphs: one ends at a blank line, or where a short line ends it."""
    lengths = [len(line) for line in lines if line]
    # The width of a full line: most lines of running text come near it.
    full = 0.8 * quantiles(lengths, n=10)[7] if len(lengths) > 1 else 0
    paragraphs: list[list[str]] = [[]]
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        if line:
            paragraphs[-1].append(line)
        ended = len(line) < full and (_SENTENCE_END.search(line) or following[:1].isupper())
        if not line or ended:
            paragraphs.append([])
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs if paragraph)

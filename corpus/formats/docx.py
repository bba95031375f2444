"""Word documents."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

from corpus.formats.source import Source
from corpus.limits import Limits, size_name
from corpus.normal import one_line
from corpus.raw import RawArticle, UnreadableError

_TITLE_STYLES = ("Title", "Heading 1")


def read(source: Source) -> Iterator[RawArticle]:
    """The one article of a .docx file: its paragraphs and, line by line, its tables."""
    data = source.whole(source.limits.docx_bytes)
    _refuse_bomb(data, source.limits)
    from docx import Document
    from docx.opc.exceptions import OpcError
    from lxml.etree import LxmlError  # type: ignore[import-untyped]

    try:
        document = Document(io.BytesIO(data))
        blocks = list(_blocks(document.iter_inner_content()))
    except (OpcError, LxmlError, zipfile.BadZipFile, zlib.error, KeyError, ValueError) as error:
        raise UnreadableError(f"not a Word document that can be read: {_short(error)}") from error
    title = next((text for style, text in blocks[:3] if style in _TITLE_STYLES and text), None)
    body = [text for _, text in blocks if text != title]
    yield RawArticle("\n\n".join(body), title=one_line(title) if title else None)


def _refuse_bomb(data: bytes, limits: Limits) -> None:
    """Raises UnreadableError for what is no ZIP, or unpacks to more than the limit."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError(
            "an old or encrypted Office file: save it as .docx without a password"
        )
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, ValueError) as error:
        raise UnreadableError("not a Word document: no ZIP archive") from error
    # ZipFile never unpacks more of a member than it declares, so the declared sizes are the bound.
    unpacked = sum(member.file_size for member in members)
    if unpacked > limits.docx_bytes or len(members) > limits.docx_members:
        raise UnreadableError(
            f"unpacks to {size_name(unpacked)} in {len(members)} parts,"
            f" {size_name(limits.docx_bytes)} in {limits.docx_members} allowed"
        )


def _blocks(content: Iterator[Any]) -> Iterator[tuple[str, str]]:
    """Style and text of each paragraph; of a table, each row on a line."""
    for block in content:
        if hasattr(block, "rows"):
            rows = (
                " | ".join(dict.fromkeys(cell.text for cell in row.cells)) for row in block.rows
            )
            yield "Table", "\n".join(" ".join(row.split()) for row in rows)
        else:
            style = (block.style.name or "") if block.style is not None else ""
            listed = style.startswith("List") and block.text.strip()
            yield style, f"- {block.text}" if listed else block.text


def _short(error: Exception) -> str:
    return one_line(str(error))[:120] or type(error).__name__

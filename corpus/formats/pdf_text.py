"""Run as a program of its own: the text of a PDF's pages, as JSON on standard output.

PDFium is C++ fed with strangers' files. In its own process it may hang, crash or eat its memory
limit, and the rest goes on. Arguments: path, most pages, most bytes of memory, most seconds.
It imports nothing of this project, so that it starts fast.
"""

from __future__ import annotations

import contextlib
import json
import sys
from itertools import pairwise
from typing import Any

_ENDS = (".", "!", "?", '"', "”")


def confine(memory: int, seconds: int) -> None:
    """Takes this process's right to more memory (bytes) and processor time than that."""
    with contextlib.suppress(ImportError):  # Not on Windows, where the time limit alone holds.
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))


def pages_text(path: str, pages: int) -> dict[str, object]:
    """`{"pages": [text, ...]}`, or `{"error": why}`."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(path)
    except pypdfium2.PdfiumError as error:
        return {"error": _reason(str(error))}
    if len(document) > pages:
        return {"error": f"{len(document)} pages, {pages} allowed"}
    texts = []
    for number in range(len(document)):
        try:
            texts.append(page_text(document[number].get_textpage()))
        except pypdfium2.PdfiumError:
            texts.append("")
    return {"pages": texts}


def page_text(page: Any) -> str:
    """The page's lines, with a blank line where more than a usual line's space parts them."""
    lines = page.get_text_range().split("\r\n")
    places: list[tuple[float, float] | None] = []
    index = 0
    for line in lines:
        first = index + len(line) - len(line.lstrip())
        places.append(_place(page, first) if line.strip() else None)
        index += len(line) + 2
    steps = [above[1] - below[1] if above and below else 0.0 for above, below in pairwise(places)]
    down = sorted(step for step in steps if step > 0)
    usual = down[len(down) // 4] if down else 0.0
    text: str = lines[0]
    for line, following, step, place in zip(lines, lines[1:], steps, places, strict=False):
        height = place[1] - place[0] if place else step
        wide = step > 1.3 * usual or (step > 1.6 * height and line.rstrip().endswith(_ENDS))
        text += ("\n\n" if wide else "\n") + following
    return text


def _place(page: Any, character: int) -> tuple[float, float] | None:
    """Bottom and top of a character's line, in points; None where PDFium does not know."""
    import pypdfium2

    try:
        _, bottom, _, top = page.get_charbox(character, loose=True)
    except pypdfium2.PdfiumError:
        return None
    return bottom, top


def _reason(message: str) -> str:
    if "password" in message.lower():
        return "a PDF that needs a password"
    return "not a PDF that can be read: broken or cut short"


if __name__ == "__main__":
    try:
        confine(int(sys.argv[3]), int(sys.argv[4]))
        found = pages_text(sys.argv[1], int(sys.argv[2]))
    except MemoryError:
        found = {"error": "a PDF that needs more memory than is allowed"}
    json.dump(found, sys.stdout)

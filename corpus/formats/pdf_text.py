"""Run as a program of its own: the text of a PDF's pages, as JSON on standard output.

PDFium is C++ fed with strangers' files. In its own process it may hang, crash or eat its memory
limit, and the rest goes on. Arguments: path, most pages, most bytes of memory, most seconds.
It imports nothing of this project, so that it starts fast.
"""

from __future__ import annotations

import contextlib
import json
import sys


def main(path: str, pages: int, memory: int, seconds: int) -> dict[str, object]:
    """`{"pages": [text, ...]}`, or `{"error": why}`."""
    with contextlib.suppress(ImportError):  # Not on Windows, where the time limit alone holds.
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds))
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
            texts.append(document[number].get_textpage().get_text_bounded())
        except pypdfium2.PdfiumError:
            texts.append("")
    return {"pages": texts}


def _reason(message: str) -> str:
    if "password" in message.lower():
        return "a PDF that needs a password"
    return "not a PDF that can be read: broken or cut short"


if __name__ == "__main__":
    try:
        found = main(sys.argv[1], *(int(argument) for argument in sys.argv[2:5]))
    except MemoryError:
        found = {"error": "a PDF that needs more memory than is allowed"}
    json.dump(found, sys.stdout)

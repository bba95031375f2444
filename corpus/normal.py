"""One form of text for everything above: line ends, spaces, invisible characters, wrapped lines."""

from __future__ import annotations

import re
import unicodedata

_LINE_ENDS = re.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
# Soft hyphens, zero-width spaces, direction marks, byte order marks. The zero-width joiners stay:
# Persian and emoji need them.
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ufdd0-\ufdef]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_ODD_SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_SPACES = re.compile(" {2,}")
_BLANK_LINES = re.compile(r"\n{3,}")
_WRAP_WIDTH = range(40, 101)


def normalise(text: str) -> str:
    """`text` in NFC, one kind of space and line end, no invisible or control characters.

    Lines are trimmed; at most one blank line stands between two of them.
    """
    text = _CONTROL.sub("", _LINE_ENDS.sub("\n", text))
    if not text.isascii():
        text = _INVISIBLE.sub("", _SURROGATE.sub("\ufffd", text))
        text = unicodedata.normalize("NFC", _ODD_SPACES.sub(" ", text))
    text = text.replace("\t", " ")
    if "  " in text:
        text = _SPACES.sub(" ", text)
    text = text.replace(" \n", "\n").replace("\n ", "\n")
    return _BLANK_LINES.sub("\n\n", text).strip()


def one_line(text: str) -> str:
    """`text`, normalised, without line ends: for titles, names, labels."""
    return " ".join(normalise(text).split())


def unwrap(text: str) -> str:
    """Joins lines that were broken at a fixed width, as in mail and PDF; else `text` as it is."""
    paragraphs = [block.split("\n") for block in text.split("\n\n")]
    if not _wrapped(paragraphs):
        return text
    return "\n\n".join(_join(lines) for lines in paragraphs)


def _wrapped(paragraphs: list[list[str]]) -> bool:
    """Whether most lines that go on in the next one are nearly as long as the longest."""
    inner = [line for lines in paragraphs for line in lines[:-1]]
    if len(inner) < 4:
        return False
    widest = max(map(len, inner))
    full = sum(len(line) >= 0.75 * widest for line in inner)
    open_ended = sum(not line.endswith((".", "!", "?", '"', "”", ":")) for line in inner)
    return widest in _WRAP_WIDTH and full >= 0.8 * len(inner) and open_ended >= 0.6 * len(inner)


def _join(lines: list[str]) -> str:
    joined = lines[0]
    for line in lines[1:]:
        if re.search(r"[a-z]-$", joined) and line[:1].islower():
            joined = joined[:-1] + line
        else:
            joined = f"{joined} {line}"
    return joined

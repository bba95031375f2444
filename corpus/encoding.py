"""Bytes to text: byte order marks, UTF-8, UTF-16, then the likeliest older encoding."""

from __future__ import annotations

import codecs
import re

from corpus.raw import UnreadableError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SIGNATURES = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive or an Office document",
    b"\x1f\x8b": "gzip data",
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x7fELF": "a program",
    b"SQLite format 3\x00": "a SQLite database",
}
_SAMPLE = 64 * 1024
_FEW = 1000
# Bytes that no text in a single-byte encoding holds: control characters but tab, line ends, escape.
_CONTROL = bytes(set(range(32)) - {9, 10, 11, 12, 13, 27} | {127})


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text in `data`; `declared` is the encoding that a header or a tag names, tried first.

    Raises UnreadableError when the bytes are not text.
    """
    for signature, name in _SIGNATURES.items():
        if data.startswith(signature):
            raise UnreadableError(f"not text: it is {name}")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, encoding)
    for encoding in filter(None, (declared, "utf-8")):
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
        if not _binary(data):
            return text
    if (wide := _wide(data)) is not None:
        return _strict(data, wide)
    if _binary(data):
        raise UnreadableError("not text: it holds binary data")
    return _mostly_utf8(data) or data.decode(_older(data), errors="replace")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"not valid {encoding}: {error.reason}") from error


def _binary(data: bytes) -> bool:
    """Whether more than one byte in a thousand of the beginning is a control character."""
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROL))
    return controls * 1000 > len(sample)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark, told by every second byte being zero."""
    sample = data[: _SAMPLE & ~1]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.4 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.4 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _older(data: bytes) -> str:
    """The likeliest single- or multi-byte encoding; windows-1252 where nothing tells."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE], threshold=0.3).best()
    if best is None or best.encoding in {"ascii", "utf_8"}:
        return "cp1252"
    if not all("Latin" in name or name in _SYMBOLS for name in best.alphabets):
        return best.encoding
    # Latin alphabets are told apart by a few bytes only: the one that garbles the fewest words.
    readable = [name for name in _LATIN if _decodes(data, name)]
    return min(readable, key=lambda name: _garbled(data[:_SAMPLE], name), default=best.encoding)


_SYMBOLS = {
    "General Punctuation",
    "Currency Symbols",
    "Letterlike Symbols",
    "Control character",
    "Combining Diacritical Marks",
}
# The commonest first: it wins where they do equally well.
_LATIN = ("cp1252", "cp1250", "iso8859_2", "mac_roman")
_SIGN = r"[¹³¿¡¢£¤¥¦¨ª¬¯±´¶¸º¼½¾×÷\x80-\x9f]"
# A sign within a word is what a wrong table makes of it; so is a capital between small letters.
_WRONG = re.compile(rf"[^\W\d_]{_SIGN}|{_SIGN}(?<!¿)(?<!¡)[a-zß-ÿ]")
# Letters that the languages written with a table hardly use.
_RARE = {
    "cp1252": re.compile("[šžýðþŠŽÝÐÞ]"),
    "cp1250": re.compile("[ŕĺŔĹűŰďĎ]"),
    "iso8859_2": re.compile("[ŕĺŔĹűŰďĎ]"),
    "mac_roman": re.compile("[šžýðþŠŽÝÐÞ¬¶§†‡∂∑∏π∫Ωıˆ˜˘˙˚˝˛ˇ]"),
}


def _garbled(sample: bytes, encoding: str) -> int:
    text = sample.decode(encoding, errors="replace")
    capitals = sum(
        letter > "\x7f" and letter.isupper() and before.islower() and after.islower()
        for before, letter, after in zip(text, text[1:], text[2:], strict=False)
    )
    return capitals + len(_WRONG.findall(text)) + len(_RARE[encoding].findall(text))


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _mostly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few bytes of windows-1252 among it, as pasted texts have; else None."""
    wrong = 0

    def as_western(error: UnicodeError) -> tuple[str, int]:
        nonlocal wrong
        assert isinstance(error, UnicodeDecodeError)  # noqa: S101
        wrong += 1
        if wrong > _FEW:
            raise error
        part = error.object[error.start : error.end]
        return part.decode("cp1252", errors="replace"), error.end

    codecs.register_error("corpus-western", as_western)
    try:
        text = data.decode("utf-8", errors="corpus-western")
    except UnicodeDecodeError:
        return None
    right = sum(character > "\x7f" for character in text) - wrong
    return text if wrong and right >= 2 * wrong else None

"""What a page says twice: captions, paragraphs, whole bodies, teasers of a later line."""

from __future__ import annotations

from corpus.lines import PROSE_WORDS, ends_sentence, fold

_TEASER_ENDS = ("...", "…", "[…]", "[...]")
_LEAST_TEASER = 20
_LONG_FRAGMENT = 12


def repeated(lines: list[str]) -> set[int]:
    """The indexes of lines that another line of `lines` makes needless; blank lines are not.

    A long line goes where an earlier one says the same, a short one only where it follows
    directly; a line cut short with dots goes where a whole line begins with it.
    """
    folded = [fold(line) for line in lines]
    gone: set[int] = set()
    seen: set[str] = set()
    previous = ""
    for index, (line, key) in enumerate(zip(lines, folded, strict=True)):
        if not key:
            continue
        if key == previous or (key in seen and _is_long(line)):
            gone.add(index)
        seen.add(key)
        previous = key
    return gone | _teasers(lines, folded)


def _is_long(line: str) -> bool:
    """Long enough not to stand twice by chance, as an entry of two lists does."""
    count = len(line.split())
    return count >= _LONG_FRAGMENT or (count >= PROSE_WORDS and ends_sentence(line))


def _teasers(lines: list[str], folded: list[str]) -> set[int]:
    """Lines that end in dots and whose words stand at the head of another, longer line.

    A section's name or two may stand before them: "News Minister says that..."
    """
    cut = [index for index, line in enumerate(lines) if line.endswith(_TEASER_ENDS)]
    return {index for index in cut[:50] if _begun_elsewhere(index, lines, folded)}


def _begun_elsewhere(index: int, lines: list[str], folded: list[str]) -> bool:
    parts = lines[index].split()
    for skip in range(min(3, len(parts))):
        key = fold(" ".join(parts[skip:]))
        if len(key) < _LEAST_TEASER:
            return False
        if any(len(other) > len(key) and other.startswith(key) for other in folded):
            return True
    return False

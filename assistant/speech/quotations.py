"""Where a sentence quotes somebody's own words."""

from __future__ import annotations

import re

_MARK = re.compile(r"[“”\"]")
_SINGLE = re.compile(r"(?<!\w)[‘'](?=\w)[^’']{12,}[’'](?!\w)")


def quotations(sentence: str) -> list[tuple[int, int]]:
    """The (start, end) of every quotation, its marks included, in order.

    A quotation that began in an earlier sentence counts from the start, one that goes on in the
    next to the end. A mark behind a comma or full stop closes, whichever way it is curled.
    """
    found: list[tuple[int, int]] = []
    opened: int | None = None
    for match in _MARK.finditer(sentence):
        at = match.start()
        if opened is not None:
            found.append((opened, at + 1))
            opened = None
        elif _closes(sentence, at, first=not found):
            found.append((0, at + 1))
        else:
            opened = at
    if opened is not None:
        found.append((opened, len(sentence)))
    singles = (match.span() for match in _SINGLE.finditer(sentence))
    found += [(s, e) for s, e in singles if not any(s < b and a < e for a, b in found)]
    return sorted(span for span in found if span[1] - span[0] > 2)


def _closes(sentence: str, at: int, *, first: bool) -> bool:
    """Whether the mark ends a quotation that the sentence did not open."""
    if not first or not sentence[:at].strip():
        return False
    before, after = sentence[:at].rstrip()[-1:], sentence[at + 1 : at + 2]
    if sentence[at] == "”":
        return True
    if sentence[at] == "“":  # curled wrongly: "at the moment, “Mr Putin said"
        return before in ",.!?" and "”" not in sentence[at:]
    return sentence[at - 1] in ",.!?" and not after.isalnum()

"""Galleries of pictures that a scraper wrote into an article: caption after caption, counted."""

from __future__ import annotations

import re

from corpus.lines import is_prose

_COUNTED = re.compile(
    r"(?:\b(?:hide|toggle) caption\s+|^|[.!?)]\s*)\d{1,4} of (\d{1,4})$", re.IGNORECASE
)
_LEAST_PICTURES = 5
_LEAST_PROSE = 3


def without_gallery(lines: list[str]) -> list[str]:
    """`lines` without the captions of a slideshow beside the article.

    A page that is little else than its pictures keeps them: they are the article.
    """
    counted = {index for index, line in enumerate(lines) if _COUNTED.search(line)}
    if len(counted) < _LEAST_PICTURES:
        return lines
    rest = [line for index, line in enumerate(lines) if index not in counted]
    return rest if sum(map(is_prose, rest)) >= _LEAST_PROSE else lines

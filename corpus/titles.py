"""Which of an article's first lines is its title."""

from __future__ import annotations

import re

from corpus.datelines import dateline
from corpus.furniture import is_call, is_credit, is_label
from corpus.lines import is_prose
from corpus.repetition import repeated
from corpus.sentences import sentence_spans
from corpus.stamps import is_stamp

_HEAD = 10
_LEAST_WORDS, _MOST_WORDS = 3, 32
_SHORTENED = 120
_BREADCRUMBS = re.compile(r"\s[›»>|/]\s.*\s[›»>|/]\s|^(?:home|news)\s?[›»>|/]", re.IGNORECASE)
# A caption names its picture's maker in brackets at its end: "(Reuters photo: ...)", "(.../AFP)".
_PICTURE = re.compile(r"\([^()]*(?:photo|image|picture|/\s?\w+|getty)[^()]*\)\.?$", re.IGNORECASE)
_ABBREVIATED_END = re.compile(r"\b[A-Z]\.$")


def find_title(lines: list[str]) -> tuple[str, bool]:
    """The title in `lines` (blank ones too), and whether it is a line of its own.

    Where no line looks like a headline, it is the first sentence, shortened.
    """
    filled = [line for line in lines if line]
    needless = repeated(filled[:200])
    head = [line for index, line in enumerate(filled[:_HEAD]) if index not in needless]
    candidates: list[str] = []
    for line, below in zip(head, [*head[1:], ""], strict=False):
        if _is_furniture(line):
            continue
        if not _is_headline(line):
            break
        candidates.append(line)
        if len(line.split()) >= _LEAST_WORDS and is_stamp(below):
            # A byline or a date stands under a headline, not under a section's name.
            break
    long_enough = (line for line in candidates if len(line.split()) > _LEAST_WORDS)
    title = next(long_enough, None) or max(candidates, key=len, default=None)
    if title is not None and len(filled) > 1:
        return title, True
    return _shortened(filled), False


def _is_furniture(line: str) -> bool:
    return (
        is_label(line)
        or is_stamp(line)
        or is_call(line)
        or is_credit(line)
        or _BREADCRUMBS.search(line) is not None
        or _PICTURE.search(line) is not None
    )


def _is_headline(line: str) -> bool:
    if len(line.split()) > _MOST_WORDS or dateline(line):
        return False
    if line.endswith((".", ":", ";", ",", "。")) and not _ABBREVIATED_END.search(line):
        return False
    # A question or an exclamation of one sentence may be a headline however long.
    return not is_prose(line) or len(sentence_spans(line)) == 1


def _shortened(filled: list[str]) -> str:
    first = next((line for line in filled if not _is_furniture(line)), filled[0] if filled else "")
    if len(first) <= _SHORTENED:
        return first
    spans = sentence_spans(first)
    sentence = spans[0].of(first) if spans else first
    if len(sentence) <= _SHORTENED:
        return sentence
    return sentence[: _SHORTENED - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"

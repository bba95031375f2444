"""Readers' comments below a scraped article: a heading that counts or invites them, then theirs."""

from __future__ import annotations

import re

from corpus.lines import is_prose

_HEADING = re.compile(
    r"(?:(?:\d[\d,.]*|no|one|all|view|show|read|load|latest|top|reader|readers['’]|user)\s+)*"
    r"(?:comments?|responses|replies|discussion|conversation)"
    r"(?:\s*[:(]?\s*\d[\d,.]*\s*\)?|\s+(?:on|to|for)\b.{0,120})?\s*:?"
    r"|\d+ (?:thoughts?|responses?|replies|comments?) (?:on|to)\b.{0,120}"
    r"|(?:join|start) the (?:discussion|conversation)\W*",
    re.IGNORECASE,
)
# What stands beside a reader's words: a button to answer, an age, a name that "says".
_BESIDE = re.compile(
    r"(?:(?:log in to )?reply|report|like|upvote|share|flag|edit|permalink|[•·|\s]|\d)*\breply\b"
    r"(?:reply|report|like|upvote|share|flag|edit|permalink|[•·|\s]|\d)*"
    r"|.{0,40}\b\d+\s?(?:minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|[mhdwy]) ago"
    r"(?:[•·|\s]*(?:reply|edited|report|like))*"
    r"|[^\s.].{0,40}\ssays:"
    r"|.{0,60}\b(?:19|20)\d\d(?:,| at|\s[-–|·])? ?\d{1,2}[:.]\d\d\s?(?:[ap]\.?m\.?)?"
    r"(?:\s*[-–#|·].*)?",
    re.IGNORECASE,
)
_LEAST = 2
_LEAST_PROSE = 2


def without_thread(lines: list[str]) -> list[str]:
    """`lines` up to the heading of readers' comments; all of them where there is no such thread.

    Nothing is cut before the article's second sentence, nor without two marks of a comment.
    """
    prose = 0
    for index, line in enumerate(lines):
        if prose >= _LEAST_PROSE and len(line) <= 160 and _HEADING.fullmatch(line):
            marks = sum(
                _BESIDE.fullmatch(below) is not None
                for below in lines[index + 1 :]
                if len(below) <= 120
            )
            if marks >= _LEAST:
                return lines[:index]
        prose += is_prose(line)
    return lines

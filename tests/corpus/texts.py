"""Texts and lines that several tests of reading use."""

from __future__ import annotations

import json
from pathlib import Path

from corpus.article import Failure
from corpus.limits import Limits
from tests.corpus.collected import read_file

BODY = (
    "The council of Lindhafen met on Tuesday to speak about the sea wall.\n\n"
    "It will be built by next spring, the mayor said after the meeting."
)


def only_failure(folder: Path, name: str, limits: Limits | None = None) -> Failure:
    content = read_file(folder, Path(name), limits=limits)
    assert content.articles == ()
    (failure,) = content.failures
    assert failure.path == name
    return failure


def line(**fields: object) -> str:
    return json.dumps({"text": BODY, **fields})


PARAGRAPHS = [
    "The council of Lindhafen met on Tuesday to speak about the sea wall and its cost to the town.",
    "It will be built by next spring, the mayor said after the meeting in the old town hall.",
    "Pumps from Norland have kept the low quarters dry since February, and will stay until May.",
]

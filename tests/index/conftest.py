"""A small corpus of our own, and the real model, made once."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.settings import IndexSettings

STORIES = {
    "harbour.txt": (
        "Harbour tunnel opens\n\nThe harbour tunnel opened on Monday after six years of work. "
        "Engineers said 1,400 people had dug it. The mayor rode the first tram through it.\n\n"
        "Fares stay at two crowns until the end of the year. Critics call that too dear."
    ),
    "dam.md": (
        "---\ntitle: Dam inspectors find cracks\noutlet: River Post\npublished: 2021-03-04\n---\n"
        "Inspectors found 17 cracks in the upper dam on Thursday. The operator had reported four. "
        "The reservoir will be lowered by three metres before repairs begin in May."
    ),
    "north/ferry.md": (
        "---\ntitle: Ferry line closes\noutlet: Coast Herald\npublished: 2020-11-20\n---\n"
        "The last ferry to Skarn island sails on Friday. About 90 islanders must use the bridge, "
        "which was finished in 2019. The company blames falling passenger numbers."
    ),
}


def write(root: Path, stories: dict[str, str]) -> None:
    """Put these texts into a corpus folder."""
    for name, text in stories.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    root = tmp_path / "corpus"
    write(root, STORIES)
    return root


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "index"


@pytest.fixture(scope="session")
def settings() -> IndexSettings:
    return IndexSettings(passage_words=30)

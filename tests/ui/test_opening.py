"""What the settings say reaches the rooms below."""

from __future__ import annotations

from typing import cast

from assistant.reader.rules import RulesReader
from index.opened import Index
from ui.opening import assistant_for, index_settings
from ui.settings import Settings


def test_settings_of_the_index_are_handed_down() -> None:
    told = Settings(
        embedder="other", precision="int8", chroma="http://127.0.0.1:9", chroma_timeout=3
    )
    given = index_settings(told)
    assert (given.embedder, given.precision) == ("other", "int8")
    assert (given.chroma, given.chroma_timeout) == ("http://127.0.0.1:9", 3.0)


def test_settings_of_the_check_are_handed_down() -> None:
    told = Settings(check_threshold=0.7, check_margin=0.1, check_sentences=5)
    checking = assistant_for(told, cast(Index, None), RulesReader()).checking
    assert checking is not None
    assert (checking.threshold, checking.margin, checking.sentences) == (0.7, 0.1, 5)

"""What the settings say reaches the rooms below."""

from __future__ import annotations

from ui.opening import index_settings
from ui.settings import Settings


def test_settings_of_the_index_are_handed_down() -> None:
    told = Settings(
        embedder="other", precision="int8", chroma="http://127.0.0.1:9", chroma_timeout=3
    )
    given = index_settings(told)
    assert (given.embedder, given.precision) == ("other", "int8")
    assert (given.chroma, given.chroma_timeout) == ("http://127.0.0.1:9", 3.0)

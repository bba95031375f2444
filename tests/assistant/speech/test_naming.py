"""Speakers within a sentence lose the capital that their own sentence gave them, and no other."""

from __future__ import annotations

import pytest

from assistant.speech.naming import in_sentence


@pytest.mark.parametrize(
    ("speaker", "told"),
    [
        ("The minister", "the minister"),
        ("The Marskan minister", "the Marskan minister"),
        ("A U.S. official", "a U.S. official"),
        ("Its director", "its director"),
        ("Officials", "officials"),
        ("Police in Marsk", "police in Marsk"),
        ("The Telegraph", "The Telegraph"),
        ("The White House", "The White House"),
        ("Kremlin spokesman", "Kremlin spokesman"),
        ("President Holm", "President Holm"),
        ("Minister of Transport Anton Rask", "Minister of Transport Anton Rask"),
        ("President", "President"),
        ("Hunter", "Hunter"),
        ("the mayor", "the mayor"),
        ("", ""),
    ],
)
def test_in_sentence(speaker: str, told: str) -> None:
    assert in_sentence(speaker) == told

"""What is told as done, and what is only wished, asked for or planned."""

from __future__ import annotations

import pytest

from assistant.language.modality import Time, only_ahead_of, told_as_done
from assistant.language.word_keys import words


@pytest.mark.parametrize(
    ("text", "time", "told"),
    [
        ("Norway joined the pact.", "fact", True),
        ("Norway wants to join the pact.", "fact", False),
        ("They urged Norway to join the pact.", "ahead", False),
        ("Norway plans to join the pact.", "ahead", True),
        ("Norway was forced to join the pact.", "fact", True),
        ("Norway may join the pact.", "ahead", False),
        ("Norway left the talks.", "fact", None),
        ("Sweden will join, but Norway joined the pact in May.", "fact", True),
    ],
)
def test_told_as_done(text: str, time: Time, told: bool | None) -> None:
    assert told_as_done(text, words("join")[0].idea, time) is told


def test_what_a_subject_is_yet_to_do() -> None:
    text = "Norway will hold talks."
    assert only_ahead_of(text, len("Norway"))
    assert not only_ahead_of("Norway held talks.", len("Norway"))

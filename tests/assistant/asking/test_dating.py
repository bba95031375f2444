"""The date of the event, not of the report."""

from __future__ import annotations

import pytest

from assistant.asking.dating import event_date


@pytest.mark.parametrize(
    ("question", "sentence", "span", "meant", "worth"),
    [
        ("When did the river burst its banks?",
         "VELMORA, June 14 - The Teska burst its banks on Saturday night.", "June 14",
         "on Saturday night", 1.0),
        ("When did the river burst its banks?",
         "VELMORA, June 14 (Wire) - The Teska burst its banks.", "June 14", "June 14", 0.5),
        ("When did the tree fall?", "A tree fell on Tuesday, police said on Thursday.",
         "Thursday", "Tuesday", 1.0),
        ("When did police say so?", "A tree fell on Tuesday, police said on Thursday.",
         "Thursday", "Thursday", 1.0),
        ("When did the tree fall?", "A tree fell on Tuesday, police said on Thursday.",
         "Tuesday", "Tuesday", 1.0),
        ("When was the dam built?", "The dam was built in 1968.", "1968", "1968", 1.0),
        ("When will it close?", "Halvex said on Monday it will close in 2024.", "Monday",
         "2024", 1.0),
    ],
)  # fmt: skip
def test_event_date(question: str, sentence: str, span: str, meant: str, worth: float) -> None:
    start = sentence.index(span)
    low, high, value = event_date(question, sentence, start, start + len(span))
    assert meant in sentence[low:high] or sentence[low:high] in meant
    assert value == worth

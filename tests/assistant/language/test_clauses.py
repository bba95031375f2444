"""Where a sentence's verb stands, and which words share a key."""

from __future__ import annotations

import pytest

from assistant.language.clauses import finite_verb_at
from assistant.language.word_keys import stem


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("Anna Berg used a ladder at the harbour.", "used"),
        ("Anna Berg died at home.", "died"),
        ("Anna Berg outspent Nils Dahl.", "outspent"),
        ("Rebels overthrew the king.", "overthrew"),
        ("The outlet of the lake froze and was closed.", "was"),
        ("The deed to the house was found.", "was"),
    ],
)
def test_the_finite_verb(text: str, verb: str) -> None:
    at = finite_verb_at(text)
    assert at is not None
    assert text[at:].startswith(verb)


def test_words_without_a_verb_have_none() -> None:
    assert finite_verb_at("A red reed in the weed") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("mayor", "may"), ("tower", "tow"), ("corner", "corn"), ("minor", "mine")],
)
def test_an_ending_that_is_part_of_the_word_stays(one: str, other: str) -> None:
    assert stem(one) != stem(other)
    assert stem(f"{one}s") == stem(one) == stem(f"{one}'s")

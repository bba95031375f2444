"""What a negation reaches."""

from __future__ import annotations

from typing import Literal

import pytest
from hypothesis import given

from assistant.language.negation import scopes, word_polarities
from assistant.language.word_keys import stem
from tests.assistant.values.texts import relaxed, texts

Polarity = Literal["affirmed", "negated", "absent"]


def polarity(text: str, word: str) -> Polarity:
    """Whether `text` affirms or denies `word`, in any inflection; its first use counts."""
    wanted = stem(word)
    for each, denied in word_polarities(text):
        if each.stem == wanted:
            return "negated" if denied else "affirmed"
    return "absent"


@pytest.mark.parametrize(
    ("text", "word", "wanted"),
    [
        ("Russia has no plans to take part.", "plans", "negated"),
        ("Russia has no plans to take part.", "part", "negated"),
        ("Russia has plans to take part.", "plan", "affirmed"),
        ("Russia has plans to take part.", "ships", "absent"),
        ("The army denied any casualties.", "casualties", "negated"),
        ("She didn't attend, but he spoke.", "attended", "negated"),
        ("She didn't attend, but he spoke.", "spoke", "affirmed"),
        ("He did not, despite the rain, play.", "play", "negated"),
        ("He has not since won.", "won", "negated"),
        ("Nobody was injured.", "injured", "negated"),
        ("They never met.", "met", "negated"),
        ("They failed to agree.", "agree", "negated"),
        ("The tests failed on Monday.", "Monday", "affirmed"),
        ("It ruled out a deal.", "deal", "negated"),
        ("It is no longer legal.", "legal", "negated"),
        ("It did not deny the report.", "report", "affirmed"),
        ("Not only did he win, he set a record.", "win", "affirmed"),
        ("There is no doubt he won.", "won", "affirmed"),
        ("No more than 20 people came.", "people", "affirmed"),
        ("The No. 1 seed won.", "won", "affirmed"),
        ("Prices have not more than doubled.", "doubled", "negated"),
        ("No, he said, they won.", "won", "affirmed"),
        ("It came without “any warning”.", "warning", "negated"),
        ("She was found not guilty.", "guilty", "negated"),
    ],
)
def test_polarity(text: str, word: str, wanted: Polarity) -> None:
    assert polarity(text, word) == wanted


def test_a_scope_knows_its_cue_and_focus() -> None:
    (scope,) = scopes("Russia has no plans to take part in operations in Syria.")
    assert scope.cue == "no"
    assert [word.text for word in scope.focus] == ["plans", "take"]


@relaxed
@given(texts)
def test_never_raises_and_scopes_lie_in_the_text(text: str) -> None:
    for scope in scopes(text):
        assert text[scope.start : scope.end] == scope.cue
        assert all(scope.end <= word.start for word in scope.words)
    assert all(text[word.start : word.end] == word.text for word, _ in word_polarities(text))


def test_neither_nor_is_one_negation() -> None:
    denied = {w.text for w, no in word_polarities("Neither Ann nor her guest was hurt.") if no}
    assert {"Ann", "guest", "hurt"} <= denied

"""Facts that stand in a form of their own: ages behind names, how many live somewhere."""

from __future__ import annotations

import pytest

from assistant.asking.plain import told_plainly
from assistant.questions.expected import expect


def _plain(question: str, sentence: str, number: str, known: str = "") -> bool:
    start = sentence.index(number)
    words = frozenset(known.casefold().split())
    return told_plainly(question, expect(question), sentence, start, start + len(number), words)


AGES = "The prize went to Vance, 58, and Brook, 61, on Friday."


@pytest.mark.parametrize(
    ("question", "number", "known", "plain"),
    [
        ("How old is Nora Vance?", "58", "nora vance", True),
        ("How old is Nora Vance?", "61", "nora vance", False),
        ("How old is Ida Brook?", "61", "ida brook", True),
        # Another Vance: the article does not know a Lena.
        ("How old is Lena Vance?", "58", "nora vance", False),
        ("How many prizes did Nora Vance win?", "58", "nora vance", False),
    ],
)
def test_ages(question: str, number: str, known: str, plain: bool) -> None:
    assert _plain(question, AGES, number, known) is plain


def test_a_number_behind_a_name_that_counts_something_is_no_age() -> None:
    assert not _plain("How old is Nora Vance?", "Nora Vance, 12 metres tall, fell.", "12")


def test_how_many_live_there() -> None:
    told = "Marl is a town of about 6,000 people on the coast."
    assert _plain("How many people live in Marl?", told, "6,000")
    assert not _plain("How many people live in Elmsby?", told, "6,000")
    assert not _plain("How many people work in Marl?", told, "6,000")
    assert not _plain("How many people live in Marl?", "In Marl 40 people fell ill.", "40")

"""Headlines in capitals are read as running text, their names kept."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.checking.casing import running_case

TEXTS = (
    "The mayor of Marn said that the old bridge was closed. In Marn, Anna Berg of the Harbour "
    "Board said that repairs will take a year.",
)


@pytest.mark.parametrize(
    ("headline", "running"),
    [
        ("Marn Bridge Closed For Repairs", "Marn bridge closed for repairs"),
        ("Anna Berg Says Old Bridge Won't Open", "Anna Berg says old bridge won't open"),
        ("OLD BRIDGE OF MARN CLOSED", "Old bridge of Marn closed"),
        ("The mayor of Marn met Anna Berg.", "The mayor of Marn met Anna Berg."),
        ("The Harbour Board is in Manchester.", "The Harbour Board is in Manchester."),
        ("Anna Berg resigned", "Anna Berg resigned"),
    ],
)
def test_running_case(headline: str, running: str) -> None:
    assert running_case(headline, TEXTS) == running


@settings(deadline=None)
@given(st.text(max_size=60))
def test_only_the_case_changes(text: str) -> None:
    settled = running_case(text, TEXTS)
    assert len(settled) == len(text)
    assert settled.casefold() == text.casefold()


def test_names_in_a_plain_sentence_keep_their_capitals() -> None:
    claim = "Harbour Days was a spin-off of Mill Lane."
    texts = ["Those were happy days by the harbour. Mill Lane was a spin-off of Harbour Days."]
    assert running_case(claim, texts) == claim

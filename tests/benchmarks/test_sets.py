"""What counts as right in the sets whose definition is our own."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, Finding, IndexInfo
from tests.benchmarks.ramdocs import right_by_value
from tests.benchmarks.rgb import set_against

INFO = IndexInfo(version="1", articles=1, passages=1, embedder="e", reader="r")


@pytest.mark.parametrize(
    ("shown", "right"),
    [
        (["1902", "42,000"], True),
        (["May 1902", "some 42,000 people"], True),
        (["42,000"], False),
        (["1902", "42,000", "1885"], False),
        (["a castle", "1902", "30,000"], False),
    ],
)
def test_numbers_and_dates_are_compared_as_values(shown: list[str], right: bool) -> None:
    assert right_by_value(shown, ["1902", "About 42,000"], ["1885"]) == right


def answer(*findings: tuple[str, str]) -> Answer:
    made = tuple(
        Finding(text=text, value=text, kind="name", quotes=(1,), origins=1, relation=relation)
        for text, relation in findings
    )
    return Answer(question="?", standalone_question="?", abstained=False, findings=made, index=INFO)


def test_a_falsified_value_is_noticed_only_where_it_is_set_against_the_true_one() -> None:
    assert set_against(answer(("Oslo", "main"), ("Bergen", "differs")), ["Oslo"], ["Bergen"])
    assert set_against(answer(("Bergen", "main"), ("Oslo", "differs")), ["Oslo"], ["Bergen"])
    assert not set_against(answer(("Oslo", "main"), ("Bergen", "agrees")), ["Oslo"], ["Bergen"])
    assert not set_against(answer(("Oslo", "main")), ["Oslo"], ["Bergen"])
    # One text that holds both is no disagreement.
    assert not set_against(answer(("Oslo or Bergen", "main")), ["Oslo"], ["Bergen"])

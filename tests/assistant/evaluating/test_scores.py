"""The scores, against values worked out by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.evaluating import scores
from tests.benchmarks.ranking import hit_at, ndcg_at, reciprocal_rank

WORDS = st.lists(st.sampled_from(["the", "Red", "boat", "sank", "9", "May,", "a"]), max_size=6)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The  Harbour-Master's boat.", "harbourmasters boat"),
        ("“A quote”", "quote"),
        ("", ""),
    ],
)
def test_normal(text: str, wanted: str) -> None:
    assert scores.normal(text) == wanted


def test_exact_match_takes_any_answer() -> None:
    assert scores.exact_match("the Ferry", ["boat", "ferry!"]) == 1
    assert scores.exact_match("the old ferry", ["boat", "ferry"]) == 0
    assert scores.exact_match("", ["boat"]) == 0


def test_f1_is_the_best_over_the_answers() -> None:
    # Two of three words predicted are right, two of two wanted are found: 2 * 2 / 5.
    assert scores.token_f1("old red boat", ["red boat", "tanker"]) == pytest.approx(0.8)
    # A word said twice counts once where it is wanted once.
    assert scores.token_f1("boat boat", ["boat"]) == pytest.approx(2 / 3)
    assert scores.token_f1("", ["boat"]) == 0
    assert scores.token_f1("boat", []) == 0


@given(WORDS, WORDS)
def test_f1_is_between_no_match_and_exact_match(predicted: list[str], wanted: list[str]) -> None:
    said, answer = " ".join(predicted), " ".join(wanted)
    f1 = scores.token_f1(said, [answer])
    assert scores.exact_match(said, [answer]) <= f1 <= 1
    assert f1 == scores.token_f1(answer, [said])


def test_holds_wants_whole_words() -> None:
    assert scores.holds("It sank on May 9, they said.", ["june", "May 9"])
    assert not scores.holds("Dismay 90", ["May 9"])
    assert not scores.holds("anything", [])


def test_ranks() -> None:
    relevant = [False, True, False, True]
    assert [hit_at(relevant, k) for k in (1, 2, 4)] == [0, 1, 1]
    assert reciprocal_rank(relevant) == 0.5
    assert reciprocal_rank([False]) == 0
    # Gains 1/log2(3) and 1/log2(5), of the best order's 1 and 1/log2(3).
    assert ndcg_at(relevant, 10, 2) == pytest.approx((0.63093 + 0.43068) / 1.63093, abs=1e-4)
    assert ndcg_at([True, True], 10, 2) == 1
    assert ndcg_at([False], 10, 0) == 0


def test_nothing_measured_is_not_zero() -> None:
    assert scores.share([]) is None
    assert scores.percentile([], 50) is None
    assert scores.percentile([4, 1, 3, 2], 50) == 2
    assert scores.percentile([4, 1, 3, 2], 95) == 4

"""The best spans are those that trying all of them finds."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.reader.spans import best_spans

logits = st.lists(st.floats(-9, 9, width=32), min_size=1, max_size=24)


@settings(max_examples=80, deadline=None)
@given(logits, st.randoms(use_true_random=False), st.integers(1, 8))
def test_the_first_is_the_best_of_all(values: list[float], random: object, longest: int) -> None:
    start = np.array([0.5, *values])
    end = np.array([0.25, *reversed(values)])
    n = len(start)
    found = best_spans(start, end, 1, n, longest=longest)
    tried = {
        (a, b): start[a] + end[b] - 0.75 for a in range(1, n) for b in range(a, min(n, a + longest))
    }
    assert found[0].score == pytest.approx(max(tried.values()), abs=1e-5)
    for span in found:
        assert tried[span.start, span.end] == pytest.approx(span.score, abs=1e-5)
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    for i, one in enumerate(found):
        for other in found[:i]:
            shared = min(one.end, other.end) - max(one.start, other.start) + 1
            shorter = min(one.end - one.start, other.end - other.start) + 1
            assert 2 * shared <= shorter


def test_no_tokens_no_spans() -> None:
    assert best_spans(np.zeros(3), np.zeros(3), 2, 2) == []

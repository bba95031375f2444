"""From judged sentences to a verdict: independent sources, both sides, what has changed since."""

from __future__ import annotations

import pytest

from assistant.aligning.alignment import align
from assistant.checking.evidence import Evidence
from assistant.checking.reasons import why
from assistant.checking.verdicts import Decision, Judged, decide
from assistant.reader.base import Reading, StanceResult
from corpus.article import Span
from corpus.partial_date import PartialDate
from index.passage import IndexedArticle

CLAIM = "Some 7,000 people were killed in the war."
MORE = "The war has killed about 7,000 people."
LESS = "The war has killed 2,000 people."
FOR = StanceResult(0.9, 0.02, 0.08)
AGAINST = StanceResult(0.02, 0.9, 0.08)
NOTHING = StanceResult(0.05, 0.05, 0.9)


def judged(
    text: str, stance: StanceResult, *, origin: str = "a", published: str | None = None
) -> Judged:
    date = PartialDate.parse(published) if published else None
    article = IndexedArticle(
        id=origin * 16,
        title="A war",
        outlet=f"Paper {origin}",
        published=date,
        path="a.txt",
        url=None,
        origin=origin,
        passages=1,
        content_hash="",
    )
    reading = Reading(text, "", date)
    (alignment,) = align(CLAIM, reading)
    return Judged(Evidence(article, Span(0, len(text)), text, reading, alignment, None), stance)


def verdict(*sentences: Judged) -> Decision:
    return decide(sentences, threshold=0.5, margin=0.35)


def test_no_sentence_is_not_enough() -> None:
    decision = verdict()
    assert decision.verdict == "not_enough_info"
    assert why(decision) == "No article speaks of this."


def test_neutral_sentences_are_not_enough() -> None:
    assert verdict(judged(MORE, NOTHING)).verdict == "not_enough_info"


def test_a_second_source_makes_it_surer_and_a_reprint_does_not() -> None:
    one = verdict(judged(MORE, FOR))
    reprint = verdict(judged(MORE, FOR), judged(MORE, FOR))
    two = verdict(judged(MORE, FOR), judged(MORE, FOR, origin="b"))
    assert one.verdict == two.verdict == "supported"
    assert reprint.confidence == one.confidence < two.confidence <= 1
    assert "one other independent source" in why(two)


def test_independent_sources_on_both_sides_conflict() -> None:
    decision = verdict(judged(MORE, FOR), judged(LESS, AGAINST, origin="b"))
    assert decision.verdict == "conflicting"
    said = why(decision)
    assert "Paper a" in said
    assert "Paper b" in said
    assert "2,000" in said


def test_one_source_that_says_both_is_on_the_side_it_says_more_clearly() -> None:
    doubtful = StanceResult(0.7, 0.1, 0.2)
    decision = verdict(judged(MORE, doubtful), judged(LESS, AGAINST))
    assert decision.verdict == "refuted"


def test_an_older_count_is_a_change_and_no_contradiction() -> None:
    new = judged(MORE, FOR, published="2015-10-17")
    old = judged(LESS, AGAINST, origin="b", published="2015-09-27")
    decision = verdict(new, old)
    assert decision.verdict == "supported"
    assert decision.newer
    assert "earlier report gave 2,000" in why(decision)


def test_a_newer_count_contradicts_an_older_one() -> None:
    old = judged(MORE, FOR, published="2015-09-27")
    new = judged(LESS, AGAINST, origin="b", published="2015-10-17")
    assert verdict(old, new).verdict == "conflicting"


@pytest.mark.parametrize("weak", [0.55, 0.6])
def test_a_weak_voice_does_not_make_a_conflict(weak: float) -> None:
    strong = [judged(MORE, StanceResult(0.97, 0.01, 0.02), origin=o) for o in "abc"]
    doubt = judged(LESS, StanceResult(0.05, weak, 0.95 - weak), origin="d")
    assert verdict(*strong, doubt).verdict == "supported"

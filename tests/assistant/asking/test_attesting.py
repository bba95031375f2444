"""Which sentences say yes to a claim, and which only speak of its matter."""

from __future__ import annotations

import pytest

from assistant.aligning.alignment import align
from assistant.asking.attesting import Stated
from assistant.checking.evidence import Evidence
from assistant.checking.verdicts import Judged
from assistant.reader.base import Reading, StanceResult
from corpus.article import Span
from index.passage import IndexedArticle

HOME = IndexedArticle(
    id="a",
    title="",
    outlet=None,
    published=None,
    path="a",
    url=None,
    origin="a",
    passages=1,
    content_hash="",
)


def _judged(claim: str, sentence: str, before: str = "") -> Judged:
    text = f"{before} {sentence}" if before else sentence
    start = len(text) - len(sentence)
    sentences = ((0, len(before)), (start, len(text))) if before else ((0, len(text)),)
    reading = Reading(text, "", None, sentences)
    alignment = align(claim, reading)[0]
    evidence = Evidence(HOME, Span(start, len(text)), sentence, reading, alignment, None)
    return Judged(evidence, StanceResult(0.9, 0.05, 0.05))


@pytest.mark.parametrize(
    ("claim", "sentence", "supports"),
    [
        ("Norway has joined the pact.", "Norway joined the pact in May.", True),
        ("Norway has joined the pact.", "Sweden, Norway and Iceland have joined the pact.", True),
        ("Norway has joined the pact.", "The minister called on Norway to join the pact.", False),
        ("Norway has joined the pact.", "Norway wants to join the pact.", False),
        ("Norway has joined the pact.", "Norway will join the pact next year.", False),
        ("Norway has joined the pact.", "Norway began to join the pact on Monday.", True),
        ("Norway will join the pact.", "Norway will join the pact next year.", True),
        ("Norway will join the pact.", "Norway has been asked to join the pact.", False),
        ("Norway is a member of the pact.", "Norway must help the 30-member pact.", False),
        ("Norway is a member of the pact.", "Norway, a member of the pact, sent ships.", True),
        ("Estham did win the Cup.", "Carrow beat Estham in the final of the Cup.", False),
        ("Carrow did win the Cup.", "Carrow beat Estham in the final of the Cup.", True),
        ("Ada Brenner did meet Ivo Lind.", "It is expected that at the meeting Ada Brenner will "
         "speak with Ivo Lind.", False),
        ("Halvex did close the plant.", "Shares in Halvex fell by six percent.", False),
    ],
)  # fmt: skip
def test_support_is_a_deed_that_is_told(claim: str, sentence: str, supports: bool) -> None:
    assert Stated.of(claim).supported_by(_judged(claim, sentence)) is supports


def test_a_pronoun_may_stand_for_the_subject() -> None:
    claim = "Halvex did close the plant."
    stated = Stated.of(claim)
    assert stated.supported_by(_judged(claim, "It closed the plant in May.", "Halvex lost money."))
    assert not stated.supported_by(
        _judged(claim, "A rival closed its plant in May.", "Halvex lost money.")
    )


def test_a_denial_is_of_the_same_subject() -> None:
    claim = "Norway will join the pact."
    stated = Stated.of(claim)
    assert stated.denied_by(_judged(claim, "Norway will not join the pact."))
    assert not stated.denied_by(
        _judged(claim, "It is clear that Sweden will not join the pact.", "Norway was there.")
    )

"""Which sentences are set against a claim, what they prove together, and what they only tell."""

from __future__ import annotations

from itertools import pairwise

import pytest

from assistant.checking.evidence import Evidence, gather
from assistant.checking.joint import together
from assistant.checking.stance_rules import stance_of
from assistant.checking.verdicts import Judged, attested, told_and_called_false
from assistant.language.commonness import telling
from assistant.reader.base import StanceResult
from corpus.sentences import sentence_spans
from index.passage import Hit, IndexedArticle, Passage

FLOOD = (
    "The flood in Lisbon began on Monday. The minister opened a school. "
    "Twelve people were killed by the flood. The mayor asked for help."
)


def hit(text: str, name: str = "a") -> Hit:
    article = IndexedArticle(name, "", None, None, f"{name}.txt", None, name, 1, name)
    return Hit(Passage(name, name, 0, len(text), text, sentence_spans(text)), article, 1.0)


def found(claim: str, *texts: str, per_passage: int = 3, most: int = 12) -> list[Evidence]:
    hits = [hit(text, chr(ord("a") + number)) for number, text in enumerate(texts)]
    return gather(claim, hits, per_passage=per_passage, most=most)


def test_the_clearest_sentences_come_first_and_are_verbatim() -> None:
    evidence = found("The flood killed twelve people.", FLOOD)
    assert evidence[0].text == "Twelve people were killed by the flood."
    assert all(FLOOD[e.span.start : e.span.end] == e.text for e in evidence)
    assert all(e.text in e.reading.text for e in evidence)
    assert all(a.alignment.topic >= b.alignment.topic for a, b in pairwise(evidence))


def test_one_long_article_leaves_room_for_the_others() -> None:
    claim = "The flood killed twelve people."
    long = " ".join(f"The flood killed twelve people in town {n}." for n in range(20))
    short = "The flood is said to have killed people."
    evidence = found(claim, long, short, per_passage=10, most=6)
    assert {each.article.id for each in evidence} == {"a", "b"}


def test_what_calls_the_story_untrue_is_seen_though_it_shares_few_words() -> None:
    told = "A giant crab was seen in the bay. People ran. The picture is a hoax, police say."
    evidence = found("A giant crab was seen in the bay.", told, per_passage=2)
    assert any(each.alignment.called_false for each in evidence)


def test_what_others_did_proves_nothing_beside_a_sentence_that_names_the_claims() -> None:
    claim = "Anna Berg outspent Nils Dahl."
    text = (
        "In six races the winner outspent the Liberal. "
        "Anna Berg beat Nils Dahl. Anna Berg spent less than Nils Dahl."
    )
    joint = together(claim, found(claim, text))
    assert joint is None or joint.supports < 0.5


def test_two_sentences_prove_together_what_neither_does_alone() -> None:
    claim = "Anna Berg, born in Bergen, studied law and became mayor of Oslo in 2019."
    text = (
        "Anna Berg was born in Bergen and studied law. She became mayor of Oslo in 2019. "
        "The weather was fine."
    )
    evidence = found(claim, text)
    joint = together(claim, evidence)
    assert joint is not None
    assert joint.supports > 0.5
    assert len(joint.sentences) > 1
    assert joint.sentences[0].span < joint.sentences[1].span
    assert together(claim, found(claim, "Anna Berg was born in Bergen.")) is None


def test_a_denial_is_no_part_of_a_joint_proof() -> None:
    claim = "Anna Berg studied law and became mayor of Oslo."
    joint = together(
        claim, found(claim, "Anna Berg studied law. She did not become mayor of Oslo.")
    )
    assert joint is None or joint.supports < 0.5


def test_an_article_that_calls_a_story_untrue_does_not_support_it() -> None:
    claim = "A giant crab was seen in the bay."
    debunking = found(claim, "A giant crab was seen in the bay, many wrote. It is a hoax.")
    plain = found(claim, "A giant crab was seen in the bay, many wrote.")
    before = [Judged(each, stance_of(each.alignment)) for each in debunking]
    after = told_and_called_false(before)
    assert max(j.stance.supports for j in after) < max(j.stance.supports for j in before)
    kept = [Judged(each, stance_of(each.alignment)) for each in plain]
    assert told_and_called_false(kept) == kept


def test_another_sum_is_another_matter_where_the_claims_own_sum_is_known() -> None:
    claim = "The bank agreed to pay $787 million to settle a lawsuit."
    other = "Years ago the bank paid $20 million to end a lawsuit over fees in another country."
    own = "The lawsuit cost the bank $787 million."
    against = StanceResult(0.05, 0.9, 0.05)
    judged = [Judged(each, against) for each in found(claim, other, own)]
    differs = next(j for j in attested(judged) if j.evidence.text == other)
    assert differs.stance.refutes < 0.5
    alone = [Judged(each, against) for each in found(claim, other)]
    assert attested(alone) == alone


def test_the_same_sentence_with_another_sum_stays_a_contradiction() -> None:
    claim = "The bank agreed to pay $787 million to settle a lawsuit."
    same = "The bank agreed to pay $20 million to settle a lawsuit."
    own = "The lawsuit cost the bank $787 million."
    against = StanceResult(0.05, 0.9, 0.05)
    judged = [Judged(each, against) for each in found(claim, same, own)]
    assert attested(judged) == judged


def test_rare_words_tell_more() -> None:
    assert telling("people") < telling("lawsuit") <= telling("defamation")
    assert telling("xyzzyx") == telling("Xyzzyx") == pytest.approx(1.5)

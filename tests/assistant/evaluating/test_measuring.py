"""Scoring prepared answers: what counts as right, and what a broken quote does to the figures."""

from __future__ import annotations

import pytest

from assistant.answer import Answer, Finding, IndexInfo, Quote, ShortAnswer, Statement
from assistant.evaluating.cases import Case
from assistant.evaluating.measuring import Evaluation, evaluate, risk_coverage
from assistant.evaluating.report import missed, report
from assistant.request import Request
from corpus.errors import UsageError

TEXT = "The bridge at Lowmoor opened on May 9, 2019. It cost 14 million crowns."
INFO = IndexInfo(version="1", articles=1, passages=1, embedder="e", reader="r")


def quote(text: str, *, n: int = 1, start: int | None = None) -> Quote:
    begin = TEXT.index(text) if start is None else start
    return Quote(
        n=n,
        article_id="a1",
        title="Bridge opens",
        outlet=None,
        published=None,
        origin="o",
        text=text,
        start=begin,
        end=begin + len(text),
        path="bridge.md",
        score=0.2,
    )


def answered(
    text: str, value: str, proof: str, *, score: float = 0.9, start: int | None = None
) -> Answer:
    return Answer(
        question="?",
        standalone_question="?",
        abstained=False,
        short_answer=ShortAnswer(text=text, value=value, kind="date"),
        statements=(Statement(text=f"The bridge opened on {text}.", quotes=(1,)),),
        findings=(
            Finding(
                text=text,
                value=value,
                kind="date",
                quotes=(1,),
                origins=1,
                relation="main",
                score=score,
            ),
        ),
        quotes=(quote(proof, start=start),),
        index=INFO,
    )


REFUSED = Answer(
    question="?", standalone_question="?", abstained=True, nearest=(quote("It cost"),), index=INFO
)
OPENED = "The bridge at Lowmoor opened on May 9, 2019."


def measured(*pairs: tuple[Case, Answer]) -> Evaluation:
    waiting = [answer for _, answer in pairs]

    def ask(request: Request) -> Answer:
        return waiting.pop(0)

    return evaluate([case for case, _ in pairs], ask, lambda article_id: TEXT)


def case(**fields: object) -> Case:
    return Case.model_validate({"question": "When did it open?", **fields})


def test_right_by_text_or_by_value() -> None:
    right = answered("May 9, 2019", "2019-05-09", OPENED)
    run = measured(
        (case(answers="may 9 2019"), right),
        (case(answers="2019-05-09"), right),
        (case(answers="June"), right),
        (case(answers="May 9"), REFUSED),
    )
    assert [row.exact for row in run.rows] == [1, 1, 0, 0]
    assert run.measures.exact_match == 0.5
    assert run.measures.exact_when_answered == pytest.approx(2 / 3)
    assert run.measures.quotes_verbatim == 1
    assert run.measures.statements_proven == 1


def test_an_abstention_matches_nothing() -> None:
    # "A" has an empty normal form, as the nothing that was said has.
    run = measured((case(answers="A"), REFUSED))
    assert run.measures.exact_match == 0
    assert run.measures.f1 == 0


def test_the_durations_are_the_answers_own() -> None:
    right = answered("May 9, 2019", "2019-05-09", OPENED)
    run = measured((case(answers="May"), right.model_copy(update={"seconds": {"total": 1.5}})))
    assert run.measures.seconds_p50 == 1.5


def test_refusals() -> None:
    right = answered("May 9, 2019", "2019-05-09", OPENED)
    run = measured(
        (case(refuse=True), REFUSED),
        (case(refuse=True), right),
        (case(answers="May 9, 2019"), REFUSED),
        (case(answers="May 9, 2019"), right),
    )
    assert run.measures.refusal_precision == 0.5
    assert run.measures.refusal_recall == 0.5


def test_a_quote_that_does_not_stand_and_a_statement_without_proof_are_seen() -> None:
    shifted = answered("May 9, 2019", "2019-05-09", OPENED, start=1)
    unproven = answered("May 10, 2019", "2019-05-10", OPENED)
    run = measured((case(answers="x"), shifted), (case(answers="x"), unproven))
    assert [row.verbatim for row in run.rows] == [0, 1]
    assert run.measures.quotes_verbatim == 0.5
    assert run.measures.statements_proven == 0.5


@pytest.mark.parametrize("name", ["a1", "BRIDGE.md", "Bridge opens"])
def test_an_article_is_named_by_id_path_or_title(name: str) -> None:
    right = answered("May 9, 2019", "2019-05-09", OPENED)
    run = measured((case(articles=name), right), (case(articles="other.md"), right))
    assert [row.article_quoted for row in run.rows] == [True, False]
    assert run.measures.article_quoted == 0.5
    assert run.measures.exact_match is None


def test_risk_falls_when_the_confident_answers_are_right() -> None:
    right = answered("May 9, 2019", "2019-05-09", OPENED, score=0.9)
    wrong = answered("May 10, 2019", "2019-05-10", OPENED, score=0.5)
    asked = case(answers="May 9, 2019")
    run = measured((asked, wrong), (asked, right))
    assert risk_coverage(run.rows) == [(0.5, 0.0), (1.0, 0.5)]
    assert run.measures.risk == 0.25


def test_the_report_shows_figures_and_what_went_wrong() -> None:
    right = answered("May 9, 2019", "2019-05-09", OPENED)
    run = measured(
        (case(answers="May 9, 2019"), right),
        (case(id="wrong-one", answers="June"), right),
        (case(id="kept-quiet", answers="June"), REFUSED),
        (case(id="said-it-anyway", refuse=True), right),
    )
    text = report(run)
    assert "exact match" in text
    assert "0.333" in text
    assert "3 went wrong" in text
    for name in ("wrong-one", "kept-quiet", "said-it-anyway"):
        assert name in text
    assert "2 more" in report(run, worst=1)


def test_thresholds() -> None:
    right = answered("May 9, 2019", "2019-05-09", OPENED)
    measures = measured((case(answers="May 9, 2019"), right)).measures
    assert missed(measures, {"exact_match": 1.0}) == []
    assert missed(measures, {"refusal_recall": 0.5}) == [
        "right refusals made: not measured, 0.500 wanted"
    ]
    worse = measured((case(answers="June"), right)).measures
    assert missed(worse, {"exact_match": 0.5, "f1": 0.0}) == ["exact match: 0.000, 0.500 wanted"]


def test_nothing_to_ask() -> None:
    with pytest.raises(UsageError):
        measured()

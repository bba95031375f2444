"""The chain from question to answer, over texts of the tests' own."""

from __future__ import annotations

import datetime as dt

import pytest

from assistant.answer import Answer, Turn
from assistant.asking.assistant import Assistant, Request, Step
from assistant.reader.rules import RulesReader
from tests.assistant.shelf import Shelf, article

OPENING = (
    "The new ferry line between Velden and Marsk opened on May 3, the harbour board said. "
    "Some 1,200 passengers travelled on the first day. Tickets cost 9 euros."
)
REPRINT = (
    "Ferries started running between Velden and Marsk on May 3, officials said. "
    "The ferry line opened on May 3 after two years of delays. The mayor cut a ribbon."
)
PLAN = (
    "The harbour board has no plans to close the old pier, its chairwoman Ada Brenner said. "
    "The pier was built in 1931 and is popular with anglers."
)


def _shelf() -> Shelf:
    return Shelf(
        [
            article(OPENING, key="opening", outlet="Velden Post", published="2019-05-04"),
            article(REPRINT, key="reprint", outlet="Marsk Daily", published="2019-05-05"),
            article(PLAN, key="plan", outlet="Velden Post", published="2019-02-11"),
        ]
    )


@pytest.fixture
def assistant() -> Assistant:
    return Assistant(_shelf(), RulesReader())  # type: ignore[arg-type]


def _verbatim(answer: Answer, shelf: Shelf) -> None:
    for quote in (*answer.quotes, *answer.nearest):
        assert shelf.text(quote.article_id)[quote.start : quote.end] == quote.text


def test_a_date_is_answered_with_quotes_from_both_articles(assistant: Assistant) -> None:
    answer = assistant.ask(Request(question="When did the ferry line open?", id=7))
    assert not answer.abstained
    assert answer.id == 7
    assert answer.short_answer is not None
    assert answer.short_answer.value == "2019-05-03"
    assert answer.short_answer.kind == "date"
    assert {quote.outlet for quote in answer.quotes} == {"Velden Post", "Marsk Daily"}
    assert answer.findings[0].relation == "main"
    assert answer.findings[0].origins == 2
    assert answer.statements[0].quotes
    assert set(answer.seconds) >= {"retrieve", "read", "total"}
    assert answer.index.reader == RulesReader.name
    _verbatim(answer, assistant.index)  # type: ignore[arg-type]


QUIZ = "Quiz of the week: did the new ferry line between Velden and Marsk open on June 8? Tell us."


def test_what_an_article_only_asks_answers_nothing() -> None:
    asked = article(QUIZ, key="quiz", outlet="Velden Post", published="2019-06-10")
    question = Request(question="When did the new ferry line between Velden and Marsk open?")
    told = article(OPENING, key="opening", outlet="Velden Post", published="2019-05-04")
    answer = Assistant(Shelf([asked, told]), RulesReader()).ask(question)  # type: ignore[arg-type]
    assert answer.short_answer is not None
    assert answer.short_answer.value == "2019-05-03"
    assert [finding.value for finding in answer.findings] == ["2019-05-03"]


def test_the_day_is_told_before_the_year_that_holds_it() -> None:
    year = "The ferry line between Velden and Marsk opened in 2019, {} wrote."
    shelf = Shelf(
        [
            *(
                article(year.format(outlet), key=outlet, outlet=outlet, published=f"202{n}-03-01")
                for n, outlet in enumerate(("Velden Post", "Quay News"))
            ),
            article(OPENING, key="opening", outlet="Marsk Daily", published="2019-05-04"),
        ]
    )
    question = Request(question="When did the ferry line between Velden and Marsk open?")
    answer = Assistant(shelf, RulesReader()).ask(question)  # type: ignore[arg-type]
    told = [(finding.value, finding.relation) for finding in answer.findings]
    assert told == [("2019-05-03", "main"), ("2019", "agrees")]


def test_streaming_runs_the_same_chain(assistant: Assistant) -> None:
    request = Request(question="When did the ferry line open?")
    *steps, answer = assistant.stream(request)
    assert [step.name for step in steps if isinstance(step, Step)] == [
        "searching",
        "reading",
        "checking quotes",
    ]
    assert isinstance(answer, Answer)
    whole = assistant.ask(request)
    assert answer.model_copy(update={"seconds": {}}) == whole.model_copy(update={"seconds": {}})


def test_the_chain_takes_a_plain_dict_and_goes_into_others(assistant: Assistant) -> None:
    from langchain_core.runnables import RunnableLambda

    chain = assistant.chain | RunnableLambda(lambda answer: answer.short_answer.value)
    assert chain.invoke({"question": "When did the ferry line open?"}) == "2019-05-03"


def test_what_the_articles_do_not_say_is_withheld(assistant: Assistant) -> None:
    answer = assistant.ask(Request(question="Who won the chess championship in Lisbon?"))
    assert answer.abstained
    assert answer.short_answer is None
    assert answer.reason
    assert not answer.quotes


def test_an_answer_outside_the_filter_is_named_as_such(assistant: Assistant) -> None:
    request = Request(question="When did the ferry line open?", until=dt.date(2019, 3, 1))
    answer = assistant.ask(request)
    assert answer.abstained
    assert answer.reason is not None
    assert "outside the dates" in answer.reason
    assert answer.nearest
    _verbatim(answer, assistant.index)  # type: ignore[arg-type]


def test_a_presumption_that_the_articles_deny_is_not_answered(assistant: Assistant) -> None:
    answer = assistant.ask(Request(question="When will the harbour board close the old pier?"))
    assert answer.abstained


def test_one_wire_story_in_two_papers_is_one_source() -> None:
    articles = _shelf().articles_
    shelf = Shelf(articles, origins={"opening": "wire", "reprint": "wire"})
    answer = Assistant(shelf, RulesReader()).ask(  # type: ignore[arg-type]
        Request(question="When did the ferry line open?")
    )
    assert answer.findings[0].origins == 1
    assert {1, 2} <= set(answer.findings[0].quotes)


def test_a_changed_text_costs_the_quote_and_is_told() -> None:
    shelf = _shelf()
    first = Assistant(shelf, RulesReader()).ask(  # type: ignore[arg-type]
        Request(question="When did the ferry line open?")
    )
    gone = first.quotes[0].article_id
    shelf.tampered[gone] = "Something else altogether."
    answer = Assistant(shelf, RulesReader()).ask(  # type: ignore[arg-type]
        Request(question="When did the ferry line open?")
    )
    assert gone not in {quote.article_id for quote in answer.quotes}
    assert any("no longer" in note for note in answer.notes)
    _verbatim(answer, shelf)


def test_a_follow_up_uses_the_turn_before(assistant: Assistant) -> None:
    turn = Turn(
        question="When did the ferry line open?",
        standalone_question="When did the ferry line open?",
        answer="May 3",
    )
    answer = assistant.ask(Request(question="who said that?", history=(turn,)))
    assert answer.question == "who said that?"
    assert answer.standalone_question != answer.question
    assert not answer.abstained
    assert answer.short_answer is not None
    assert answer.short_answer.kind == "name"
    assert answer.short_answer.text in answer.quotes[0].text
    assert answer.findings[0].relation == "main"

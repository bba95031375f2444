"""Questions that want a yes or a no."""

from __future__ import annotations

import pytest

from assistant.asking.assistant import Assistant, Request
from assistant.asking.yes_no import claim_of
from assistant.reader.rules import RulesReader
from tests.assistant.shelf import Shelf, article


@pytest.mark.parametrize(
    ("question", "claim"),
    [
        ("Will Norway take part in the talks?", "Norway will take part in the talks."),
        ("Did the harbour board close the pier?", "The harbour board did close the pier."),
        ("Is Ada Brenner the mayor of Marsk?", "Ada Brenner is the mayor of Marsk."),
        ("Is it true that the pier is closed?", "The pier is closed."),
        ("True or false: the pier is closed.", "The pier is closed."),
        ("Has the ferry line opened?", "The ferry line has opened."),
    ],
)
def test_the_claim_in_a_question(question: str, claim: str) -> None:
    assert claim_of(question) == claim


PLAN = "The harbour board will not close the old pier in Marsk, its chairwoman said on Monday."
CLOSED = "The harbour board closed the old pier in Marsk on Friday after a storm."


def _ask(question: str, *articles: tuple[str, str]) -> tuple[str | None, list[str]]:
    shelf = Shelf(
        [
            article(text, key=f"a{number}", outlet="Marsk Daily", published=date)
            for number, (text, date) in enumerate(articles)
        ]
    )
    answer = Assistant(shelf, RulesReader()).ask(Request(question=question))  # type: ignore[arg-type]
    short = answer.short_answer
    return (short.value if short else None), [finding.relation for finding in answer.findings]


def test_a_denial_is_a_no() -> None:
    assert _ask("Will the harbour board close the old pier in Marsk?", (PLAN, "2019-02-11")) == (
        "no",
        ["main"],
    )


def test_a_report_is_a_yes() -> None:
    value, _ = _ask("Did the harbour board close the old pier in Marsk?", (CLOSED, "2019-03-08"))
    assert value == "yes"


def test_what_was_denied_and_then_happened_is_told_in_that_order() -> None:
    value, relations = _ask(
        "Did the harbour board close the old pier in Marsk?",
        (CLOSED, "2019-03-08"),
        (PLAN, "2019-02-11"),
    )
    assert value == "yes"
    assert sorted(relations) == ["earlier", "main"]

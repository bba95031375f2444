"""What happened after a "no"."""

from __future__ import annotations

from assistant.asking.assistant import Assistant, Request
from assistant.reader.rules import RulesReader
from tests.assistant.shelf import Shelf, article

DENIED = (
    "On June 2, Norvia's minister spoke to reporters. "
    "Norvia will not send ships to the Marsk strait, the minister said."
)
SENT = "Norvia sent ships to the Marsk strait on June 20, and two of them reached it at noon."
BEFORE = "Norvia sent ships to the Marsk strait on May 1 for an exercise."
OTHER = "Norvia opened a new museum in its capital on June 25."
QUESTION = "Will Norvia send ships to the Marsk strait?"


def _told(*texts: str) -> list[str]:
    shelf = Shelf([article(text, key=f"a{n}") for n, text in enumerate(texts)])
    answer = Assistant(shelf, RulesReader()).ask(Request(question=QUESTION))  # type: ignore[arg-type]
    assert answer.short_answer is not None
    return [f"{finding.relation} {finding.event_date}" for finding in answer.findings]


def test_a_later_report_follows_the_denial() -> None:
    told = _told(DENIED, SENT)
    assert told[0].endswith("--06-02") or told[-1].endswith("--06-20")
    assert len(told) == 2


def test_what_is_of_something_else_is_no_development() -> None:
    assert _told(DENIED, OTHER) == ["main --06-02"]


def test_a_report_of_before_is_told_before_the_denial() -> None:
    told = _told(DENIED, BEFORE)
    assert [each.split()[-1] for each in told] == ["--05-01", "--06-02"]

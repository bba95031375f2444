"""Questions over the five articles of ../shared: what they say, and what they do not say."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Answer, Turn
from assistant.asking.assistant import Assistant, Request
from assistant.reader.loading import load_reader
from index.opened import Index
from index.settings import IndexSettings
from index.sync import sync

ARTICLES = Path(__file__).parents[4] / "shared" / "articles"

pytestmark = pytest.mark.skipif(
    not ARTICLES.is_dir(), reason="the five articles are not beside the repository"
)

ANSWERED = (
    ("Who is the mayor of Moscow?", "Sergei Sobyanin"),
    ("Who is the prime minister of Italy?", "Matteo Renzi"),
    ("How many members does the U.S.-led coalition have?", "65"),
    ("How many people were killed in the conflict in Syria?", "250,000"),
    ("In which city was the Commonwealth of Independent States summit held?", "Astana"),
    ("In which city was the information center set up?", "Bag"),
    ("Until which year would the proposed cooperation program run?", "2020"),
    ("Who is Russia's deputy prime minister in charge of the defence industry?", "Rogozin"),
    ("When did Putin give an interview to CBS?", "September 27"),
    ("Who chairs the foreign affairs committee in the lower house?", "Pushkov"),
    ("Who did Putin send a condolences telegram to?", "Hollande"),
    ("At which university did Kerry give a speech?", "Indiana University"),
    ("Where is the information center located?", "Baghdad"),
    ("Did Russia carry out airstrikes in Syria?", "Yes"),
    ("Is Sergei Sobyanin the mayor of Moscow?", "Yes"),
    ("Will Russia participate in any campaigns in Syria?", "No"),
)
REFUSED = (
    "Who won the Rugby World Cup in 2015?",
    "How many people live in Astana?",
    "What is the name of Putin's dog?",
    "How much did the new Moscow stadium cost?",
    "When was the Suez Canal opened?",
    "Has Turkey joined the coalition?",
    "Is Russia a member of the U.S.-led coalition?",
    "Did Putin meet Obama?",
)


@pytest.fixture(scope="module")
def assistant(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    folder = tmp_path_factory.mktemp("five")
    settings = IndexSettings()
    sync(ARTICLES, folder, settings)
    with Index.open(folder, settings) as index:
        yield Assistant(index, load_reader("auto"))


def _ask(assistant: Assistant, question: str, *history: Turn) -> Answer:
    answer = assistant.ask(Request(question=question, history=history))
    for quote in (*answer.quotes, *answer.nearest):
        text = assistant.index.text(quote.article_id)
        assert text[quote.start : quote.end] == quote.text
    return answer


def _paths(answer: Answer, numbers: tuple[int, ...]) -> set[str]:
    return {quote.path[:3] for quote in answer.quotes if quote.n in numbers}


def test_when_airstrikes_began(assistant: Assistant) -> None:
    answer = _ask(assistant, "when did airstrikes begin?")
    assert answer.short_answer is not None
    assert answer.short_answer.value in ("2015-09-30", "--09-30")
    assert _paths(answer, answer.findings[0].quotes) >= {"000", "003"}


def test_how_many_joined_with_what_agrees_and_what_was_said_earlier(assistant: Assistant) -> None:
    answer = _ask(assistant, "How many people from the former Soviet Union joined Islamic State?")
    assert answer.short_answer is not None
    assert answer.short_answer.value == "5000-7000"
    related = {finding.relation: finding for finding in answer.findings}
    assert "7,000" in related["agrees"].text
    assert "2,000" in related["earlier"].text
    assert related["earlier"].event_date in ("--09-27", "2015-09-27")
    assert related["main"].as_of == "2015-10-17"


def test_a_bound_far_away_is_no_agreement(assistant: Assistant) -> None:
    answer = _ask(assistant, "How many people were killed in the conflict in Syria?")
    assert [finding.value for finding in answer.findings] == [">250000"]


def test_two_spellings_of_a_city_are_one(assistant: Assistant) -> None:
    answer = _ask(assistant, "Where is the information center located?")
    assert [finding.relation for finding in answer.findings] == ["main"]
    assert len(answer.findings[0].quotes) == 2


def test_taking_part_was_denied_and_then_reported(assistant: Assistant) -> None:
    answer = _ask(assistant, "Will Russia take part in operations in Syria?")
    told = [statement.text for statement in answer.statements]
    denied = next(n for n, text in enumerate(told) if "will not participate" in text)
    assert "according to Mr Putin" in told[denied]
    assert "September 27" in told[denied]
    struck = next(n for n, text in enumerate(told) if "airstrikes" in text)
    assert denied < struck


@pytest.mark.parametrize(("question", "expected"), ANSWERED)
def test_what_the_articles_say(assistant: Assistant, question: str, expected: str) -> None:
    answer = _ask(assistant, question)
    assert answer.short_answer is not None, answer.reason
    assert expected in answer.short_answer.text


@pytest.mark.parametrize("question", REFUSED)
def test_what_they_do_not_say(assistant: Assistant, question: str) -> None:
    answer = _ask(assistant, question)
    assert answer.abstained
    assert answer.reason
    assert answer.nearest


def test_a_conversation(assistant: Assistant) -> None:
    first = _ask(assistant, "Did Russia carry out airstrikes in Syria?")
    turn = Turn(
        question=first.question,
        standalone_question=first.standalone_question,
        answer=first.short_answer.text if first.short_answer else "",
    )
    then = _ask(assistant, "and when did they begin?", turn)
    assert then.standalone_question == "When did airstrikes in Syria begin?"
    assert then.short_answer is not None
    assert then.short_answer.value.endswith("09-30")

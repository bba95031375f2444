from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answer import Answer, Turn, WordedSentence
from assistant.asking.assistant import Assistant
from assistant.llm.settings import LlmSettings
from assistant.llm.worded import WordedAssistant
from assistant.reader.rules import RulesReader
from assistant.request import Request, Step
from corpus.errors import FactcheckError
from index.opened import Index
from index.settings import IndexSettings
from tests.assistant.llm.scripted import ScriptedModel

QUESTION = "When did the airstrikes begin?"


@pytest.fixture(scope="module")
def opened(sample_index: Path) -> Iterator[Index]:
    with Index.open(sample_index, IndexSettings()) as index:
        yield index


def worded(index: Index, *replies: list[object], rewrite: bool = False) -> WordedAssistant:
    llm = LlmSettings(model="openai:any", time_limit=20.0, retries=0, rewrite=rewrite)
    model = ScriptedModel(replies=list(replies))
    return WordedAssistant(index, RulesReader(), llm=llm, model=model)


def test_the_built_in_answer_stays_and_the_wording_is_beside_it(opened: Index) -> None:
    built_in = Assistant(opened, RulesReader()).ask(Request(question=QUESTION))
    assistant = worded(opened, ["Airstrikes began Sept. 30 [1]. ", "They began in 1812 [1]."])
    answer = assistant.ask(Request(question=QUESTION))
    assert answer.short_answer == built_in.short_answer
    assert answer.quotes == built_in.quotes
    assert answer.wording is not None
    assert answer.wording.sentences[-1].state == "struck"


def test_sentences_stream_between_the_steps_and_the_answer(opened: Index) -> None:
    parts = list(worded(opened, ["It began in 1812 [1]."]).stream(Request(question=QUESTION)))
    assert [type(part) for part in parts[-3:]] == [Step, WordedSentence, Answer]
    assert parts[-3] == Step("wording", "openai:any")


def test_an_abstention_asks_no_model(opened: Index) -> None:
    answer = worded(opened).ask(Request(question="Who won the chess title in 1972?"))
    assert answer.abstained
    assert answer.wording is None


def test_a_follow_up_is_rewritten_and_shown(opened: Index) -> None:
    history = (Turn(question=QUESTION, answer="September 30"),)
    request = Request(question="and when exactly?", history=history)
    assistant = worded(opened, [QUESTION], [""], rewrite=True)
    answer = assistant.ask(request)
    assert (answer.question, answer.standalone_question) == (request.question, QUESTION)


def test_claims_are_split_by_the_model_or_as_ever(opened: Index) -> None:
    text = "Airstrikes began, they say, on September 30. The moon is made of cheese."
    by_model = worded(opened, ["The moon is made of cheese."], rewrite=True).check(text)
    assert [claim.claim for claim in by_model.claims] == ["The moon is made of cheese."]
    built_in = worded(opened, ["Cheese is nice."], rewrite=True).check(text)
    assert len(built_in.claims) == 2


def test_a_missing_key_is_said_at_once(opened: Index, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ANTHROPIC_API_KEY", raising=False)
    assistant = WordedAssistant(opened, RulesReader(), llm=LlmSettings(model="anthropic:any"))
    with pytest.raises(FactcheckError, match="needs a key"):
        assistant.ask(Request(question=QUESTION))

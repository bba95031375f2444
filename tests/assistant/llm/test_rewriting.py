from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.answer import Turn
from assistant.llm.rewriting import rewrite_question, split_claims
from assistant.llm.settings import LlmSettings
from tests.assistant.llm.scripted import ScriptedModel

SETTINGS = LlmSettings(model="openai:any", time_limit=2.0)
HISTORY = [Turn(question="When did the Lund bridge open?", answer="On May 3, 2019.")]


def rewritten(reply: object) -> str | None:
    model = ScriptedModel(replies=[[reply]])
    return rewrite_question("and why?", HISTORY, model, SETTINGS)


def test_a_rewritten_question_is_taken() -> None:
    assert rewritten('"Why did the Lund bridge open?"\n') == "Why did the Lund bridge open?"


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "Sure! Here it is:\nWhy did it open?",
        "It opened after repairs.",
        "Why did the Lund bridge open on May 3, 1998?",
        "Why did the Malmo bridge open?",
        "Why " + "very " * 100 + "late?",
        ConnectionError(),
        5.0,
    ],
)
def test_what_cannot_be_trusted_falls_back(reply: object) -> None:
    assert rewritten(reply) is None


TEXT = "Good morning! The bridge opened on May 3. It cost 40 million crowns, I hear."


def claims(reply: str) -> list[str] | None:
    spans = split_claims(TEXT, ScriptedModel(replies=[[reply]]), SETTINGS)
    return None if spans is None else [span.of(TEXT) for span in spans]


def test_verbatim_claims_are_taken_in_order() -> None:
    reply = "- The bridge opened on May 3.\n2. It cost 40 million crowns"
    assert claims(reply) == ["The bridge opened on May 3.", "It cost 40 million crowns"]


@pytest.mark.parametrize("reply", ["", "The bridge opened on May 4.", "No claims here."])
def test_changed_claims_fall_back(reply: str) -> None:
    assert claims(reply) is None


@settings(deadline=None)
@given(st.text(max_size=200))
def test_claims_are_always_verbatim_and_apart(reply: str) -> None:
    spans = split_claims(TEXT, ScriptedModel(replies=[[reply or " "]]), SETTINGS)
    for before, after in zip(spans or (), (spans or ())[1:], strict=False):
        assert before.end <= after.start

"""Against llama.cpp's server with a 135-million-parameter model that invents freely."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from assistant.answer import WordedSentence, Wording
from assistant.llm.models import open_model
from assistant.llm.settings import LlmSettings
from assistant.llm.wording import word_answer
from assistant.reader.rules import RulesReader
from tests.assistant.llm import server
from tests.assistant.llm.samples import answer, quote

pytest.importorskip("langchain_openai", reason="the openai extra is not installed")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        server.weights() is None,
        reason="no llama.cpp server: python -m tests.assistant.llm.server install",
    ),
]

INVENTED_YEARS = [str(year) for year in range(1900, 2030) if year != 2019]


@pytest.fixture(scope="module")
def base_url() -> Iterator[str]:
    with server.running() as url:
        yield url


def settings(base_url: str, **changes: object) -> LlmSettings:
    return LlmSettings(
        model="openai:smollm2",
        base_url=base_url,
        context_tokens=server.CONTEXT_TOKENS,
        **{"time_limit": 60.0, "answer_tokens": 120} | changes,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("structured", ["no", "yes"])
def test_none_of_its_inventions_is_proven(base_url: str, structured: str) -> None:
    chosen = settings(base_url, structured=structured)
    bare = quote(1, "The Lund bridge opened after repairs, Mayor Ida Holm said.")
    for to_word in (answer(), answer(bare), answer(quote(1, "Nobody knows when it opened."))):
        *sentences, wording = word_answer(to_word, open_model(chosen), RulesReader(), chosen)
        assert isinstance(wording, Wording)
        assert wording.failure is None or not wording.passed
        for sentence in sentences:
            assert isinstance(sentence, WordedSentence)
            if sentence.state == "proven":
                assert sentence.quotes
                assert not [year for year in INVENTED_YEARS if year in sentence.text]


def test_it_streams_and_stops(base_url: str) -> None:
    chosen = settings(base_url, answer_tokens=1000)
    model = open_model(chosen)
    seen: list[float] = []
    started = time.monotonic()
    for _ in model.stream("Tell a long story about a bridge, at least one thousand words."):
        seen.append(time.monotonic() - started)
        if len(seen) == 20:
            break
    assert len(seen) == 20
    assert seen[0] < seen[-1]
    # Stopped for good: the next request is answered at once, not after the story.
    again = time.monotonic()
    assert next(iter(model.stream("Say yes."))) is not None
    assert time.monotonic() - again < 20


def test_a_prompt_over_its_context_is_cut_and_answered(base_url: str) -> None:
    long = [quote(n, f"The Lund bridge opened on May {n}, 2019. " * 60, score=n / 10)
            for n in range(1, 7)]  # fmt: skip
    chosen = settings(base_url)
    *_, wording = word_answer(answer(*long), open_model(chosen), RulesReader(), chosen)
    assert isinstance(wording, Wording)
    assert "context" not in (wording.failure or "")


def test_a_server_that_is_gone_is_one_line(base_url: str) -> None:
    chosen = settings("http://127.0.0.1:9/v1", time_limit=5.0)
    *_, wording = word_answer(answer(), open_model(chosen), RulesReader(), chosen)
    assert isinstance(wording, Wording)
    assert "can't be reached" in (wording.failure or "")

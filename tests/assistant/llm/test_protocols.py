"""Every provider's own package against a server that speaks its protocol, played from a script."""

from __future__ import annotations

import time

import pytest

from assistant.answer import Wording
from assistant.llm.models import open_model
from assistant.llm.providers import PROVIDERS
from assistant.llm.settings import LlmSettings
from assistant.llm.wording import word_answer
from tests.assistant.llm.fake_server import FakeServer, Part, fake_server
from tests.assistant.llm.samples import FixedReader, answer

KEY = "sk-secret-1234567890"
TRUE = ["The Lund bridge ", "opened on ", "May 3, 2019 [1]. It opened in 1066 ", "[1]."]


@pytest.fixture(params=list(PROVIDERS), autouse=True)
def provider(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    told = PROVIDERS[request.param]
    pytest.importorskip(told.module, reason=f"the {told.extra} extra is not installed")
    for each in PROVIDERS.values():
        if each.key:
            monkeypatch.setenv(each.key, KEY)
    return str(request.param)


def worded(provider: str, server: FakeServer, time_limit: float = 20.0) -> Wording:
    path = "/v1" if provider in ("openai", "mistral") else ""
    chosen = LlmSettings(
        model=f"{provider}:any", base_url=server.url + path, time_limit=time_limit, retries=0
    )
    *_, wording = word_answer(answer(), open_model(chosen), FixedReader(), chosen)
    assert isinstance(wording, Wording)
    return wording


def test_it_streams_and_is_checked(provider: str) -> None:
    with fake_server(list[Part](TRUE)) as server:
        wording = worded(provider, server)
    assert [sentence.state for sentence in wording.sentences] == ["proven", "struck"]
    assert wording.failure is None
    (path, headers, body), *more = server.asked
    assert not more
    assert "When did the bridge open?" in str(body)
    assert KEY not in path
    assert KEY not in str(body)
    assert (KEY in str(headers)) == (PROVIDERS[provider].key is not None)


@pytest.mark.parametrize(
    ("status", "says"),
    [(401, "refused the key"), (429, "slow down"), (500, "server failed"), (404, "not have this")],
)
def test_its_errors_are_told_apart_and_never_show_the_key(
    provider: str, status: int, says: str, caplog: pytest.LogCaptureFixture
) -> None:
    with fake_server(status, error=f"the key {KEY} is not right") as server:
        wording = worded(provider, server)
    assert says in (wording.failure or "")
    assert KEY not in wording.model_dump_json()
    assert KEY not in caplog.text


def test_a_stream_that_stalls_ends_in_time(provider: str) -> None:
    with fake_server(["The Lund bridge opened on May 3, 2019 [1]. It ", 30.0]) as server:
        model_is_ready = worded(provider, server, time_limit=1.0)
        started = time.monotonic()
        wording = worded(provider, server, time_limit=1.0)
    assert time.monotonic() - started < 8
    assert "time limit" in (model_is_ready.failure or "")
    assert "time limit" in (wording.failure or "")


def test_an_empty_reply_is_one_line(provider: str) -> None:
    with fake_server(list[Part]()) as server:
        wording = worded(provider, server)
    assert wording.passed == 0
    assert wording.failure

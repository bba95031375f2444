"""The named endpoints, over plain HTTP and with Gradio's client; many at once during an update."""

from __future__ import annotations

import json
import statistics
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.browser.serving import Served


def call(client: httpx.Client, name: str, *data: Any) -> Any:
    """Call a named endpoint as the README shows it for curl: post, then read the event."""
    event = client.post(f"/gradio_api/call/{name}", json={"data": list(data)}).json()["event_id"]
    with client.stream("GET", f"/gradio_api/call/{name}/{event}") as stream:
        lines = list(stream.iter_lines())
    last = max(n for n, line in enumerate(lines) if line.startswith("event:"))
    assert lines[last] == "event: complete", lines
    return json.loads(lines[last + 1].removeprefix("data: "))[0]


@pytest.fixture
def client(served: Served) -> Any:
    with httpx.Client(base_url=served.url, timeout=120) as made:
        yield made


def test_ask_check_and_articles_over_plain_http(client: httpx.Client) -> None:
    answer = call(client, "ask", "How much did the harbour bridge cost?", "2019-06", "", [], [])
    assert {quote["outlet"] for quote in answer["quotes"]} == {"Northern Courier"}
    check = call(client, "check", "The harbour bridge cost 55 million euros.")
    assert check["claims"][0]["verdict"] in ("supported", "conflicting")
    listed = call(client, "articles")
    assert {"article_id", "title", "outlet", "published", "passages"} <= set(listed[0])


def test_the_endpoints_are_typed_and_named(client: httpx.Client) -> None:
    named = client.get("/gradio_api/info").json()["named_endpoints"]
    assert set(named) == {"/ask", "/check", "/articles"}
    kinds = {p["parameter_name"]: p["type"].get("type") for p in named["/ask"]["parameters"]}
    assert kinds["question"] == "string"


def test_gradio_s_own_client(served: Served) -> None:
    from gradio_client import Client

    client = Client(served.url, verbose=False)
    answer = client.predict("when did airstrikes begin?", api_name="/ask")
    assert answer["short_answer"]["value"].endswith("09-30")
    assert answer["quotes"][0]["file"].endswith(".md")
    with pytest.raises(Exception, match="the question is empty"):
        client.predict(" ", api_name="/ask")


@pytest.mark.slow
def test_twenty_questions_from_ten_clients_while_the_index_is_rebuilt(served: Served) -> None:
    with httpx.Client(base_url=served.url, timeout=120) as client:
        events = client.get("/config").json()["dependencies"]
        rebuild = next(event["id"] for event in events if event["api_name"] == "rebuild")
        began = client.post("/gradio_api/run/predict", json={"fn_index": rebuild, "data": []})
        assert began.status_code == 200

    def one(number: int) -> tuple[float, Any]:
        start = time.perf_counter()
        with httpx.Client(base_url=served.url, timeout=300) as client:
            answer = call(client, "ask", "when did airstrikes begin?", "", "", [], [])
        return time.perf_counter() - start, answer

    with ThreadPoolExecutor(10) as pool:
        done = list(pool.map(one, range(20)))
    assert all(answer["short_answer"]["value"].endswith("09-30") for _, answer in done)
    seconds = sorted(took for took, _ in done)
    p95 = statistics.quantiles(seconds, n=20)[18]
    print(f"20 questions, 10 clients, during a rebuild: p50 {seconds[9]:.2f} s, p95 {p95:.2f} s")

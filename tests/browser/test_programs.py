"""The named endpoints, over plain HTTP and with Gradio's client; many at once during an update."""

from __future__ import annotations

import json
import re
import statistics
import subprocess
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.browser.serving import Served, build_index, sample_corpus, server
from tests.conftest import ROOT


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
    other = call(client, "ask", answer["question"], "", "", ["Harbour Post"], [])
    assert {quote["outlet"] for quote in other["quotes"]} == {"Harbour Post"}
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


def test_the_readme_s_examples(served: Served, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    text = text[text.index("## From other programs") :].replace("http://127.0.0.1:7860", served.url)
    python, shell = (re.search(rf"```{kind}\n(.*?)```", text, re.S) for kind in ("python", "bash"))
    assert python is not None
    assert shell is not None
    exec(python[1], {})
    printed = capsys.readouterr().out
    assert "2015-09-30" in printed
    assert "05-astana-fighters.md" in printed
    assert "refuted" in printed
    ran = subprocess.run(["bash", "-ec", shell[1]], capture_output=True, text=True, timeout=240)
    decoder, rest, results = json.JSONDecoder(), ran.stdout, []
    while rest:
        result, end = decoder.raw_decode(rest)
        results.append(result["data"][0])
        rest = rest[end:].lstrip()
    answer, check, articles = results
    assert answer["short_answer"]["value"] == "2015-09-30"
    assert check["claims"][0]["verdict"] == "refuted"
    assert {"article_id", "title", "file"} <= set(articles[0])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (["", "", "", [], []], "the question is empty"),
        (["when?" * 500, "", "", [], []], "2,500 characters"),
        (["when?", "someday", "", [], []], "not a date"),
        (["when?", "", "", [7], []], "outlets.0"),
        (["when?", "", "", [], [{"x": 1}]], "history.0"),
    ],
)
def test_wrong_requests_are_told_what_is_wrong(
    client: httpx.Client, data: list[Any], reason: str
) -> None:
    told = client.post("/gradio_api/run/ask", json={"data": data})
    assert told.status_code == 500
    assert reason in told.json()["error"]
    assert "Error:" not in told.json()["error"]


QUESTIONS = (
    ("When did airstrikes begin?", "2015-09-30"),
    ("How many fighters from the former Soviet Union are with Islamic State?", "5"),
    ("Where did Putin give the count of fighters on Friday?", "Astana"),
    ("Who is the mayor of Reykjavik?", None),
)


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[Served]:
    """A page whose corpus has hundreds of articles that its index does not know yet."""
    corpus, index = sample_corpus(tmp_path / "corpus"), tmp_path / "index"
    build_index(corpus, index)
    with server(corpus, index) as running:
        grow(corpus)
        yield running


def grow(corpus: Path, many: int = 600) -> None:
    for number in range(many):
        text = f"Harvest of parish {number}\n\n" + "\n\n".join(
            f"Parish {number} harvested {number * 3 + row} sacks of oats from field {row}, "
            "and stored them in the barn beside the chapel."
            for row in range(12)
        )
        (corpus / f"parish-{number}.txt").write_text(text, encoding="utf-8")


def said(answer: dict[str, Any]) -> str | None:
    """The value and text of the short answer, None for an abstention."""
    short = answer["short_answer"]
    return f"{short['value']} {short['text']}" if short else None


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_twenty_questions_from_ten_clients_while_the_index_is_updated(busy: Served) -> None:
    with httpx.Client(base_url=busy.url, timeout=600) as client:
        alone = {
            question: call(client, "ask", question, "", "", [], []) for question, _ in QUESTIONS
        }
        for question, expected in QUESTIONS:
            got = said(alone[question])
            assert (got is None) if expected is None else (got and expected in got), (question, got)
        events = client.get("/config").json()["dependencies"]
        update = next(event["id"] for event in events if event["api_name"] == "update")
        began = client.post("/gradio_api/run/predict", json={"fn_index": update, "data": []})
        assert began.status_code == 200
        version = client.get("/healthz").json()["index"]

    def one(number: int) -> tuple[str, float, Any]:
        question = QUESTIONS[number % len(QUESTIONS)][0]
        start = time.perf_counter()
        with httpx.Client(base_url=busy.url, timeout=600) as client:
            answer = call(client, "ask", question, "", "", [], [])
        return question, time.perf_counter() - start, answer

    with ThreadPoolExecutor(10) as pool:
        done = list(pool.map(one, range(20)))
    during = sum(answer["index"]["version"] == version for _, _, answer in done)
    for question, _, answer in done:
        assert said(answer) == said(alone[question]), question
        for quote in answer["quotes"]:
            text = " ".join((busy.corpus / quote["file"]).read_text(encoding="utf-8").split())
            assert " ".join(quote["text"].split()) in text, quote
    seconds = sorted(took for _, took, _ in done)
    p50, p95 = statistics.median(seconds), statistics.quantiles(seconds, n=20)[18]
    print(
        f"\n20 questions, 10 clients, {during} answered while the update ran: "
        f"p50 {p50:.2f} s, p95 {p95:.2f} s"
    )
    # Otherwise the update was over too soon to show anything.
    assert during >= 10

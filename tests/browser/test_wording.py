"""A page whose answers a language model words: a server that plays a script, and a real model."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.assistant.llm import server as llama
from tests.assistant.llm.fake_server import fake_server
from tests.browser import articles
from tests.browser.acting import ask, assert_accessible, assert_fits
from tests.browser.conftest import OpenPage
from tests.browser.serving import Served, build_index, sample_corpus, server

pytest.importorskip("langchain_openai", reason="the openai extra is not installed")

KEY = "sk-secret-1234567890"
COST = "How much did the harbour bridge cost?"
TRUE = "The harbour bridge cost 40 million euros, the city said [2]. "
FALSE = "The harbour bridge cost 90 million euros [2]. "
HOSTILE = ("It is <img src=x onerror=window.hacked=1>", " a fine bridge.")


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Served:
    """Articles and their index, not served yet."""
    folder = tmp_path_factory.mktemp("worded")
    corpus, index = sample_corpus(folder / "corpus"), folder / "index"
    articles.add_to(corpus)
    build_index(corpus, index)
    return Served("", corpus, index)


@contextmanager
def page_worded_by(shelf: Served, base_url: str, seconds: float = 60) -> Iterator[Served]:
    config = shelf.index.parent / "llm.toml"
    config.write_text(
        f'llm = "openai:any"\nllm_base_url = "{base_url}"\nllm_seconds = {seconds}\n'
        f"llm_context = {llama.CONTEXT_TOKENS}\n",
        encoding="utf-8",
    )
    with server(shelf.corpus, shelf.index, "--config", str(config)) as running:
        yield running


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_sentences_stream_and_are_struck_and_a_failure_is_one_line(
    open_page: OpenPage, shelf: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    seen = threading.Event()
    reply = [TRUE, FALSE, HOSTILE[0], seen, HOSTILE[1]]
    with (
        fake_server(reply, 401, error=f"wrong key {KEY}") as played,
        page_worded_by(shelf, f"{played.url}/v1") as served,
    ):
        page = open_page(url=served.url)
        page.locator("#fc-question textarea").fill(COST)
        page.locator("#fc-question textarea").press("Enter")
        # What is whole is shown, checked, while the model still speaks.
        expect(page.locator("#fc-chat .fc-struck del").last).to_contain_text("90 million")
        expect(page.locator("#fc-chat .fc-steps")).to_be_visible()
        expect(page.locator("#fc-chat .fc-answer")).to_have_count(0)
        seen.set()
        answer = page.locator("#fc-chat .fc-answer").last
        answer.wait_for()
        worded = answer.locator(".fc-wording")
        expect(worded.locator(".fc-statement").first).to_contain_text("cost 40 million euros")
        expect(worded.locator(".fc-struck .fc-why")).to_contain_text("90 million")
        expect(worded.locator(".fc-uncited")).to_contain_text("a fine bridge.")
        expect(worded).to_contain_text("Worded by openai:any: 1 of 3 sentences passed")
        assert page.evaluate("window.hacked") is None
        answer.get_by_text("Without the language model").click()
        expect(answer.locator("details .fc-statement").first).to_be_visible()
        assert_accessible(page)
        assert_fits(page)

        failed = ask(page, COST)
        expect(failed.locator(".fc-note")).to_contain_text("refused the key")
        expect(failed.locator(".fc-statement").first).to_contain_text("million")
        assert KEY not in page.content()
        # Only what was asked: neither suggestions nor anything else calls the model.
        assert [COST in str(body) for _, _, body in played.asked] == [True, True]
        assert KEY in str(played.asked[0][1])
        kept = [path for path in shelf.index.rglob("*") if path.is_file()]
        assert not [path for path in kept if KEY.encode() in path.read_bytes()]


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(
    llama.weights() is None,
    reason="no llama.cpp server: python -m tests.assistant.llm.server install",
)
def test_a_real_model_words_the_answer(open_page: OpenPage, shelf: Served) -> None:
    with llama.running() as base_url, page_worded_by(shelf, base_url, 100) as served:
        page = open_page(url=served.url)
        answer = _answered(page, COST)
        expect(answer.locator(".fc-short")).to_contain_text("million")
        told = answer.locator(".fc-wording .fc-support, .fc-note").first.inner_text()
        assert re.search(r"\d+ of \d+ sentences passed|openai:any: .+\.", told)
        proven = answer.locator(".fc-wording .fc-statement:not(.fc-struck):not(.fc-uncited)")
        for text in proven.all_inner_texts():
            assert not re.search(r"\b(?:1[5-9]|20)\d\d\b", re.sub("2019", "", text)), text


def _answered(page: Page, question: str) -> Locator:
    page.locator("#fc-question textarea").fill(question)
    page.locator("#fc-question textarea").press("Enter")
    answer = page.locator("#fc-chat .fc-answer").last
    answer.wait_for(timeout=300_000)
    return answer

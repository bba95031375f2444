"""One server and one browser for all browser tests; pages are watched for forbidden things."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Request,
    expect,
    sync_playwright,
)

from tests.browser import articles
from tests.browser.serving import CHROMIUM, FLAGS, Served, build_index, sample_corpus, server

OpenPage = Callable[..., Page]
_LOCAL = ("data:", "blob:", "about:", "chrome:")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("served")
    corpus, index = sample_corpus(folder / "corpus"), folder / "index"
    articles.add_to(corpus)
    build_index(corpus, index)
    with server(corpus, index) as running:
        yield running


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no {CHROMIUM}")
    # Generous: what is tested is what appears, not how soon on a busy machine.
    expect.set_options(timeout=120_000)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield started
        started.close()


@pytest.fixture
def open_page(chromium: Browser, served: Served) -> Iterator[OpenPage]:
    """Opens the page as a new visitor; the test fails on a console error or a foreign request."""
    contexts = []
    wrong: list[str] = []

    def watch_console(message: ConsoleMessage) -> None:
        if message.type == "error":
            wrong.append(f"console: {message.text} {message.location.get('url', '')}")

    def opened(
        *, width: int = 1280, height: int = 900, dark: bool = False, url: str = served.url
    ) -> Page:
        def watch_requests(request: Request) -> None:
            if not request.url.startswith((url, *_LOCAL)):
                wrong.append(f"request: {request.url}")

        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            permissions=["clipboard-read", "clipboard-write"],
        )
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(120_000)
        page.on("console", watch_console)
        page.on("pageerror", lambda error: wrong.append(f"script: {error}"))
        page.on("request", watch_requests)
        page.goto(url)
        page.locator("#fc-question textarea").wait_for()
        return page

    yield opened
    for context in contexts:
        context.close()
    assert not wrong, "\n".join(wrong)

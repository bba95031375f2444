"""The page before there is an index: it says what to do, and the button does it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.acting import ask, assert_accessible, go_to, update
from tests.browser.articles import BRIDGE_A
from tests.browser.conftest import OpenPage
from tests.browser.serving import server


def test_from_no_index_to_the_first_answer(open_page: OpenPage, tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    with server(tmp_path / "corpus", tmp_path / "index") as empty:
        page = open_page(url=empty.url)
        expect(page.locator("#fc-chat")).to_contain_text("There is no index yet")
        page.locator("#fc-question textarea").fill("What did the bridge cost?")
        page.locator("#fc-question textarea").press("Enter")
        error = page.locator("#fc-chat .fc-error")
        expect(error).to_contain_text("no index")
        expect(error).to_contain_text("Update the index")
        assert_accessible(page)

        go_to(page, "Articles")
        expect(page.locator("#fc-list .fc-error")).to_contain_text("no index")
        assert "0 added" in update(page)
        expect(page.locator("#fc-list")).to_contain_text("No articles yet")

        (tmp_path / "corpus" / "bridge.md").write_text(BRIDGE_A, encoding="utf-8")
        assert "1 added" in update(page)
        go_to(page, "Ask")
        assert "40 million" in ask(page, "How much did the harbour bridge cost?").inner_text()

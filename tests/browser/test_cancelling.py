"""Cancel stops an update and a rebuild; the index that was there answers on, whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from playwright.sync_api import Page, expect

from tests.browser.acting import ask, go_to, update
from tests.browser.articles import BRIDGE_A
from tests.browser.conftest import OpenPage
from tests.browser.serving import Served, build_index, server

MANY = 150
_PLACES = ("Auberg", "Birkfeld", "Dornach", "Eichwald", "Felsbach", "Grünau", "Hohenau", "Linz")


@pytest.fixture
def growing(tmp_path: Path) -> Iterator[Served]:
    """One indexed article, and hundreds beside it that no index knows yet."""
    corpus, index = tmp_path / "corpus", tmp_path / "index"
    corpus.mkdir()
    (corpus / "bridge.md").write_text(BRIDGE_A, encoding="utf-8")
    build_index(corpus, index)
    with server(corpus, index) as running:
        for number in range(MANY):
            place = f"{_PLACES[number % len(_PLACES)]} {number}"
            text = f"Fair at {place}\n\n" + "".join(
                f"The fair at {place} drew {number * 7 + day} visitors on day {day}. "
                f"The stalls of {place} sold cheese, ropes and lamps until late that evening.\n\n"
                for day in range(1, 6)
            )
            (corpus / f"fair-{number}.txt").write_text(text, encoding="utf-8")
        yield running


def cancel(page: Page, button: str) -> str:
    """Start the work of `button`, cancel it once it is on its way; returns what is said then."""
    go_to(page, "Articles")
    page.get_by_role("button", name=button).click()
    expect(page.locator("#fc-work progress[value]")).to_be_visible()
    page.get_by_role("button", name="Cancel").click()
    done = page.locator("#fc-work .fc-done")
    expect(done).to_be_visible()
    expect(page.get_by_role("button", name="Cancel")).to_be_hidden()
    return done.inner_text()


def test_a_cancelled_update_and_rebuild_leave_the_old_index_answering(
    growing: Served, open_page: OpenPage
) -> None:
    page = open_page(url=growing.url)
    ask(page, "How much did the harbour bridge cost?")
    before = httpx.get(growing.url + "/healthz").json()["index"]
    for button in ("Update the index", "Rebuild"):
        assert "Stopped; the index answers as before" in cancel(page, button)
        go_to(page, "Ask")
        assert "40 million" in ask(page, "How much did the harbour bridge cost?").inner_text()
        assert ask(page, "How many visitors did the fair draw?").locator(".fc-short").count() == 0
        assert httpx.get(growing.url + "/healthz").json()["index"] == before

    # What was cancelled can be done after all.
    assert f"{MANY} added" in update(page)
    go_to(page, "Ask")
    assert (
        ask(page, "How many visitors did the fair at Grünau 5 draw on day 3?")
        .locator(".fc-short")
        .count()
    )

"""Hostile articles run nothing, visitors see only their own, nothing outside the corpus is read."""

from __future__ import annotations

import re
from pathlib import Path

import httpx
import pytest
from markdown_it import MarkdownIt
from playwright.sync_api import Page, expect

from tests.browser.acting import ask, check, go_to, update
from tests.browser.conftest import OpenPage
from tests.browser.serving import Served


def assert_nothing_ran(page: Page) -> None:
    page.wait_for_timeout(300)
    assert page.evaluate("window.hacked === undefined")
    assert page.locator("img[src=x], svg[onload], [onerror]").count() == 0


def test_a_hostile_article_runs_nothing_in_any_pane(open_page: OpenPage) -> None:
    page = open_page()
    answer = ask(page, "How many rare lizards does the old quarry hold?")
    assert "77" in answer.inner_text()
    assert_nothing_ran(page)
    answer.locator("a.fc-cite").first.click()
    expect(page.locator("#fc-sources .fc-article-title")).to_contain_text("<script>")
    expect(page.locator("#fc-sources .fc-text")).to_contain_text("<img src=x onerror=")
    assert_nothing_ran(page)

    ask(page, "<img src=x onerror=window.hacked=1> <script>window.hacked=1</script> quarry?")
    assert_nothing_ran(page)

    check(
        page, "The quarry holds 77 lizards. <img src=x onerror=window.hacked=1> It has 80 lizards."
    )
    assert_nothing_ran(page)
    page.locator("#fc-evidence a.fc-open").first.click()
    expect(page.locator("#fc-evidence .fc-article-title")).to_contain_text("<script>")
    assert_nothing_ran(page)

    go_to(page, "Articles")
    page.get_by_label("Search the list").fill("quarry")
    expect(page.locator("#fc-list tbody tr")).to_have_count(1)
    page.locator("#fc-list tbody a").click()
    expect(page.locator("#fc-list .fc-about")).to_contain_text("javascript:")
    assert page.locator("a[href^='javascript']").count() == 0
    assert_nothing_ran(page)


def test_hostile_file_names_and_reports_run_nothing(open_page: OpenPage, served: Served) -> None:
    article = served.corpus / "hostile.jsonl"
    before = article.read_text(encoding="utf-8")
    unreadable = served.corpus / "<img src=x onerror=window.hacked=1>.txt"
    page = open_page()
    try:
        article.write_text(before.replace("77 rare", "78 rare"), encoding="utf-8")
        unreadable.write_bytes(bytes(range(256)) * 20)
        report = update(page)
        assert "<img src=x onerror=window.hacked=1>.txt" in report
        assert "<script>window.hacked=1</script>" in report
        assert_nothing_ran(page)
        go_to(page, "Health")
        page.get_by_role("button", name="Examine the index").click()
        expect(page.locator("#fc-health .fc-health")).to_contain_text("<img src=x onerror=")
        assert_nothing_ran(page)
    finally:
        article.write_text(before, encoding="utf-8")
        unreadable.unlink()
        update(page)


@pytest.mark.parametrize(
    "name", ["../../../escaped.txt", "..\\..\\escaped.txt", "/escaped.txt", ".hidden.txt"]
)
def test_an_upload_lands_in_the_corpus_whatever_its_name(served: Served, name: str) -> None:
    outside = {path.name for path in served.corpus.parent.iterdir()}
    with httpx.Client(base_url=served.url, timeout=120) as client:
        events = client.get("/config").json()["dependencies"]
        upload = next(event["id"] for event in events if event["api_name"] == "upload")
        sent = {"files": (name, b"Escaped\n\nThis text has a name that leads elsewhere.\n")}
        answer = client.post("/gradio_api/upload", files=sent)
        assert answer.status_code == 200
        (path,) = answer.json()
        file = {"path": path, "orig_name": name, "meta": {"_type": "gradio.FileData"}}
        body = {"fn_index": upload, "data": [[file]]}
        assert client.post("/gradio_api/run/predict", json=body).status_code == 200
    kept = [path for path in served.corpus.iterdir() if "This text has a name" in _text(path)]
    for path in kept:
        path.unlink()
    assert len(kept) == 1
    assert not kept[0].name.startswith(".")
    assert {path.name for path in served.corpus.parent.iterdir()} == outside
    assert not Path("/escaped.txt").exists()


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def test_exports_of_a_hostile_article_run_nothing(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How many rare lizards does the old quarry hold?")
    button = page.get_by_role("button", name="Export Markdown")
    with page.expect_download() as download:
        button.or_(page.get_by_role("link", name="Export Markdown")).click()
    shown = MarkdownIt().render(download.value.path().read_text(encoding="utf-8"))
    assert "77" in shown
    assert not re.search(r"<(script|img|svg)|href=\"javascript", shown)

    button = page.get_by_role("button", name="Export HTML")
    with page.expect_download() as download:
        button.or_(page.get_by_role("link", name="Export HTML")).click()
    exported = page.context.new_page()
    exported.goto(download.value.path().as_uri())
    exported.wait_for_timeout(300)
    assert exported.evaluate("window.hacked === undefined")
    assert "77" in exported.content()


def test_a_second_visitor_sees_nothing_of_the_first(open_page: OpenPage) -> None:
    first = open_page()
    ask(first, "when did airstrikes begin?")
    second = open_page()
    second.wait_for_timeout(1000)
    assert second.locator("#fc-chat .fc-answer").count() == 0
    expect(second.locator("#fc-sources")).to_contain_text("Sources appear here")
    answer = ask(second, "and who said so?")
    assert "airstrikes" not in answer.inner_text().lower().split("nearest")[0]

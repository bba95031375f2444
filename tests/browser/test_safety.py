"""Hostile articles run nothing, visitors see only their own, nothing outside the corpus is read."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser.acting import ask, check, go_to
from tests.browser.conftest import OpenPage


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

    go_to(page, "Articles")
    page.get_by_label("Search the list").fill("quarry")
    expect(page.locator("#fc-list tbody tr")).to_have_count(1)
    page.locator("#fc-list tbody a").click()
    expect(page.locator("#fc-list .fc-about")).to_contain_text("javascript:")
    assert page.locator("a[href^='javascript']").count() == 0
    assert_nothing_ran(page)


def test_exports_of_a_hostile_article_run_nothing(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How many rare lizards does the old quarry hold?")
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

"""The articles tab: search, sort, remove, refuse; and the page goes on answering meanwhile."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser.acting import ask, go_to, update
from tests.browser.conftest import OpenPage
from tests.browser.serving import Served


def test_search_and_sort(open_page: OpenPage) -> None:
    page = open_page()
    go_to(page, "Articles")
    page.get_by_label("Search the list").fill("bridge 2019")
    rows = page.locator("#fc-list tbody tr")
    expect(rows).to_have_count(2)
    page.get_by_role("columnheader", name="Outlet").get_by_role("link").click()
    expect(page.locator("th[aria-sort=ascending]")).to_contain_text("Outlet")
    expect(rows.first).to_contain_text("Harbour Post")
    page.get_by_role("columnheader", name="Outlet").get_by_role("link").press("Enter")
    expect(rows.first).to_contain_text("Northern Courier")


def test_an_article_is_removed_from_the_folder_and_kept_aside(
    open_page: OpenPage, served: Served
) -> None:
    (served.corpus / "kiosk.txt").write_text(
        "Kiosk closes\n\nThe kiosk on the square closed for good on Friday, its owner said.\n",
        encoding="utf-8",
    )
    page = open_page()
    assert "1 added" in update(page)
    page.get_by_label("Search the list").fill("kiosk")
    expect(page.locator("#fc-list tbody tr")).to_have_count(1)
    page.locator("#fc-list tbody a").press("Enter")
    remove = page.get_by_role("button", name="Remove this article")
    page.once("dialog", lambda dialog: dialog.dismiss())
    remove.click()
    page.wait_for_timeout(500)
    assert (served.corpus / "kiosk.txt").exists()
    page.once("dialog", lambda dialog: dialog.accept())
    remove.click()
    expect(page.locator("#fc-work")).to_contain_text("1 removed")
    expect(page.locator("#fc-work")).to_contain_text("Kiosk closes")
    assert not (served.corpus / "kiosk.txt").exists()
    assert len(list((served.index / "removed").rglob("kiosk.txt"))) == 1


def test_wrong_types_and_addresses_are_refused_with_words(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page()
    go_to(page, "Articles")
    page.get_by_label("Add a web address").fill("http://127.0.0.1:1/private")
    page.get_by_role("button", name="Fetch and add").click()
    expect(page.locator("#fc-work .fc-error")).to_be_visible()
    page.get_by_label("Add a web address").fill("file:///etc/hostname")
    page.get_by_role("button", name="Fetch and add").click()
    expect(page.locator("#fc-work .fc-error")).to_contain_text("http")


def test_a_rebuild_goes_on_beside_the_questions(open_page: OpenPage) -> None:
    page = open_page()
    go_to(page, "Articles")
    page.get_by_role("button", name="Rebuild").click()
    expect(page.locator("#fc-work .fc-notice")).to_be_visible()
    go_to(page, "Ask")
    assert "Sept. 30" in ask(page, "when did airstrikes begin?").inner_text()
    go_to(page, "Articles")
    expect(page.locator("#fc-work [id^=fc-job-]")).to_be_visible()
    go_to(page, "Ask")
    assert "Sept. 30" in ask(page, "when did airstrikes begin?").inner_text()


def test_a_watched_folder_updates_by_itself(open_page: OpenPage, served: Served) -> None:
    page = open_page()
    go_to(page, "Articles")
    switch = page.get_by_label("Watch the folder")
    switch.check()
    expect(page.locator("#fc-articles")).to_contain_text("Watching the folder")
    try:
        (served.corpus / "tower.txt").write_text(
            "Tower saved\n\nThe water tower of Hohenau was saved by 41 volunteers on Friday.\n",
            encoding="utf-8",
        )
        go_to(page, "Ask")
        for _ in range(20):
            answer = ask(page, "How many volunteers saved the water tower?")
            if "41" in answer.inner_text():
                break
            page.wait_for_timeout(1000)
        assert "41" in answer.inner_text()
    finally:
        go_to(page, "Articles")
        switch.uncheck()
        expect(switch).not_to_be_checked()


def test_health_says_what_is_wrong_and_repair_mends_it(open_page: OpenPage, served: Served) -> None:
    unknown = served.corpus / "granary.txt"
    unknown.write_text(
        "Granary burns\n\nThe granary of Moosdorf burned down on Sunday night, firemen said.\n",
        encoding="utf-8",
    )
    page = open_page()
    go_to(page, "Health")
    page.get_by_role("button", name="Examine the index").click()
    found = page.locator("#fc-health .fc-health")
    expect(found).to_contain_text("granary.txt")
    expect(found).to_contain_text("What helps: press “Update the index” on the Articles tab")
    page.get_by_role("button", name="Repair").click()
    expect(page.locator("#fc-health")).not_to_contain_text("is not indexed yet")
    expect(found).to_contain_text("no date")
    go_to(page, "Articles")
    expect(page.locator("#fc-list")).to_contain_text("Granary burns")

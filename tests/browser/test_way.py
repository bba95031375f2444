"""The whole way: a question, its quote in the article, an article added, the question again."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from tests.browser import articles
from tests.browser.acting import ask, go_to, update
from tests.browser.conftest import OpenPage
from tests.browser.serving import Served


def test_from_a_question_to_a_new_article_and_its_answer(
    open_page: OpenPage, served: Served, tmp_path: Path
) -> None:
    page = open_page()
    answer = ask(page, "when did airstrikes begin?")
    assert "September 30, 2015" in answer.locator(".fc-short").inner_text()

    answer.locator("a.fc-cite").first.click()
    chosen = page.locator("#fc-sources mark.fc-chosen")
    expect(chosen.first).to_be_visible()
    assert "30" in "".join(chosen.all_inner_texts())

    assert ask(page, "How many passengers did the ferry carry?").locator(".fc-short").count() == 0

    upload = tmp_path / "ferry.md"
    upload.write_text(articles.FERRY, encoding="utf-8")
    go_to(page, "Articles")
    page.locator("#fc-upload input[type=file]").set_input_files(upload)
    expect(page.locator("#fc-work")).to_contain_text("1 added")
    assert (served.corpus / "ferry.md").read_text(encoding="utf-8") == articles.FERRY
    expect(page.locator("#fc-list")).to_contain_text("Ferry service returns to the lake")

    go_to(page, "Ask")
    again = ask(page, "How many passengers did the ferry carry?")
    assert "312" in again.locator(".fc-short").inner_text()


def test_an_article_put_into_the_folder_is_found_after_an_update(
    open_page: OpenPage, served: Served
) -> None:
    page = open_page()
    (served.corpus / "mill.txt").write_text(
        "Old mill sold\n\nThe old mill at Arnsdorf was sold for 900,000 euros on Monday.\n",
        encoding="utf-8",
    )
    report = update(page)
    assert "1 added" in report
    assert "Old mill sold" in report
    go_to(page, "Ask")
    assert "900,000" in ask(page, "For how much was the old mill sold?").inner_text()

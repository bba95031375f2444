"""What the ask tab shows: exact highlights, disagreement, time, filters, receipts, thumbs."""

from __future__ import annotations

import json
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.acting import ask, assert_accessible, assert_fits, go_to
from tests.browser.conftest import OpenPage
from tests.browser.serving import Served


def test_a_citation_opens_exactly_its_characters_by_keyboard(
    open_page: OpenPage, tmp_path: Path
) -> None:
    page = open_page()
    answer = ask(page, "How much did the harbour bridge cost?")
    with page.expect_download() as download:
        page.get_by_role("link", name="Export receipt (JSON)").or_(
            page.get_by_role("button", name="Export receipt (JSON)")
        ).click()
    download.value.save_as(tmp_path / "receipt.json")
    quotes = json.loads((tmp_path / "receipt.json").read_text(encoding="utf-8"))["answer"]["quotes"]

    cite = answer.locator("a.fc-cite").first
    number = int(cite.inner_text().split()[-1])
    cite.focus()
    page.keyboard.press("Enter")
    page.locator("#fc-sources mark.fc-chosen").first.wait_for()
    shown = page.evaluate(
        "[...document.querySelectorAll('#fc-sources mark.fc-chosen')]"
        ".map((mark) => mark.textContent).join('')"
    )
    quoted = next(quote["text"] for quote in quotes if quote["n"] == number)
    assert shown == quoted
    # The keyboard is at the article, and can go back from there.
    assert page.evaluate("document.activeElement.className") == "fc-article-title"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#fc-sources .fc-cards")).to_be_visible()


def test_sources_that_differ_stand_side_by_side_and_on_a_timeline(open_page: OpenPage) -> None:
    page = open_page()
    answer = ask(page, "How much did the harbour bridge cost?")
    cards = answer.locator(".fc-finding")
    expect(cards).to_have_count(2)
    text = answer.inner_text()
    assert "40 million" in text
    assert "55 million" in text
    assert "Harbour Post" in text
    assert "Northern Courier" in text
    first, second = cards.nth(0).bounding_box(), cards.nth(1).bounding_box()
    assert first is not None
    assert second is not None
    assert abs(first["y"] - second["y"]) < 2
    line = answer.locator(".fc-timeline").inner_text()
    assert line.index("March 1, 2019") < line.index("June 20, 2019")


def test_a_filter_narrows_what_may_answer(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("button", name="Narrow by date or outlet").click()
    page.get_by_label("Published from").fill("2019-06")
    text = ask(page, "How much did the harbour bridge cost?").inner_text()
    assert "55 million" in text
    assert "40 million" not in text
    page.get_by_label("Published from").fill("someday")
    page.locator("#fc-question textarea").fill("How much did it cost?")
    page.locator("#fc-question textarea").press("Enter")
    error = page.locator("#fc-chat .fc-error")
    expect(error).to_contain_text("Not a date")
    expect(error).to_contain_text("2015-09-30")


def test_a_follow_up_shows_how_it_was_understood(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "How much did the harbour bridge cost?")
    answer = ask(page, "and when did it open?")
    expect(answer.locator(".fc-standalone")).to_contain_text("bridge")


def test_thumbs_are_kept_in_a_file_beside_the_index(open_page: OpenPage, served: Served) -> None:
    page = open_page()
    ask(page, "when did airstrikes begin?")
    page.get_by_role("button", name="Like", exact=True).click()
    kept = served.index / "feedback.jsonl"
    for _ in range(100):
        if kept.exists() and kept.read_text(encoding="utf-8"):
            break
        page.wait_for_timeout(100)
    line = json.loads(kept.read_text(encoding="utf-8").splitlines()[-1])
    assert (line["thumb"], line["question"]) == ("up", "when did airstrikes begin?")


def test_copy_gives_the_answer_as_text(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, "when did airstrikes begin?")
    page.get_by_role("button", name="Copy", exact=True).click()
    page.wait_for_function("navigator.clipboard.readText().then(t => t.includes('Sept. 30'))")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "[1]" in copied
    assert "<" not in copied


def test_suggested_questions_are_answered(open_page: OpenPage) -> None:
    page = open_page()
    page.locator("#fc-chat .example").first.click()
    expect(page.locator("#fc-chat .fc-answered .fc-short")).to_be_visible()


def test_long_and_right_to_left_texts_do_not_break_the_page(open_page: OpenPage) -> None:
    page = open_page(width=390)
    ask(page, "W" * 600 + " 🌉 ؟")
    assert_fits(page)

    answer = ask(page, "How many litres does the dam at Oberwald hold?")
    expect(answer.locator(".fc-short")).to_contain_text("9 million")
    quote = page.locator("#fc-sources blockquote").first
    assert len(quote.inner_text()) > 5000
    box = quote.bounding_box()
    assert box is not None
    assert box["height"] < 400
    assert_fits(page)
    assert_accessible(page)

    answer = ask(page, "כמה עלה המוזיאון?")
    answer.locator("a.fc-cite").first.click()
    expect(page.locator("#fc-sources mark.fc-chosen").first).to_be_visible()
    text = page.locator("#fc-sources .fc-text")
    assert text.evaluate("(it) => getComputedStyle(it).direction") == "rtl"
    assert_fits(page)


def test_what_is_refused_stays_in_its_box(open_page: OpenPage) -> None:
    page = open_page()
    box = page.locator("#fc-question textarea")
    box.fill("Who " * 2500)
    box.press("Enter")
    error = page.locator("#fc-chat .fc-error")
    expect(error).to_contain_text("10,000 characters")
    expect(error).to_contain_text("Check a text")
    assert len(box.input_value()) == 10_000

    # Two clicks are one question; while an answer is on its way the page takes no other.
    page.wait_for_timeout(2000)
    box.fill("when did airstrikes begin?")
    page.get_by_role("button", name="Ask", exact=True).dblclick()
    expect(page.locator("#fc-chat .fc-answered")).to_have_count(1)
    expect(box).to_have_value("")
    page.wait_for_timeout(2000)
    box.fill("   ")
    box.press("Enter")
    page.wait_for_timeout(2000)
    expect(page.locator("#fc-chat .fc-answer")).to_have_count(1)


def test_back_and_forward_stay_on_the_page(open_page: OpenPage) -> None:
    page = open_page()
    answer = ask(page, "when did airstrikes begin?")
    answer.locator("a.fc-cite").first.click()
    chosen = page.locator("#fc-sources mark.fc-chosen").first
    expect(chosen).to_be_visible()
    page.go_back()
    expect(page.locator("#fc-sources .fc-cards")).to_be_visible()
    expect(page.locator("#fc-sources a.fc-open").first).to_be_focused()
    page.go_forward()
    expect(chosen).to_be_visible()
    go_to(page, "Articles")
    page.go_back()
    expect(page.get_by_role("tab", name="Ask")).to_have_attribute("aria-selected", "true")
    expect(answer).to_be_visible()

"""What a person does on the page, and what the checker of accessibility says of it."""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect


def ask(page: Page, question: str) -> Locator:
    """Ask by keyboard; returns the finished answer."""
    answers = page.locator("#fc-chat .fc-answer")
    before = answers.count()
    box = page.locator("#fc-question textarea")
    box.fill(question)
    box.press("Enter")
    expect(answers).to_have_count(before + 1)
    expect(page.locator(".fc-steps")).to_have_count(0)
    return answers.last


def go_to(page: Page, tab: str) -> None:
    """Open a tab by its name."""
    page.get_by_role("tab", name=tab).click()


def check(page: Page, text: str) -> Locator:
    """Check a text; returns the marked text."""
    go_to(page, "Check a text")
    page.get_by_label("Text to check").fill(text)
    page.get_by_role("button", name="Check", exact=True).click()
    marked = page.locator(".fc-checked")
    marked.wait_for()
    return marked


def update(page: Page) -> str:
    """Press "Update the index"; returns the report."""
    go_to(page, "Articles")
    shown = page.locator("#fc-work [id^=fc-job-]")
    # How things stood when the page was opened comes a moment after the page.
    shown.wait_for(state="attached")
    last = shown.get_attribute("id")
    page.get_by_role("button", name="Update the index").click()
    page.locator(f"#{last}").wait_for(state="detached")
    shown.wait_for()
    return shown.inner_text()


def assert_accessible(page: Page) -> None:
    """No serious or critical finding of axe on what is shown now."""
    found = Axe().run(page).response["violations"]
    serious = [
        f"{v['impact']} {v['id']}: {v['help']}\n  "
        + "\n  ".join(node["html"][:200] for node in v["nodes"][:5])
        for v in found
        if v["impact"] in ("serious", "critical")
    ]
    assert not serious, "\n".join(serious)


def assert_fits(page: Page) -> None:
    """Nothing sticks out of the window sideways."""
    over = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert over <= 0, f"{over} px too wide"

"""Every tab at phone and desk width, light and dark: it fits, axe has nothing serious to say."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.acting import ask, assert_accessible, assert_fits, check, go_to
from tests.browser.conftest import OpenPage

CLAIMS = (
    "The harbour bridge cost 40 million euros. The airstrikes began on October 3. "
    "The lighthouse keeper of Ostrava retired in May."
)


@pytest.fixture(params=["390-light", "390-dark", "1280-light", "1280-dark"])
def look(request: pytest.FixtureRequest) -> tuple[int, bool]:
    """Width in pixels, and whether it is dark."""
    width, shade = request.param.split("-")
    return int(width), shade == "dark"


def test_every_tab(open_page: OpenPage, look: tuple[int, bool]) -> None:
    width, dark = look
    page = open_page(width=width, dark=dark)
    assert_accessible(page)

    answer = ask(page, "How much did the harbour bridge cost?")
    expect(answer.locator(".fc-finding")).to_have_count(2)
    assert_accessible(page)
    assert_fits(page)
    answer.locator("a.fc-cite").first.click()
    expect(page.locator("#fc-sources mark.fc-chosen").first).to_be_in_viewport()
    assert_accessible(page)
    assert_fits(page)

    abstained = ask(page, "Who is the mayor of Reykjavik?")
    expect(abstained.locator(".fc-abstained-word")).to_be_visible()
    expect(page.locator("#fc-sources")).to_contain_text("Nearest passages")
    assert_accessible(page)

    check(page, CLAIMS)
    expect(page.locator(".fc-claim")).to_have_count(3)
    assert_accessible(page)
    assert_fits(page)

    go_to(page, "Articles")
    expect(page.locator("#fc-list table")).to_be_visible()
    assert_accessible(page)
    assert_fits(page)
    page.locator("#fc-list tbody a").first.click()
    expect(page.locator("#fc-list .fc-text")).to_be_visible()
    assert_accessible(page)

    go_to(page, "Health")
    page.get_by_role("button", name="Examine the index").click()
    expect(page.locator("#fc-health [role=status]")).to_be_visible()
    assert_accessible(page)
    assert_fits(page)

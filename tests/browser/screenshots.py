"""Takes the README's pictures from the page as it is now: python -m tests.browser.screenshots."""

from __future__ import annotations

import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.acting import ask, check, go_to
from tests.browser.serving import CHROMIUM, FLAGS, build_index, sample_corpus, server
from tests.conftest import ROOT

PICTURES = ROOT / "ui" / "static" / "pictures"
CLAIMS = (
    "Russia's airstrikes in Syria began on September 30, 2015. Putin said that Islamic State has "
    "20,000 fighters from former Soviet republics. Leaders held a summit in Astana. "
    "The Swiss parliament approved a loan."
)


def opened(browser: Browser, url: str, width: int, height: int, *, dark: bool = False) -> Page:
    """The page in a window of this size, its suggestions there."""
    page = browser.new_page(
        viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
    )
    page.set_default_timeout(60_000)
    page.goto(url)
    page.locator("#fc-chat .example, #fc-chat .placeholder").first.wait_for()
    return page


def shot(page: Page, name: str) -> None:
    """Save what the window shows, once nothing moves any more."""
    page.mouse.move(0, 0)
    page.evaluate("document.activeElement && document.activeElement.blur()")
    page.wait_for_timeout(700)
    path = PICTURES / f"{name}.png"
    page.screenshot(path=path)
    # A palette halves the file and no eye sees it.
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(128).save(path, optimize=True)


def take(browser: Browser, url: str) -> None:
    """All pictures."""
    page = opened(browser, url, 1280, 860)
    answer = ask(page, "When did airstrikes begin?")
    answer.locator("a.fc-cite").first.click()
    page.locator("#fc-sources mark.fc-chosen").first.wait_for()
    shot(page, "ask")

    page = opened(browser, url, 1280, 1180)
    ask(page, "Will Russia take part in operations in Syria?")
    shot(page, "differing")

    page = opened(browser, url, 1280, 860)
    check(page, CLAIMS)
    shot(page, "check")

    page = opened(browser, url, 1280, 860, dark=True)
    go_to(page, "Articles")
    expect(page.locator("#fc-list tbody tr").first).to_be_visible()
    shot(page, "articles")

    page = opened(browser, url, 390, 844, dark=True)
    ask(page, "When did airstrikes begin?")
    shot(page, "phone")


def main() -> None:
    """Start a server over the sample articles, and take the pictures into ui/static/pictures."""
    expect.set_options(timeout=60_000)
    PICTURES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        corpus, index = sample_corpus(Path(name) / "corpus"), Path(name) / "index"
        build_index(corpus, index)
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        with server(corpus, index) as running:
            take(browser, running.url)
        browser.close()


if __name__ == "__main__":
    main()

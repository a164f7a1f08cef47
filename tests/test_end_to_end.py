"""A civil servant asks on the page and sees the words that prove the answer."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.serving import until_ready

pytestmark = [pytest.mark.browser, pytest.mark.model]

SCREENS = Path(__file__).parents[1] / "artifacts" / "screens"
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
QUESTION = (
    "Công chức, viên chức được bàn, quyết định, tham gia ý kiến và giám sát những nội dung gì?"
)
ITEMS = [
    "Nội quy, quy chế hoạt động cơ quan",
    "Quy chế chi tiêu nội bộ",
    "kế hoạch hoạt động của đơn vị hàng năm",
    "các khoản chi phí của cơ quan",
    "các chế độ, quyền lợi của CCVC theo quy định",
]


@pytest.fixture
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium; its absence is a failure, not a skip."""
    chromium = shutil.which("chromium")
    assert chromium, "install Chromium with: sh tests/programs.sh"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))


def asked(page: Page, url: str) -> None:
    """Open the page, ask the question and wait for the whole answer."""
    page.goto(url)
    page.get_by_role("textbox").fill(QUESTION)
    page.get_by_role("textbox").press("Enter")
    expect(page.locator(".reply .claim")).to_have_count(len(ITEMS) + 2, timeout=60_000)


@pytest.mark.parametrize(("name", "size"), [("desktop", (1280, 800)), ("phone", (390, 844))])
def test_the_list_is_streamed_with_chips_and_a_chip_opens_the_exact_words(
    name: str, size: tuple[int, int], browser: Browser, served: tuple[str, Path]
) -> None:
    url, log = served
    assert until_ready(f"{url}/healthz")
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    asked(page, url)

    claims = page.locator(".reply li.claim")
    for item, claim in zip(ITEMS, claims.all(), strict=False):
        expect(claim).to_contain_text(item)
    page.locator("[data-cite]").first.click()
    marked = page.locator("#source mark.current")
    expect(marked.first).to_be_in_viewport()
    words = re.sub(r"\s+", " ", " ".join(marked.all_inner_texts()))
    assert "; ".join(ITEMS) in words
    expect(page.locator("#source")).to_contain_text("Sở Thông tin và Truyền thông")
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENS / f"end-to-end-{name}.png")
    assert not log.exists(), log.read_text("utf-8")

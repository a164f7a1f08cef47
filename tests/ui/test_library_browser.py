"""The library in Chromium: files are dropped, told, corrected; the pages in two looks."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from corpus.shipped import shipped_texts
from tests.corpus.made import formats
from tests.ui.conftest import served as serving
from tests.ui.test_browser import Visit, keep
from tests.ui.test_browser import browser as browser  # noqa: PLC0414 - a fixture
from tests.ui.test_library import LINES, Office
from tests.ui.test_studio_browser import LOOKS, sound
from ui.web.library import wording as w

pytestmark = pytest.mark.browser

DROP = """([name, data]) => {
  const bytes = Uint8Array.from(atob(data), (c) => c.charCodeAt(0));
  const moved = new DataTransfer();
  moved.items.add(new File([bytes], name));
  document.querySelector(".drop").dispatchEvent(
    new DragEvent("drop", { dataTransfer: moved, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def office() -> Office:
    made = Office()
    for path in shipped_texts():
        made.shelving.library.add(path)
    return made


@pytest.fixture
def opened(browser: Browser, office: Office) -> Iterator[Visit]:
    """Open pages of a library of its own; at the end, nothing failed and nothing left it."""
    for address in serving(office):
        visit = Visit(browser, address)
        yield visit
        faults = list(visit.faults)
        for context in visit.contexts:
            context.close()
        assert [url for url in visit.asked if not url.startswith(address)] == []
        assert faults == []


def drop(page: Page, name: str, data: bytes) -> None:
    page.locator(".adding summary").first.click()
    page.evaluate(DROP, [name, b64encode(data).decode()])
    expect(page.locator(".drop-words")).to_contain_text(name)
    page.get_by_role("button", name=w.ADD_TO_LIBRARY).click()
    page.wait_for_url(re.compile("/van-ban/them/"))


def test_a_file_that_is_dropped_becomes_a_document_that_can_be_corrected(opened: Visit) -> None:
    page = opened("/van-ban")
    drop(page, "kế hoạch.docx", formats.docx([*LINES, "Bổ sungcác quy định."]))
    expect(page.get_by_text(w.FRESH, exact=True)).to_be_visible()
    expect(page.get_by_text("“sungcác” → “sung các”")).to_be_visible()
    page.get_by_role("link", name=re.compile("tiếp công dân")).click()
    page.locator(".keep > summary").click()
    issuer = page.get_by_label("Cơ quan ban hành")
    issuer.fill("Sở Công Vụ")
    page.locator("form", has=issuer).get_by_role("button", name=w.SAVE).click()
    expect(page.get_by_text(w.SAVED)).to_be_visible()
    expect(page.locator(".particulars")).to_contain_text("Sở Công Vụ")


def test_a_document_is_removed_only_after_it_is_asked_for_twice(
    opened: Visit, office: Office
) -> None:
    before = office.shelving.library.documents()
    page = opened(f"/van-ban/{before[0].id}")
    page.locator(".keep > summary").click()
    expect(page.get_by_role("button", name=w.REMOVE)).to_be_hidden()
    page.locator("summary", has_text=w.REMOVE).click()
    page.get_by_role("button", name=w.REMOVE).click()
    expect(page.get_by_text(w.REMOVED.format(before[0].source))).to_be_visible()
    assert len(office.shelving.library.documents()) == len(before) - 1


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look[0])
def test_every_page_of_the_library_is_sound(
    opened: Visit, office: Office, look: tuple[str, tuple[int, int], str]
) -> None:
    name, size, scheme = look
    key = office.shelving.library.documents()[2].id
    office.shelving.library.tags.put(key, "dân chủ")
    for place in ("", "/quan-he", "/hieu-luc", "/hieu-luc/sua?so=10/2022/QH15", f"/{key}"):
        page = opened(f"/van-ban{place}", size, scheme)
        for summary in page.locator("main details > summary").all():
            summary.click() if summary.is_visible() else None
        sound(page)
        keep(page, f"library-{name}{re.sub('[^a-z]', '-', place)}")

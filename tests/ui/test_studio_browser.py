"""The quiz studio in Chromium: from the scope of a paper to the file that a trainer takes away."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from html import escape
from pathlib import Path
from threading import Event
from xml.etree import ElementTree as ET

import pytest
from playwright.sync_api import Browser, Locator, Page, expect, sync_playwright

from tests.serving import until_up
from tests.ui.conftest import served as serving
from tests.ui.studio import SlowApplication
from tests.ui.test_browser import DESKTOP, FLAGS, SMALL, Visit, fits, keep
from ui import messages
from ui.fakes import FakeApplication
from ui.web.quiz import wording as w

pytestmark = pytest.mark.browser

LOOKS = [  # every width and every theme once: what fits does not hang on colours
    ("desktop", DESKTOP, "light"),
    ("small-dark", SMALL, "dark"),
]
NAMELESS = """() => [...document.querySelectorAll("#main :is(input:not([type=hidden]), select,"
  + " textarea, button, a, summary, progress, [role=region])")].filter((e) => !(
    e.labels?.length || e.getAttribute("aria-label") || e.getAttribute("aria-labelledby")
    || e.closest("[aria-label]") === e || e.textContent.trim())
    && e.checkVisibility()).map((e) => e.outerHTML)"""
TWICE = """() => { const ids = [...document.querySelectorAll("[id]")].map((e) => e.id);
  return ids.filter((id, n) => ids.indexOf(id) !== n); }"""
# text whose contrast with the nearest painted background is below WCAG AA
PALE = """() => {
  const rgb = (c) => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = (c) => rgb(c).slice(0, 3).map((v) => v / 255)
    .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, n) => sum + v * [0.2126, 0.7152, 0.0722][n], 0);
  const ground = (e) => {
    for (; e; e = e.parentElement) {
      const c = getComputedStyle(e).backgroundColor;
      if ((rgb(c)[3] ?? 1) > 0.9) return c;
    }
    return "rgb(255,255,255)";
  };
  const found = [];
  const walk = document.createTreeWalker(document.getElementById("main"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || !e.checkVisibility()) continue;
    if (e.closest(":disabled, noscript, option")) continue;
    const [a, b] = [light(getComputedStyle(e).color), light(ground(e))].sort((x, y) => y - x);
    const size = parseFloat(getComputedStyle(e).fontSize);
    if ((a + 0.05) / (b + 0.05) < (size >= 24 ? 3 : 4.5)) found.push(e.outerHTML.slice(0, 120));
  }
  return found;
}"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium; its absence is a failure, not a skip."""
    chromium = shutil.which("chromium")
    assert chromium, "install Chromium with: sh tests/programs.sh"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))


@pytest.fixture
def opened(browser: Browser) -> Iterator[Visit]:
    """Open pages of an application of its own; at the end, nothing failed and nothing left it."""
    for address in serving(FakeApplication()):
        visit = Visit(browser, address)
        yield visit
        faults = list(visit.faults)
        for context in visit.contexts:
            context.close()
        assert [url for url in visit.asked if not url.startswith(address)] == []
        assert faults == []


PATIENCE = 90_000  # ms; the rest of the suite runs beside on the same two cores


def make(page: Page, count: int, *kinds: str) -> None:
    """Ask for a paper with the form and wait until it is there."""
    page.get_by_label(w.COUNT).fill(str(count))
    for box in page.locator("[name=kind]").all():
        box.set_checked(not kinds or box.get_attribute("value") in kinds)
    page.get_by_role("button", name=w.MAKE, exact=True).click()
    page.wait_for_url(re.compile("/trac-nghiem/de/"), timeout=PATIENCE)


def card(page: Page, number: int) -> Locator:
    return page.locator(".card").nth(number - 1)


def press(card: Locator, name: str) -> None:
    card.get_by_role("button", name=name, exact=True).click()


def sound(page: Page) -> None:
    """See that a page fits, that all can be named aloud and read by weak eyes."""
    assert fits(page)
    assert page.evaluate(NAMELESS) == []
    assert page.evaluate(TWICE) == []
    assert page.evaluate(PALE) == []
    assert page.locator("h1").count() == 1
    assert page.evaluate("document.documentElement.lang") == "vi"


def follow(page: Page, link: Locator) -> None:
    """Follow a link and wait until its page is there; what is asked of it before finds nothing."""
    path = str(link.get_attribute("href"))
    link.click()
    page.wait_for_url(f"**{path}", timeout=PATIENCE)


def answer(page: Page) -> None:
    """Answer the question that is shown, somehow."""
    where = page.locator("#luot")
    kind = where.get_attribute("data-kind")
    if kind in {"fill", "short"}:
        page.get_by_label(w.YOUR_ANSWER).fill("không rõ")
    elif kind in {"match", "order"}:
        for n, box in enumerate(where.locator("select").all(), start=1):
            box.select_option(index=n)
    else:
        where.locator("[name=key]").first.check()
    where.get_by_role("button", name=w.ANSWER).click()
    page.locator(".verdict").wait_for()


def approved(page: Page, *numbers: int) -> list[str]:
    """Approve items and return their stems."""
    for number in numbers:
        press(card(page, number), w.APPROVE)
        expect(card(page, number)).to_have_class("card approved")
    return [card(page, number).locator(".stem").inner_text() for number in numbers]


def downloaded(page: Page, format_: str, folder: Path) -> bytes:
    """Download a format from the page of a paper and come back to it."""
    page.get_by_role("link", name=w.DOWNLOAD).click()
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile(format_)).click()
    download.value.save_as(folder / "file")
    page.get_by_role("link", name=w.PAPER_AGAIN).click()
    return (folder / "file").read_bytes()


def test_a_trainer_goes_from_a_scope_to_a_file_for_moodle_and_takes_the_paper(
    browser: Browser, served: tuple[str, Path], tmp_path: Path
) -> None:
    """The installed program, with other machines blocked; its model need not be loaded."""
    address, _ = served
    assert until_up(f"{address}/healthz")
    page = Visit(browser, address)("/trac-nghiem")
    section = choose_section(page)
    make(page, 6)
    cited = [chip.get_attribute("data-cite") for chip in page.locator(".card [data-cite]").all()]
    assert {str(place).partition(":")[0] for place in cited} == {section.partition(" ")[0]}
    stems = approved(page, 1, 2)

    found = ET.fromstring(downloaded(page, "Moodle XML", tmp_path))  # noqa: S314 — our own file

    asked = [str(one.text) for one in found.findall("question/questiontext/text")]
    assert asked == [f"<p>{escape(stem, quote=False)}</p>" for stem in stems]
    assert all("Nguồn: " in str(x.text) for x in found.findall("question/generalfeedback/text"))
    page.get_by_role("button", name=w.TRY).click()
    for last in (False, True):
        answer(page)
        expect(page.locator("#luot blockquote").first).to_be_visible()
        page.get_by_role("link", name=w.FINISH if last else w.NEXT_ITEM).click()
    expect(page.get_by_role("heading", name=w.RESULT)).to_be_visible()
    assert page.locator(".result").count() == 2
    page.context.close()


def choose_section(page: Page) -> str:
    """Choose the first third section that there is, and return "document section"."""
    section = str(page.locator("option[value$=' III']").first.get_attribute("value"))
    page.get_by_label(w.SECTION).select_option(section)
    return section


def reject(page: Page, number: int) -> None:
    card(page, number).locator("summary", has_text=w.REJECT).click()
    card(page, number).get_by_label(w.REASON).fill("lời hỏi dài")
    press(card(page, number), w.CONFIRM_REJECT)
    expect(card(page, number)).to_have_class("card rejected")


def edit(page: Page, number: int) -> Iterator[str]:
    """Edit the stem of an item; yield the name of each page that is seen."""
    follow(page, card(page, number).get_by_role("link", name=w.EDIT))
    page.get_by_label(w.STEM).fill("Lời hỏi của tôi?")
    yield "edit"
    page.get_by_role("button", name=w.SAVE).click()
    expect(card(page, number).locator(".faults")).to_contain_text(w.UNPROVED)
    yield "unproved"


def take(page: Page) -> Iterator[str]:
    """Take the paper that is shown; yield the name of each page that is seen."""
    page.get_by_role("button", name=w.TRY).click()
    page.wait_for_url(re.compile("/lam-thu"), timeout=PATIENCE)
    while page.locator("#luot").count():
        kind = str(page.locator("#luot").get_attribute("data-kind"))
        yield f"ask-{kind}"
        answer(page)
        yield f"told-{kind}"
        follow(page, page.locator("#luot a.main"))
    yield "result"


def walk(page: Page) -> Iterator[str]:
    """Go through the whole studio; yield the name of each page that is seen."""
    yield "compose"
    make(page, 8)
    yield "paper"
    approved(page, 1)
    reject(page, 2)
    yield "judged"
    yield from edit(page, 1)
    page.get_by_role("button", name=w.APPROVE_REST).click()
    expect(page.locator(".card.approved")).to_have_count(6)
    follow(page, page.get_by_role("link", name=w.DOWNLOAD))
    yield "export"
    page.go_back()
    yield from take(page)
    page.goto(page.url.partition("/lam-thu")[0] + "/ngan-hang")
    yield "bank"


@pytest.mark.parametrize(("name", "size", "colours"), LOOKS)
def test_every_page_fits_is_named_and_can_be_read(
    opened: Visit, name: str, size: tuple[int, int], colours: str
) -> None:
    page = opened("/trac-nghiem", size, colours)
    seen: set[str] = set()

    for where in walk(page):
        sound(page)
        if where not in seen:
            keep(page, f"{name}-quiz-{len(seen):02d}-{where}")
        seen.add(where)

    assert {"result", "told-mc", "told-tf", "told-fill", "told-match"} < seen


def test_the_keyboard_is_enough_and_the_place_is_kept(opened: Visit) -> None:
    page = opened("/trac-nghiem")
    make(page, 8, "mc")
    second = card(page, 2)
    key = second.get_attribute("id")
    second.get_by_role("button", name=w.APPROVE, exact=True).focus()

    page.keyboard.press("Enter")

    expect(page.locator("#said")).to_have_text(f"{w.item_label(2)}: Đã duyệt")
    assert page.evaluate("document.activeElement.id") == key
    page.locator(f"#{key} [value=up]").focus()
    page.keyboard.press("Enter")
    expect(card(page, 1)).to_have_attribute("id", str(key))
    assert page.evaluate("document.activeElement.id") == key  # the first cannot go further up
    page.locator(f"#{key} [value=down]").focus()
    page.keyboard.press("Enter")
    expect(card(page, 2)).to_have_attribute("id", str(key))
    assert page.evaluate("document.activeElement.value") == "down"


def test_the_cited_words_open_beside_the_paper(opened: Visit) -> None:
    page = opened("/trac-nghiem")
    make(page, 3, "mc")
    chip = card(page, 1).locator(".chip").first

    chip.click()

    expect(page.locator("#source mark.current").first).to_be_in_viewport()
    keep(page, "desktop-quiz-source")
    page.keyboard.press("Escape")
    expect(page.locator("#source")).to_be_hidden()
    expect(chip).to_be_focused()


def test_another_item_takes_the_place_of_one_without_leaving_the_page(opened: Visit) -> None:
    page = opened("/trac-nghiem")
    make(page, 5, "mc")
    before = [one.get_attribute("id") for one in page.locator(".card").all()]

    press(card(page, 3), w.ANOTHER)

    expect(card(page, 3)).not_to_have_attribute("id", str(before[2]))
    after = [one.get_attribute("id") for one in page.locator(".card").all()]
    assert [*after[:2], *after[3:]] == [*before[:2], *before[3:]]
    assert page.evaluate("document.activeElement.value") == "another"


def test_a_paper_in_the_making_is_watched_until_it_is_made(browser: Browser) -> None:
    go = Event()
    for address in serving(SlowApplication(go=go)):
        page = Visit(browser, address)("/trac-nghiem")
        page.get_by_role("button", name=w.MAKE, exact=True).click()
        expect(page.get_by_role("heading", name=w.MAKING)).to_be_visible()
        expect(page.locator(".seconds")).to_contain_text(re.compile(r"\b([2-9]|\d\d+) giây"))
        sound(page)
        keep(page, "desktop-quiz-making")

        go.set()

        page.wait_for_url(re.compile("/trac-nghiem/de/"))
        page.context.close()


def test_everything_works_without_scripts(browser: Browser, tmp_path: Path) -> None:
    for address in serving(FakeApplication()):
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(f"{address}/trac-nghiem")
        make(page, 2, "tf")
        press(card(page, 2), w.APPROVE)
        expect(card(page, 2)).to_have_class("card approved")
        page.get_by_role("link", name=w.DOWNLOAD).click()
        with page.expect_download() as download:
            page.get_by_role("link", name="GIFT").click()
        download.value.save_as(tmp_path / "de.txt")
        page.goto(f"{address}/trac-nghiem")
        page.locator(".papers a").click()
        page.get_by_role("button", name=w.TRY).click()
        page.get_by_label("A. Đúng").check()
        page.get_by_role("button", name=w.ANSWER).click()
        page.get_by_role("link", name=w.FINISH).click()
        expect(page.locator(".score")).to_contain_text("/1 câu đúng")
        context.close()

    assert "::1-" in (tmp_path / "de.txt").read_text("utf-8")


def test_a_file_is_taken_into_the_bank_and_a_paper_made_of_it(
    opened: Visit, tmp_path: Path
) -> None:
    file = tmp_path / "cau.txt"
    file.write_text("Ai được bàn?\nA. Công chức\nB. Khách\nANSWER: A\n", "utf-8")
    page = opened("/trac-nghiem/ngan-hang")

    page.get_by_label(w.IMPORT_FILE, exact=True).set_input_files(file)
    page.get_by_label(w.IMPORT_FORMAT).select_option("aiken")
    page.get_by_role("button", name=w.IMPORT_BUTTON).click()

    expect(page.locator(".done")).to_have_text(w.imported(1, 1))
    page.locator("[name=item]").check()
    page.get_by_label(w.NEW_TITLE).fill("Đề nhập")
    page.get_by_role("button", name=w.GATHER).click()
    expect(page.get_by_role("heading", name="Đề nhập")).to_be_visible()
    expect(card(page, 1)).to_contain_text(w.NO_SOURCE)
    sound(page)


def test_the_studio_is_an_area_beside_the_conversation(opened: Visit) -> None:
    page = opened(size=SMALL)
    assert fits(page)

    page.get_by_role("link", name=messages.QUIZ_PAGE).click()

    expect(page.get_by_role("heading", name=messages.QUIZ_PAGE)).to_be_visible()
    current = page.locator(".top [aria-current=page]")
    expect(current).to_have_text(messages.QUIZ_PAGE)
    expect(current).to_be_in_viewport()

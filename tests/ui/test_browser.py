"""The page in Chromium: every gesture, at desktop and phone width, in light and dark."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.ui.conftest import served
from tests.ui.hostile import PAYLOADS
from ui import messages
from ui.fakes import FakeApplication, FakeLibrary
from ui.messages import TALKS
from ui.plain import shown
from ui.web.evaluation import FROM_TALK

pytestmark = pytest.mark.browser

SCREENS = Path(__file__).parents[2] / "artifacts" / "screens"
LEFT = ("AbortError: signal is aborted", "Unexpected error Connection errored out")
FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
DESKTOP, PHONE, SMALL = (1360, 860), (390, 844), (360, 740)
QUESTION = (
    "Công chức, viên chức được bàn, quyết định, tham gia ý kiến và giám sát những nội dung gì?"
)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Return Debian's Chromium; its absence is a failure, not a skip."""
    chromium = shutil.which("chromium")
    assert chromium, "install Chromium with: sh tests/programs.sh"
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))


@dataclass
class Visit:
    """Opens pages in fresh profiles and notes what they ask for and what fails in them."""

    browser: Browser
    server: str
    contexts: list[BrowserContext] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def __call__(
        self, path: str = "/", size: tuple[int, int] = DESKTOP, colours: str = "light"
    ) -> Page:
        width, height = size
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if colours == "dark" else "light",
            has_touch=width < 500,
            is_mobile=width < 500,
            permissions=["clipboard-read", "clipboard-write"],
        )
        self.contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("pageerror", lambda error: self._note(str(error)))
        page.on("console", lambda m: self._note(m.text) if m.type == "error" else None)
        page.goto(self.server + path)
        if path == "/":
            page.wait_for_selector("#composer textarea")
        return page

    def _note(self, fault: str) -> None:
        # what Gradio's client says of its streams when a page is left while one is open
        if not fault.startswith(LEFT):
            self.faults.append(fault)


@pytest.fixture
def opened(browser: Browser, address: str) -> Iterator[Visit]:
    """Open pages; at the end, nothing was asked of another host and nothing failed."""
    visit = Visit(browser, address)
    yield visit
    faults = list(visit.faults)  # a page that is closed may complain of its broken streams
    for context in visit.contexts:
        context.close()
    own = re.compile(r"(http://127\.0\.0\.1:\d+/|data:|blob:)")
    assert [url for url in visit.asked if not own.match(url)] == []
    assert faults == []


def ask(page: Page, question: str) -> None:
    """Ask a question and wait until its reply is whole."""
    page.fill("#composer textarea", question)
    page.press("#composer textarea", "Enter")
    page.wait_for_selector("#live .exchange:not([aria-busy]) .reply")
    expect(page.locator("#send")).to_be_visible()


def keep(page: Page, name: str) -> None:
    """Keep a picture of what is to be seen."""
    SCREENS.mkdir(parents=True, exist_ok=True)
    page.evaluate("document.fonts.ready.then(() => true)")
    page.screenshot(path=SCREENS / f"{name}.png")


def fits(page: Page) -> bool:
    """Tell whether nothing stands out at the right of the window."""
    page.wait_for_load_state()  # a page that has only begun has no element yet
    return bool(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))


@pytest.mark.parametrize(
    ("name", "size", "colours"),
    [
        ("desktop", DESKTOP, "light"),
        ("desktop-dark", DESKTOP, "dark"),
        ("phone", PHONE, "light"),
        ("phone-dark", PHONE, "dark"),
        ("small", SMALL, "light"),
    ],
)
def test_a_citation_of_an_answer_opens_at_the_very_words(
    opened: Visit, name: str, size: tuple[int, int], colours: str
) -> None:
    page = opened(size=size, colours=colours)
    keep(page, f"{name}-1-welcome")
    ask(page, QUESTION)
    keep(page, f"{name}-2-answer")
    chip = page.locator("#live .chip").nth(1)
    document, place = str(chip.get_attribute("data-cite")).rsplit(":", 1)
    start, end = map(int, place.split("-"))
    quote = shown(FakeLibrary().document(document).text[start:end])

    chip.click()

    mark = page.locator("#source mark.current")
    expect(mark.first).to_be_visible()
    expect(mark.first).to_be_in_viewport()
    assert " ".join(" ".join(mark.all_text_contents()).split()) == quote
    assert fits(page)
    keep(page, f"{name}-3-source")


def test_an_answer_appears_claim_by_claim_and_never_half_a_citation(opened: Visit) -> None:
    page = opened()
    page.evaluate(
        """() => {
          window.seen = [];
          new MutationObserver(() => {
            const claims = [...document.querySelectorAll("#live .claim")];
            window.seen.push(claims.map((claim) => claim.querySelectorAll("[data-cite]").length));
          }).observe(document.querySelector("#live"), { childList: true, subtree: true });
        }"""
    )

    ask(page, QUESTION)

    seen = page.evaluate("window.seen")
    counts = [len(chips) for chips in seen]
    assert len(set(counts)) > 3
    assert all(chips > 0 for claims in seen for chips in claims)


def test_an_example_is_asked_by_choosing_it(opened: Visit) -> None:
    page = opened()

    page.get_by_role("button", name=messages.EXAMPLES[0]).click()

    expect(page.locator("#live .question")).to_contain_text(messages.EXAMPLES[0])
    page.wait_for_selector("#live .chip")
    expect(page.locator("#welcome")).to_be_hidden()


def test_a_question_can_be_stopped_and_the_next_one_is_answered(browser: Browser) -> None:
    prepared = Event()
    for address in served(FakeApplication(prepared=prepared)):
        page = Visit(browser, address)()
        page.fill("#composer textarea", QUESTION)
        page.press("#composer textarea", "Enter")
        page.wait_for_selector("#live .note.working")

        page.click("#stop")

        expect(page.locator("#live .note")).to_have_text(messages.STOPPED_EARLY)
        expect(page.locator("#send")).to_be_visible()
        page.wait_for_timeout(1500)  # until Gradio has closed the stream of the stopped question
        prepared.set()
        ask(page, "Văn phòng có nhiệm vụ gì?")
        expect(page.locator(".exchange")).to_have_count(2)


def test_a_new_conversation_starts_empty(opened: Visit) -> None:
    page = opened()
    ask(page, QUESTION)

    page.click("#new")

    expect(page.locator("#welcome")).to_be_visible()
    expect(page.locator(".exchange")).to_have_count(0)


def test_the_panel_is_used_by_keyboard_and_gives_the_focus_back(opened: Visit) -> None:
    page = opened()
    ask(page, QUESTION)
    page.locator("#live .chip").first.focus()

    page.keyboard.press("Enter")

    page.wait_for_selector("#source mark.current")
    assert page.evaluate("document.activeElement.className") == "source-view"
    page.keyboard.press("Escape")
    expect(page.locator("#source")).to_be_hidden()
    assert page.evaluate("document.activeElement.dataset.n") == "1"


def test_the_next_and_previous_sources_are_stepped_through(opened: Visit) -> None:
    page = opened()
    ask(page, QUESTION)
    page.locator("#live .chip").first.click()
    page.wait_for_selector("#source mark.current[data-n='1']")
    expect(page.locator("[data-step=previous]")).to_be_disabled()

    page.click("[data-step=next]")

    page.wait_for_selector("#source mark.current[data-n='2']")
    expect(page.locator("#live .chip").nth(1)).to_have_attribute("aria-expanded", "true")
    page.click("[data-step=previous]")
    page.wait_for_selector("#source mark.current[data-n='1']")
    page.click("[data-step=close]")
    expect(page.locator("#source")).to_be_hidden()


def test_on_a_phone_the_source_lies_over_the_conversation(opened: Visit) -> None:
    page = opened(size=PHONE)
    ask(page, QUESTION)

    page.locator("#live .chip").first.tap()

    page.wait_for_selector("#source mark.current")
    assert page.evaluate("document.getElementById('source').matches(':modal')")
    page.locator("[data-step=close]").tap()
    expect(page.locator("#source")).to_be_hidden()


@pytest.mark.parametrize("gesture", ["hover", "focus"])
def test_a_chip_that_is_pointed_at_or_focused_shows_its_quote(opened: Visit, gesture: str) -> None:
    page = opened()
    ask(page, QUESTION)
    chip = page.locator("#live .chip").first
    chip.scroll_into_view_if_needed()

    chip.hover() if gesture == "hover" else chip.focus()

    expect(page.locator(".hint strong")).to_have_text(str(chip.get_attribute("data-label")))
    expect(page.locator(".hint span")).to_have_text(str(chip.get_attribute("data-quote")))


def test_an_answer_is_copied_with_its_sources(opened: Visit) -> None:
    page = opened()
    ask(page, QUESTION)

    page.get_by_role("button", name=messages.COPY).click()

    page.get_by_role("button", name=messages.COPIED).wait_for()
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    assert "[1]" in copied
    assert messages.SOURCES in copied
    assert copied.endswith(messages.NOTICE)


def test_a_citation_is_copied_with_its_place_and_its_link_opens_it(opened: Visit) -> None:
    page = opened()
    ask(page, QUESTION)
    page.locator("#live .chip").first.click()
    quote = page.locator("#source mark.current").first.inner_text()

    page.get_by_role("button", name=messages.COPY_QUOTE).click()
    page.get_by_role("button", name=messages.COPIED).wait_for()
    copied = str(page.evaluate("navigator.clipboard.readText()"))
    page.get_by_role("button", name=messages.COPY_LINK).click()
    page.wait_for_function("navigator.clipboard.readText().then((t) => t.startsWith('http'))")
    link = str(page.evaluate("navigator.clipboard.readText()"))

    assert copied.startswith(f"“{quote[:30]}")
    assert re.search(r"” \(.+, .+\)$", copied)
    page.goto(link)
    expect(page.locator("mark#trich")).to_be_in_viewport()


def test_a_refusal_says_why_and_offers_the_nearest_passages(opened: Visit) -> None:
    page = opened()

    ask(page, "zzz qqq")

    expect(page.locator("#live .refusal")).to_be_visible()
    page.locator("#live .chip").first.click()
    page.wait_for_selector("#source mark.current")
    keep(page, "desktop-4-refusal")


def test_warnings_and_the_notice_are_always_to_be_seen(opened: Visit) -> None:
    page = opened()
    expect(page.locator(".notice")).to_have_text(messages.NOTICE)

    ask(page, QUESTION)

    expect(page.locator("#live .warnings")).to_contain_text(messages.WARNING)
    expect(page.locator(".notice")).to_be_in_viewport()


def test_a_second_question_stands_at_the_top_under_the_head_line(opened: Visit) -> None:
    page = opened()
    ask(page, QUESTION)

    ask(page, "Văn phòng có nhiệm vụ gì?")

    top = page.wait_for_function(  # what is drawn anew may stand elsewhere for a moment
        """() => {
            const top = document.querySelector("#live .exchange")?.getBoundingClientRect().top;
            return top >= 56 && top <= 100 && top;
        }"""
    )
    assert 56 <= float(top.json_value()) <= 100


def test_the_page_speaks_vietnamese_to_a_screen_reader(opened: Visit) -> None:
    page = opened()
    ask(page, QUESTION)

    assert page.evaluate("document.documentElement.lang") == "vi"
    expect(page.locator("#said")).to_contain_text("Đã có câu trả lời")
    label = page.locator("#live .chip").first.get_attribute("aria-label")
    assert str(label).startswith("Nguồn 1, ")


def test_the_page_is_turned_into_english_and_back(opened: Visit) -> None:
    page = opened(size=SMALL)
    page.get_by_role("link", name="English").click()
    page.wait_for_selector("#composer textarea")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.locator("#send")).to_have_text("Send")
    ask(page, QUESTION)
    expect(page.get_by_role("button", name="Helpful")).to_be_visible()
    expect(page.locator("#live .claim").first).to_have_attribute("lang", "vi")
    assert str(page.locator("#live .chip").first.get_attribute("aria-label")).startswith("Source 1")
    assert fits(page)
    keep(page, "small-7-english")
    page.get_by_role("link", name="Tiếng Việt").click()
    page.wait_for_selector("#composer textarea")
    expect(page.locator("html")).to_have_attribute("lang", "vi")
    expect(page.locator("#send")).to_have_text(messages.SEND)


def test_every_vietnamese_letter_is_drawn_by_our_fonts_in_every_weight(opened: Visit) -> None:
    page = opened("/van-ban")

    missing = page.evaluate(
        """async () => {
          const words = "aăâbcdđeêghiklmnoôơpqrstuưvxy" + "àảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíị"
            + "òỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ";
          const text = words + words.toUpperCase() + "“”‘’–…";
          const faces = [["Be Vietnam Pro", [400, 500, 600, 700]],
                         ["Source Serif 4", [400, 600]]];
          const canvas = document.createElement("canvas").getContext("2d");
          const lacking = [];
          for (const [face, weights] of faces) for (const weight of weights) {
            const loaded = await document.fonts.load(`${weight} 20px "${face}"`, text);
            if (loaded.length < 2) lacking.push(`${face} ${weight} is not loaded`);
            for (const letter of text) {
              const width = (fallback) => {
                canvas.font = `${weight} 40px "${face}", ${fallback}`;
                return canvas.measureText(letter).width;
              };
              const same = width("monospace") === width("serif");
              if (!same) lacking.push(`${face} ${weight} ${letter}`);
            }
          }
          return lacking;
        }"""
    )

    assert missing == []


@pytest.mark.parametrize(
    ("name", "size"), [("desktop", DESKTOP), ("phone", PHONE), ("small", SMALL)]
)
def test_the_library_and_a_document_are_read(
    opened: Visit, name: str, size: tuple[int, int]
) -> None:
    page = opened("/van-ban", size)
    keep(page, f"{name}-5-library")
    assert fits(page)

    page.locator("tbody a").nth(2).click()
    page.wait_for_selector(".document .heading")
    keep(page, f"{name}-6-document")
    assert fits(page)
    page.locator(".outline a").last.click()

    assert "#p-" in page.url
    expect(page.locator(".document p:target")).to_be_in_viewport()


def test_a_cited_place_can_be_opened_in_the_whole_text(opened: Visit) -> None:
    page = opened()
    ask(page, QUESTION)
    page.locator("#live .chip").first.click()
    page.wait_for_selector("#source mark.current")

    page.get_by_role("link", name=messages.WHOLE_TEXT).click()

    expect(page.locator("mark#trich")).to_be_in_viewport()


def test_words_of_documents_and_questions_do_no_harm(opened: Visit, hostile_address: str) -> None:
    opened.server = hostile_address
    page = opened()
    for payload in PAYLOADS[:4]:
        ask(page, f"Viên chức được biết những gì {payload}")
    page.locator("#live .chip").first.click()
    page.wait_for_selector("#source mark.current")

    assert page.evaluate("window.harmed") is None
    expect(page.locator("#live .verdict")).to_be_visible()  # the answer is whole
    assert page.locator("#live :is(img, svg, iframe, style, script)").count() == 0
    forms = page.locator("#live form").evaluate_all("all => all.map(f => f.getAttribute('action'))")
    links = page.locator("#live a").evaluate_all("all => all.map(a => a.getAttribute('href'))")
    own = re.compile(f"^{TALKS}/luot/[0-9a-f]{{16}}(?:/y-kien|/tai[.](?:docx|pdf|md))?$")
    send, edit = [one for one in (*forms, *links) if not own.match(one)]
    assert send == FROM_TALK
    assert edit.startswith(f"{FROM_TALK}?")
    assert page.locator("#source :is(img, svg, iframe, form, style, script)").count() == 0
    library = opened("/van-ban")
    library.locator("tbody a").first.click()
    assert library.evaluate("window.harmed") is None


def test_two_pages_do_not_see_each_others_conversation(opened: Visit) -> None:
    first, second = opened(), opened()
    ask(first, QUESTION)
    ask(second, "Văn phòng có nhiệm vụ gì?")

    expect(second.locator(".exchange")).to_have_count(1)
    ask(second, "Công đoàn có nhiệm vụ gì?")
    expect(second.locator(".exchange .question").first).to_contain_text("Văn phòng")
    expect(first.locator(".exchange")).to_have_count(1)

"""The workbench of evaluators in Chromium: an item is written, runs are made and compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.question import Question
from assistant.reply import Refusal, RefusalReason, Reply
from evals.gold import Status
from tests.ui.conftest import served as serving
from tests.ui.test_browser import QUESTION, Visit, ask, keep
from tests.ui.test_browser import browser as browser  # noqa: PLC0414 - a fixture
from tests.ui.test_studio_browser import LOOKS, sound
from ui import messages
from ui.fakes import FakeApplication, FakeAssistant
from ui.web.evaluation import GOLD, ROOT
from ui.web.gold import wording as g
from ui.web.runs import wording as w

pytestmark = pytest.mark.browser

SET = "Bộ thử"


@dataclass(frozen=True)
class Failing(FakeAssistant):
    """Answers until it fails, and refuses from then on."""

    fails: Event = field(default_factory=Event)

    def ask(self, question: Question) -> Reply:
        """Answer, or refuse everything."""
        if self.fails.is_set():
            return Refusal(reason=RefusalReason.SILENT)
        return super().ask(question)


@dataclass(frozen=True)
class Changing(FakeApplication):
    """A program whose assistant can be made to fail."""

    fails: Event = field(default_factory=Event)

    @property
    def assistant(self) -> Failing:
        """What answers."""
        return Failing(self.library, fails=self.fails)


@pytest.fixture
def program() -> Changing:
    return Changing()


@pytest.fixture
def opened(browser: Browser, program: Changing) -> Iterator[Visit]:
    """Open pages of a program of its own; at the end, nothing failed and nothing left it."""
    for address in serving(program):
        visit = Visit(browser, address)
        yield visit
        faults = list(visit.faults)
        for context in visit.contexts:
            context.close()
        own = re.compile(r"(http://127\.0\.0\.1:\d+/|data:|blob:)")
        assert [url for url in visit.asked if not own.match(url)] == []
        assert faults == []


def select_words(page: Page) -> str:
    """Select a paragraph of the source as a reader does with the mouse, and return its words."""
    paragraph = page.locator(".source-text .document p.item").first
    paragraph.scroll_into_view_if_needed()
    paragraph.click(click_count=3)
    return " ".join(paragraph.inner_text().split())


def fill(page: Page, **fields: str) -> None:
    """Fill fields of the form of an item, as they are named in it."""
    for name, words in fields.items():
        page.locator(f".item-form [name={name}]").fill(words)


def write_item(page: Page) -> str:
    """Write an item from the last chat turn, with evidence that is picked; return its words."""
    page.get_by_role("link", name=messages.TO_GOLD_EDITED).last.click()
    fill(page, bo=SET, id="bt-001", evidence="", author="Lan", who="Lan")
    page.locator(".picking select").select_option(index=1)
    words = select_words(page)
    page.get_by_role("button", name=g.PICK).click()
    expect(page.locator("#cell-evidence")).to_have_value(re.compile(re.escape(words[:40])))
    fill(page, reference=words, key_points=" ".join(words.split()[:4]))
    page.get_by_role("button", name=g.SAVE, exact=True).click()
    expect(page.get_by_text(g.SAVED)).to_be_visible()
    return words


def review(page: Page) -> None:
    page.locator(".panel [name=who]").fill("Minh")
    page.get_by_role("button", name=g.REVIEW, exact=True).click()
    expect(page.get_by_text(g.STATUSES[Status.REVIEWED]).first).to_be_visible()


def measure(page: Page, name: str) -> None:
    page.goto(page.url.partition("/danh-gia")[0] + ROOT)
    page.locator("[name=gold]").select_option(SET)
    page.locator("[name=half]").select_option("")
    page.locator("[name=name]").fill(name)
    page.get_by_role("button", name=w.MEASURE, exact=True).click()
    page.wait_for_url(re.compile("/danh-gia/lan-do/"))
    expect(page.get_by_role("heading", name=name, level=1)).to_be_visible()


def compared(page: Page) -> None:
    """Compare the last two runs and open the first question that moved."""
    page.get_by_role("link", name=messages.COMPARE_AREA).click()
    page.get_by_role("button", name=w.COMPARE, exact=True).click()
    page.wait_for_url(re.compile("truoc="))
    keep(page, "desktop-compare")
    page.locator("ul.asked a").first.click()


def test_an_evaluator_writes_an_item_measures_twice_and_sees_why_it_was_lost(
    opened: Visit, program: Changing
) -> None:
    page = opened("/")
    ask(page, QUESTION)
    words = write_item(page)
    review(page)
    measure(page, "trước")
    page.get_by_role("link", name=QUESTION).click()
    expect(page.get_by_text(words).first).to_be_visible()
    program.fails.set()
    measure(page, "sau")
    compared(page)
    expect(page.get_by_role("heading", name=QUESTION, level=1)).to_be_visible()
    expect(page.get_by_text(w.REFUSED, exact=True)).to_be_visible()
    expect(page.get_by_text(w.ANSWERED, exact=True)).to_be_visible()
    sound(page)


def test_a_run_is_taken_away_as_a_page_that_stands_alone(opened: Visit, tmp_path: Path) -> None:
    page = opened("/")
    ask(page, QUESTION)
    write_item(page)
    review(page)
    measure(page, "một")
    with page.expect_download() as download:
        page.get_by_role("link", name="HTML", exact=True).click()
    download.value.save_as(tmp_path / "lan-do.html")
    report = (tmp_path / "lan-do.html").read_text("utf-8")
    assert QUESTION in report
    assert "<script" not in report


@pytest.mark.parametrize(("name", "size", "colours"), LOOKS)
def test_every_page_of_the_area_is_sound_at_every_width(
    opened: Visit, name: str, size: tuple[int, int], colours: str
) -> None:
    page = opened("/", size, colours)
    ask(page, QUESTION)
    write_item(page)
    review(page)
    item = page.url
    measure(page, "một")
    run = page.url
    page.get_by_role("link", name=QUESTION).click()
    row = page.url
    measure(page, "hai")
    pages = {"runs": opened.server + ROOT, "run": run, "row": row, "item": item}
    pages |= {"gold": opened.server + GOLD, "set": item.partition("/cau/")[0]}
    for label, path in pages.items():
        page.goto(path)
        sound(page)
        keep(page, f"{name}-evaluation-{label}")


def test_a_gold_set_is_written_by_keyboard_alone(opened: Visit) -> None:
    page = opened(f"{GOLD}/viet?bo=B%C3%A0n+ph%C3%ADm")
    typed = {"id": "k-1", "question": "Bao nhiêu biên chế?", "author": "Lan", "who": "Lan"}
    for name, words in typed.items():
        page.locator(f".item-form [name={name}]").focus()
        page.keyboard.type(words)
    page.locator("[name=kind]").select_option("unanswerable")
    page.locator("[name=answerable]").select_option("no")
    page.get_by_role("button", name=g.SAVE, exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text(g.GOOD_SO)).to_be_visible()

"""An office in Chromium: signing in, asking, judging, keeping, administering; in two looks."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.ui.axe import violations
from tests.ui.conftest import served as serving
from tests.ui.test_browser import Visit, ask, fits, keep
from tests.ui.test_browser import browser as browser  # noqa: PLC0414 - a fixture
from tests.ui.test_studio_browser import LOOKS
from ui import messages
from ui.fakes import FakeApplication
from ui.people import wording as p
from ui.people.role import Role
from ui.talks import wording as w

pytestmark = pytest.mark.browser

QUESTION = "Công chức, viên chức được biết những nội dung nào?"
SECRET = "mot hai ba bon"  # noqa: S105 - of nobody


@pytest.fixture
def office() -> FakeApplication:
    return FakeApplication()


@pytest.fixture
def opened(browser: Browser, office: FakeApplication) -> Iterator[Visit]:
    """Open pages of an office of its own; at the end, nothing failed and nothing left it."""
    for address in serving(office):
        visit = Visit(browser, address)
        yield visit
        faults = list(visit.faults)
        for context in visit.contexts:
            context.close()
        assert [url for url in visit.asked if not url.startswith((address, "data:"))] == []
        assert faults == []


def signed_in(opened: Visit, name: str, path: str = "/", *look: object) -> Page:
    page = opened("/dang-nhap", *look)  # type: ignore[arg-type]
    page.get_by_label(p.NAME).fill(name)
    page.get_by_label(p.PASSWORD).fill(SECRET)
    page.get_by_role("button", name=p.SIGN_IN).click()
    page.wait_for_selector("#composer textarea")
    if path != "/":
        page.goto(opened.server + path)
    return page


def test_the_first_administrator_is_made_signs_in_and_out(
    opened: Visit, office: FakeApplication
) -> None:
    page = opened("/quan-tri/nguoi-dung")
    page.get_by_role("button", name=p.FIRST_RUN).click()
    password = page.locator(".secret").inner_text()
    page.get_by_role("link", name=p.TO_SIGN_IN).click()
    page.get_by_label(p.NAME).fill("quantri")
    page.get_by_label(p.PASSWORD).fill("khong phai mat khau")
    page.get_by_role("button", name=p.SIGN_IN).click()
    expect(page.get_by_role("alert")).to_have_text("Tên đăng nhập hoặc mật khẩu không đúng.")
    page.get_by_label(p.PASSWORD).fill(password)
    page.get_by_role("button", name=p.SIGN_IN).click()
    page.wait_for_selector("#composer textarea")
    page.get_by_role("link", name="quantri").click()
    page.get_by_role("button", name=p.SIGN_OUT).click()
    page.goto(f"{opened.server}/van-ban")
    expect(page.get_by_role("heading", name=p.SIGN_IN)).to_be_visible()
    opened.faults.clear()  # the refused password is an error to the console
    assert not office.people.alone()


def test_a_conversation_is_gone_on_with_and_shown_again(opened: Visit) -> None:
    page = opened()
    ask(page, QUESTION)
    page.locator("#live [data-ask]").first.click()
    expect(page.locator(".exchange")).to_have_count(2)
    page.wait_for_selector("#live .exchange:not([aria-busy]) .reply")
    page.wait_for_url(re.compile(r"/\?cuoc="))

    page.reload()

    expect(page.locator(".exchange")).to_have_count(2)
    expect(page.locator("#log .question")).to_contain_text(QUESTION)


def test_a_conversation_is_found_renamed_pinned_and_downloaded(opened: Visit) -> None:
    page = opened()
    ask(page, QUESTION)
    page.get_by_role("link", name=messages.TALKS_PAGE).click()
    page.get_by_label(w.SEARCH).fill("cong chuc duoc biet")
    page.get_by_role("button", name=w.SEARCH_BUTTON).click()
    expect(page.locator(".talks > li")).to_have_count(1)
    page.locator("summary", has_text=w.RENAME).click()
    page.get_by_label(w.NEW_TITLE).fill("Quyền được biết")
    page.get_by_role("button", name=w.RENAME).click()
    page.get_by_role("button", name=w.PIN, exact=True).click()
    expect(page.locator(".talks > li")).to_contain_text(w.PINNED)
    page.get_by_role("link", name="Quyền được biết").click()
    expect(page.locator(".exchange")).to_have_count(1)
    with page.expect_download() as got:
        page.get_by_role("link", name=f"{w.EXPORT} PDF").click()
    assert got.value.path().read_bytes().startswith(b"%PDF")


def test_a_conversation_is_deleted_for_good(opened: Visit, office: FakeApplication) -> None:
    page = opened()
    ask(page, QUESTION)
    page.goto(f"{opened.server}/cuoc-hoi")
    page.locator("li summary", has_text=w.DELETE).click()
    page.locator("li").get_by_role("button", name=w.DELETE, exact=True).click()
    expect(page.get_by_text(w.NONE)).to_be_visible()
    assert office.talks.find("") == ()


def test_an_answer_is_judged_without_leaving_the_page(
    opened: Visit, office: FakeApplication
) -> None:
    page = opened()
    ask(page, QUESTION)
    page.locator("#live .verdict summary").click()
    page.get_by_label(messages.ABOUT).select_option("2")
    page.get_by_label(messages.WHY).fill("Trích sai đoạn")
    page.get_by_role("button", name=messages.SEND_VERDICT).click()
    expect(page.locator("#live .verdict")).to_have_text(messages.JUDGED_BAD)
    assert page.url.startswith(f"{opened.server}/?cuoc=")
    ((_, judged),) = office.talks.judged()
    assert judged.verdict
    assert (judged.verdict.about, judged.verdict.reason) == (2, "Trích sai đoạn")
    page.goto(f"{opened.server}/danh-gia/y-kien")
    expect(page.locator("tbody")).to_contain_text("Trích sai đoạn")


def test_a_turn_is_sent_to_the_gold_set_by_one_click(
    opened: Visit, office: FakeApplication
) -> None:
    page = opened()
    ask(page, QUESTION)
    page.get_by_role("button", name=messages.TO_GOLD).click()
    said = messages.SENT_TO_GOLD.format(messages.FROM_TALKS)
    expect(page.locator("#live .sending")).to_contain_text(said)
    page.get_by_role("link", name=messages.SEE_GOLD).click()
    expect(page.get_by_text(QUESTION).first).to_be_visible()
    assert len(office.gold.sets()) == 1


def test_a_question_is_limited_to_what_is_chosen(opened: Visit) -> None:
    page = opened()
    page.get_by_role("button", name=messages.NARROW_BUTTON).click()
    page.locator("#narrow li", has_text="Năm: 2024").click()
    page.keyboard.press("Escape")
    ask(page, QUESTION)
    expect(page.locator("#narrow .token")).to_have_count(1)


def test_two_people_do_not_see_each_others_conversations(
    opened: Visit, office: FakeApplication
) -> None:
    for role in (Role.ADMINISTRATOR, Role.READER):
        office.people.users.add(role.value, role, SECRET)
    mine = signed_in(opened, "administrator")
    ask(mine, QUESTION)
    mine.wait_for_url(re.compile(r"/\?cuoc="))
    yours = signed_in(opened, "reader")
    yours.goto(mine.url)
    yours.wait_for_selector("#composer textarea")
    expect(yours.locator("#welcome")).to_be_visible()
    expect(yours.locator(".exchange")).to_have_count(0)
    yours.goto(f"{opened.server}/cuoc-hoi")
    expect(yours.get_by_text(w.NONE)).to_be_visible()
    expect(yours.get_by_role("link", name=messages.ADMINISTRATION_PAGE)).to_have_count(0)


def test_a_token_is_shown_once_and_revoked(opened: Visit, office: FakeApplication) -> None:
    office.people.users.add("an", Role.ADMINISTRATOR, SECRET)
    page = signed_in(opened, "an", "/tai-khoan")
    page.get_by_label(p.TOKEN_LABEL).fill("máy tính bàn")
    page.get_by_role("button", name=p.MAKE_TOKEN).click()
    token = page.locator("[role=status] code").inner_text()
    assert office.people.tokens.person(token)
    page.goto(f"{opened.server}/tai-khoan")
    assert token not in page.content()
    page.get_by_role("button", name=p.REVOKE).click()
    expect(page.locator("tbody")).to_have_count(0)
    assert office.people.tokens.person(token) is None


PLACES = (
    "/quyen",
    "/cuoc-hoi",
    "/tai-khoan",
    "/quan-tri",
    "/quan-tri/nguoi-dung",
    "/quan-tri/nhat-ky",
    "/danh-gia/y-kien",
    "/van-ban",
    "/trac-nghiem",
    "/danh-gia",
)


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look[0])
def test_axe_finds_nothing_on_any_page(
    opened: Visit, office: FakeApplication, look: tuple[str, tuple[int, int], str]
) -> None:
    name, size, scheme = look
    office.people.users.add("an", Role.ADMINISTRATOR, SECRET)
    page = opened("/dang-nhap", size, scheme)
    assert violations(page) == []
    keep(page, f"office-{name}-dang-nhap")
    page = signed_in(opened, "an", "/", size, scheme)
    keep(page, f"office-{name}")
    ask(page, QUESTION)
    page.wait_for_selector("#live .suggested")
    assert violations(page) == []
    assert fits(page)
    keep(page, f"office-{name}-hoi-dap")
    for place in PLACES:
        page.goto(opened.server + place)
        for summary in page.locator("main details > summary").all():
            summary.click() if summary.is_visible() else None
        assert violations(page) == [], place
        assert fits(page), place
        keep(page, f"office-{name}{place.replace('/', '-')}")

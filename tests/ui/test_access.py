"""With users nothing is served without a session, and each role gets what is its own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from fastapi.openapi.utils import get_openapi
from starlette.testclient import TestClient

from tests.ui.test_gate import paths
from ui.fakes import FakeApplication, FakeLibrary
from ui.people.audit import Deed
from ui.people.role import LOCAL, Role
from ui.people.tries import FREE
from ui.talks.exchange import Exchange
from ui.web.access import RULES, rule_of
from ui.web.app import Doors, create_app
from ui.web.entrance import SESSION, Proxy
from ui.web.gate import PROGRAMS

BASE = "http://127.0.0.1"
SECRET = "mot hai ba bon"  # noqa: S105 - of nobody
OPEN = (
    "/tieng/x",
    "/healthz",
    "/dang-nhap",
    "/dang-xuat",
    "/favicon.ico",
    "/robots.txt",
    "/ui/page.css",
)


class Office:
    """An application with a user of each role, and browsers that belong to nobody yet."""

    def __init__(self, doors: Doors | None = None) -> None:
        self.application = FakeApplication(FakeLibrary({"a.txt": "Công chức được biết chế độ."}))
        for role in reversed(Role):
            self.application.people.users.add(role.value, role, SECRET)
        self.app = create_app(self.application, doors)

    def browser(self, name: str = "") -> TestClient:
        """Return a browser, signed in when `name` is a user's."""
        client = TestClient(self.app, base_url=BASE, follow_redirects=False)
        if name:
            answer = client.post("/dang-nhap", data={"ten": name, "mat-khau": SECRET})
            assert answer.status_code == 303
        return client


@pytest.fixture(scope="module")
def office() -> Iterator[Office]:
    made = Office()
    with TestClient(made.app, base_url=BASE):
        yield made


def every_path(office: Office) -> list[str]:
    """Return an address for every route of the application, those of Gradio included."""
    own = set(get_openapi(title="", version="", routes=office.app.routes)["paths"])
    found = own | paths(office.app.routes)
    return sorted(re.sub(r"\{[^}]*\}", "x", path) for path in found if path)


def test_the_routes_are_all_seen(office: Office) -> None:
    """A list that misses routes would prove nothing."""
    found = every_path(office)
    assert {"/van-ban", "/cuoc-hoi/x", "/quan-tri/nguoi-dung/them", "/api/ask"} <= set(found)
    assert len(found) > 80


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD"])
def test_nothing_is_served_without_a_session(office: Office, method: str) -> None:
    nobody = office.browser()
    for path in every_path(office):
        if path in OPEN:
            continue
        answer = nobody.request(method, path)
        assert answer.status_code in {303, 401, 404, 405}, path
        if answer.status_code == 303:
            assert answer.headers["location"].startswith("/dang-nhap?ve=")


def test_every_route_of_ours_has_a_rule(office: Office) -> None:
    """A new route that no rule names is not reachable; here it fails before anybody wonders."""
    own = [path for path in every_path(office) if not path.startswith("/gradio_api")]
    gradio = {"/login", "/login/", "/logout", "/openapi.json", "/manifest.json", "/pwa_icon"}
    gradio |= {"/pwa_icon/x", "/monitoring", "/monitoring/summary", "/monitoring/x", "/ui"}
    assert [path for path in own if not any(rule_of(path, m) for m in ("GET", "POST"))] == sorted(
        gradio & set(own)
    )


def test_the_first_page_without_a_session_names_no_endpoint(office: Office) -> None:
    answer = office.browser().get("/", headers={"accept": "text/html"}, follow_redirects=True)
    assert answer.url.path == "/dang-nhap"
    assert "gradio" not in answer.text


def test_signing_in_leads_back_to_where_the_link_led(office: Office) -> None:
    client = office.browser()
    there = client.get("/van-ban?nhan=a").headers["location"]
    assert there == "/dang-nhap?ve=%2Fvan-ban%3Fnhan%3Da"
    form = {"ten": "reader", "mat-khau": SECRET, "ve": "/van-ban?nhan=a"}
    answer = client.post("/dang-nhap", data=form)
    assert answer.headers["location"] == "/van-ban?nhan=a"
    cookie = answer.headers["set-cookie"]
    assert cookie.startswith(f"{SESSION}=")
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie


@pytest.mark.parametrize(
    "back", ["//evil.test", "https://evil.test", "/\\evil.test", "javascript:x()", "", "/no-page"]
)
def test_signing_in_leads_nowhere_else(office: Office, back: str) -> None:
    form = {"ten": "reader", "mat-khau": SECRET, "ve": back}
    assert office.browser().post("/dang-nhap", data=form).headers["location"] == "/"


def test_a_link_from_another_site_is_asked_for_again_from_ours(office: Office) -> None:
    """The cookie is strict, so the first request of such a link comes without it."""
    link = {"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}
    answer = office.browser().get("/van-ban?nhan=%22%3E", headers=link)
    assert answer.status_code == 200
    assert 'content="0;url=/van-ban?nhan=%22%3E"' in answer.text


def test_the_seventh_guess_is_not_even_compared() -> None:
    office = Office()
    client = office.browser()
    form = {"ten": "reader", "mat-khau": "wrong"}
    statuses = [client.post("/dang-nhap", data=form).status_code for _ in range(FREE + 1)]
    assert statuses == [401] * FREE + [429]
    right = client.post("/dang-nhap", data={"ten": "reader", "mat-khau": SECRET})
    assert right.status_code == 429


AREAS = {
    "/trac-nghiem": {Role.TRAINER},
    "/danh-gia": {Role.EVALUATOR},
    "/quan-tri": set(),
    "/quan-tri/nguoi-dung": set(),
    "/quan-tri/nhat-ky": set(),
    "/van-ban": set(Role),
    "/cuoc-hoi": set(Role),
    "/tai-khoan": set(Role),
    "/": set(Role),
}


@pytest.mark.parametrize("role", list(Role))
def test_each_role_sees_its_own_areas_and_only_links_to_those(office: Office, role: Role) -> None:
    client = office.browser(role.value)
    links = client.get("/van-ban").text
    for path, roles in AREAS.items():
        allowed = role in roles or role is Role.ADMINISTRATOR
        assert client.get(path).status_code == (200 if allowed else 403), path
        if path.count("/") == 1 and path != "/":
            assert (f'href="{path}"' in links) is allowed, path


def test_only_a_librarian_changes_the_library(office: Office) -> None:
    file = {"files": ("b.txt", "Viên chức được bàn.".encode(), "text/plain")}
    for role in Role:
        client = office.browser(role.value)
        status = client.post("/van-ban/them", files=file).status_code
        assert (status != 403) is (role in {Role.LIBRARIAN, Role.ADMINISTRATOR}), role


def test_a_session_that_was_ended_is_nobodys(office: Office) -> None:
    client = office.browser("reader")
    assert client.get("/cuoc-hoi").status_code == 200
    token = client.cookies[SESSION]
    client.post("/dang-xuat")
    client.cookies.set(SESSION, token)
    assert client.get("/cuoc-hoi").status_code == 303


def test_a_token_opens_what_its_user_may_and_nothing_more(office: Office) -> None:
    token = office.application.people.tokens.make("reader", "thử")
    program = office.browser()
    bearer = {"authorization": f"Bearer {token}"}
    asked = program.post("/api/ask", json={"question": "Công chức được biết gì?"}, headers=bearer)
    assert asked.status_code == 200
    assert program.get("/quan-tri", headers=bearer).status_code == 403
    assert program.get("/api/documents").status_code == 401
    wrong = {"authorization": "Bearer hqc_wrong"}
    assert program.get("/api/documents", headers=wrong).status_code == 401


def test_a_header_signs_in_only_when_a_trusted_proxy_sends_it() -> None:
    named = {"x-remote-user": "Reader"}
    believing = Proxy(addresses=frozenset({"testclient"}), header="x-remote-user")
    trusting = Office(Doors(proxy=believing)).browser()
    assert trusting.get("/cuoc-hoi", headers=named).status_code == 200
    assert trusting.get("/cuoc-hoi", headers={"x-remote-user": "nobody"}).status_code == 303
    elsewhere = Proxy(addresses=frozenset({"10.0.0.1"}), header="x-remote-user")
    for doors in (None, Doors(proxy=elsewhere)):
        assert Office(doors).browser().get("/cuoc-hoi", headers=named).status_code == 303


def test_without_users_what_was_passed_on_by_somebody_is_not_served() -> None:
    application = FakeApplication(FakeLibrary({"a.txt": "Một."}))
    with TestClient(create_app(application), base_url=BASE, follow_redirects=False) as client:
        assert client.get("/van-ban").status_code == 200
        for name in ("forwarded", "x-forwarded-for", "x-real-ip"):
            assert client.get("/van-ban", headers={name: "10.0.0.7"}).status_code == 303


def test_the_first_administrator_is_made_on_the_page_and_gets_what_was_asked() -> None:
    application = FakeApplication(FakeLibrary({"a.txt": "Một."}))
    talk = application.talks.begin("", "", Exchange(question="Một?"))
    client = TestClient(create_app(application), base_url=BASE, follow_redirects=False)
    assert "quantri" in client.get("/quan-tri/nguoi-dung").text

    made = client.post("/quan-tri/nguoi-dung/them", data={"ten": "quantri"}).text

    password = re.search(r'class="secret">([^<]+)<', made)
    assert password
    assert client.get("/cuoc-hoi").status_code == 303
    form = {"ten": "quantri", "mat-khau": password[1]}
    assert client.post("/dang-nhap", data=form).status_code == 303
    assert talk in client.get("/cuoc-hoi").text
    assert application.people.users.person("quantri") != LOCAL


def test_what_is_done_is_recorded_with_who_did_it_and_no_question() -> None:
    office = Office()
    client = office.browser("administrator")
    client.post("/api/ask", json={"question": "Công chức được biết chế độ gì?"})
    client.post("/quan-tri/nguoi-dung/them", data={"ten": "moi", "vai": "reader"})
    client.get("/quan-tri/nhat-ky/tai.csv")
    client.post("/dang-nhap", data={"ten": "moi", "mat-khau": "wrong"})

    log = list(office.application.people.audit.all())

    told = [(entry.who, entry.deed, entry.thing) for entry in log]
    assert told == [
        ("administrator", Deed.SIGNED_IN, ""),
        ("administrator", Deed.ASKED, "/api/ask"),
        ("administrator", Deed.CHANGED, "/quan-tri/nguoi-dung/them"),
        ("administrator", Deed.EXPORTED, "/quan-tri/nhat-ky/tai.csv"),
        ("moi", Deed.REFUSED, "wrong"),
    ]
    assert {entry.source for entry in log} == {"testclient"}
    page = client.get("/quan-tri/nhat-ky").text
    assert "/quan-tri/nguoi-dung/them" in page
    assert "chế độ" not in page
    assert office.application.people.audit.altered() is None


JOIN = "/gradio_api/queue/join"


def test_a_session_of_gradio_is_its_first_users(office: Office) -> None:
    mine, yours = office.browser("reader"), office.browser("trainer")
    body = {"session_hash": "abc", "fn_index": 0, "data": []}
    assert mine.post(JOIN, json=body).status_code != 403
    for client, status in ((yours, 403), (office.browser(), 401)):
        assert client.post(JOIN, json=body).status_code == status
        assert client.get("/gradio_api/queue/data?session_hash=abc").status_code == status
        cancel = {"session_hash": "abc", "fn_index": 0, "event_id": "e"}
        assert client.post("/gradio_api/cancel", json=cancel).status_code == status
    assert yours.get("/gradio_api/heartbeat/abc").status_code == 403


def test_an_event_that_nobody_began_here_is_not_stopped(office: Office) -> None:
    client = office.browser("reader")
    body = {"session_hash": "own", "fn_index": 0, "event_id": "guessed"}
    assert client.post("/gradio_api/cancel", json=body).status_code == 403


def test_programs_get_a_status_and_readers_a_page(office: Office) -> None:
    nobody = office.browser()
    for start in PROGRAMS:
        rules = [rule for rule in RULES if rule.paths.pattern.startswith(start.rstrip("/"))]
        assert rules, start
    assert nobody.get("/api/documents").status_code == 401
    assert nobody.get("/van-ban").status_code == 303

"""The pages that are read, the page that is dressed, and the API."""

from __future__ import annotations

import re
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from tests.ui.hostile import elements
from ui import messages
from ui.fakes import FakeLibrary
from ui.web.app import ASSETS
from ui.web.frame import page
from ui.web.library.list_page import library_page
from ui.web.shell import UndressedError, dressed

LIBRARY = FakeLibrary()
PLAN = next(d for d in LIBRARY.documents() if "002" in d.source)


def test_the_conversation_page_is_in_vietnamese_and_names_no_other_host(
    client: TestClient,
) -> None:
    html = client.get("/").text

    assert '<html lang="vi"' in html
    assert messages.ASK_PAGE in html
    assert {a for a in elements(html).addresses if re.match(r"(https?:)?//", a)} == set()
    assert "githubusercontent" not in html


def test_a_page_of_gradio_that_is_not_known_is_not_dressed_by_half() -> None:
    with pytest.raises(UndressedError):
        dressed("<html><body></body></html>")


def test_the_library_lists_every_document_with_a_link_to_its_text(client: TestClient) -> None:
    html = client.get("/van-ban").text

    links = {f"/van-ban/{document.id}" for document in LIBRARY.documents()}
    assert links <= elements(html).addresses
    assert all(client.get(link).status_code == 200 for link in links)


def test_an_empty_library_says_how_to_fill_it() -> None:
    assert "hoiquyche add" in library_page(())


def test_a_document_can_be_opened_at_cited_words(client: TestClient) -> None:
    start = PLAN.text.index("1. Mục đích")
    query = urlencode({"c": f"3.{start}.{start + 11}", "at": 3})

    html = client.get(f"/van-ban/{PLAN.id}?{query}").text

    assert re.search(r'<mark id="trich" data-n="3"[^>]*>1\. Mục đích</mark>', html)


def test_a_document_that_is_not_there_is_a_page_that_says_so(client: TestClient) -> None:
    answer = client.get("/van-ban/khong-co")

    assert answer.status_code == 404
    assert "khong-co" in answer.text
    assert messages.NOT_FOUND_MORE in answer.text


def test_what_the_pages_load_names_no_other_host_and_every_font_has_its_licence() -> None:
    assets = [p for p in ASSETS.rglob("*") if p.suffix in {".css", ".js"}]
    fonts = {p.name.rpartition("-")[0] for p in (ASSETS / "fonts").glob("*.txt")}

    assert len(assets) == 13
    assert not [p.name for p in assets if re.search(r"https?:|//[a-z]+\.", p.read_text("utf-8"))]
    assert all(p.name.startswith(tuple(fonts)) for p in (ASSETS / "fonts").glob("*.woff2"))


def test_a_page_marks_the_area_it_belongs_to() -> None:
    assert '<a href="/van-ban" aria-current="page">' in page("x", "/van-ban")


def test_a_source_opens_with_its_particulars_and_its_marks(client: TestClient) -> None:
    html = client.get(f"/source/{PLAN.id}", params={"c": ["1.2.12", "2.20.30"], "at": 2}).text

    assert f"Số: {messages.BLANK}" in html
    assert 'class="current first"' in html
    assert html.startswith("<header>")


@pytest.mark.parametrize("place", ["1.5", "a.b.c", "1.9.5", "1.-4.5", "1.0.99999999", "1.5.5", ""])
def test_a_place_outside_the_text_is_refused(client: TestClient, place: str) -> None:
    for path in (f"/source/{PLAN.id}", f"/van-ban/{PLAN.id}"):
        assert client.get(path, params={"c": place}).status_code == 400


def test_a_source_that_is_not_in_the_library_is_refused(client: TestClient) -> None:
    for name in ("khong-co", "..%2f..%2fetc%2fpasswd", "%00"):
        assert client.get(f"/source/{name}").status_code == 404


def test_the_api_answers_in_the_form_of_the_contract(client: TestClient) -> None:
    history = [{"role": "user", "content": "Chào"}]
    body = {"question": "Công chức, viên chức được giám sát những gì?", "history": history}

    data = client.post("/api/ask", json=body).json()

    texts = {document.id: document.text for document in LIBRARY.documents()}
    assert data["abstained"] is False
    for cited in data["citations"]:
        assert texts[cited["document"]][cited["start"] : cited["end"]] == cited["quote"]
        assert f"[{cited['n']}]" in data["answer"]


def test_a_question_too_long_is_refused_with_its_reason(client: TestClient) -> None:
    data = client.post("/api/ask", json={"question": "gì " * 700}).json()

    assert (data["abstained"], data["reason"]) == (True, "too_long")


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"question": 7},
        {"question": "a", "history": "b"},
        {"question": "a", "history": [{"role": "system", "content": "b"}]},
        {"question": "a", "more": 1},
    ],
)
def test_a_body_of_another_form_is_refused(client: TestClient, body: dict[str, object]) -> None:
    answer = client.post("/api/ask", json=body)

    assert (answer.status_code, answer.json()["detail"]) == (422, messages.BAD_REQUEST)


def test_health_and_documents_are_told(client: TestClient) -> None:
    assert client.get("/healthz").json() == {"status": "ok", "ready": True, "progress": ""}
    listed = client.get("/api/documents").json()["documents"]
    assert [d["id"] for d in listed] == [document.id for document in LIBRARY.documents()]

"""The table of rights as a page: counted, filtered, cited, exported."""

from __future__ import annotations

import csv
import html
import io
import re

import pytest
from starlette.testclient import TestClient

from ui import rights_words as w
from ui.fakes import FakeApplication, FakeLibrary
from ui.web.app import create_app

TEXT = (
    "Điều 5. Những nội dung công chức, viên chức bàn và quyết định\n"
    "1. Nội dung nghị quyết hội nghị.\n"
    "2. =Tổng(1) <b>quỹ tự quản</b> của cơ quan.\n"
    "Điều 6. Nội dung người lao động kiểm tra, giám sát\n"
    "1. Việc thực hiện hợp đồng lao động.\n"
)


@pytest.fixture(scope="module")
def client() -> TestClient:
    application = FakeApplication(FakeLibrary({"quy-che.txt": TEXT}))
    return TestClient(create_app(application), base_url="http://127.0.0.1")


def test_the_page_has_a_row_for_each_cell_and_its_citations(client: TestClient) -> None:
    page = client.get("/quyen").text
    assert w.COUNTED.format(3) in page
    assert page.count('class="chip"') == 6  # what it is about, and what proves it
    assert "&lt;b&gt;quỹ tự quản" in page
    assert "<b>" not in page


def test_a_filter_leaves_what_is_asked_for(client: TestClient) -> None:
    found = client.get("/quyen", params={"ai": "Người lao động"}).text
    assert w.COUNTED.format(1) in found
    none = client.get("/quyen", params={"ai": "Nhân dân"}).text
    assert w.EMPTY in none


def test_the_numbers_lead_to_their_rows(client: TestClient) -> None:
    page = client.get("/quyen").text
    links = re.findall(r'class="matrix".*?</table>', page)[0]
    for address, count in re.findall(r'<a href="([^"]+)">(\d+)</a>', links):
        assert w.COUNTED.format(count) in client.get(html.unescape(address)).text


def test_the_table_is_exported_whole_and_runs_in_no_spreadsheet(client: TestClient) -> None:
    rows = list(csv.reader(io.StringIO(client.get("/quyen/tai.csv").text.lstrip("\ufeff"))))
    assert rows[0] == [*w.COLUMNS, w.BASIS]
    assert len(rows) == 4
    assert not [cell for row in rows for cell in row if cell.startswith("=")]
    rights = client.get("/quyen/tai.json", params={"ai": "Viên chức"}).json()["rights"]
    assert [one["citation"]["address"] for one in rights] == ["khoản 1 Điều 5", "khoản 2 Điều 5"]
    assert client.get("/quyen/tai.exe").status_code == 404

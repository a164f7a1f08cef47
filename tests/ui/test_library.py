"""The library on the page: files are taken in, told, tagged, corrected, replaced, removed."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from functools import cached_property

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from assistant.quiz.bank.studio import Studio
from assistant.shelf import Shelf
from corpus.near import likeness
from corpus.span import Span
from tests.corpus.made import formats
from tests.ui.hostile import PAYLOADS, elements
from ui import messages, reading_words
from ui.api.routes import api
from ui.cited import address
from ui.fakes import FakeApplication, FakeShelving, memory_bank
from ui.keeping import Keeper
from ui.reading import Mark
from ui.web.jobs import Jobs
from ui.web.library import wording as w
from ui.web.library.routes import library_pages

LINES = ["KẾ HOẠCH", "Tiếp công dân năm 2024", "I. MỤC ĐÍCH", "Sở Công Vụ tiếp công dân thứ Năm."]


@dataclass(frozen=True)
class Office(FakeApplication):
    """A program whose library is really kept."""

    shelving: FakeShelving = field(default_factory=FakeShelving)

    def __post_init__(self) -> None:
        object.__setattr__(self, "library", self.shelving.library)

    @cached_property
    def keeper(self) -> Keeper:
        """What keeps it."""
        return Keeper(self.shelving)

    @cached_property
    def studio(self) -> Studio:
        """What makes quizzes of it."""
        return Studio(self._shelf, memory_bank())

    def _shelf(self) -> Shelf:
        kept = self.shelving.library
        return Shelf((one, kept.passages(one.id)) for one in kept.documents())


@dataclass(frozen=True, slots=True)
class Reader:
    """A browser at the library."""

    office: Office
    client: TestClient

    def add(self, *files: tuple[str, bytes]) -> str:
        """Post files, and return the page that tells what came of them."""
        answer = self.client.post("/van-ban/them", files=[("files", one) for one in files])
        while "data-watch" in answer.text:
            time.sleep(0.05)
            answer = self.client.get(str(answer.url))
        return answer.text

    def id_of(self, source: str) -> str:
        return self.office.shelving.library.document(source).id


@pytest.fixture
def reader() -> Reader:
    office, app = Office(), FastAPI()
    app.include_router(library_pages(office, Jobs()))
    app.include_router(api(office))
    return Reader(office, TestClient(app))


def test_each_file_is_told_with_what_came_of_it(reader: Reader) -> None:
    plan = formats.docx(LINES)
    html = reader.add(("kế hoạch.docx", plan), ("hỏng.docx", plan[:900]))
    assert w.FRESH in html
    assert "Không thêm được tệp “hỏng.docx”" in html
    assert f"/van-ban/{reader.id_of('kế hoạch.docx')}" in elements(html).addresses
    assert w.UNCHANGED in reader.add(("kế hoạch.docx", plan))


def test_an_archive_brings_each_file_that_it_holds(reader: Reader) -> None:
    reader.add(("kho.zip", formats.packed({"a.txt": b"Mot hai ba", "b.rtf": formats.rtf(LINES)})))
    documents = reader.office.shelving.library.documents()
    assert [(one.source, one.origin) for one in documents] == [
        ("a.txt", "kho.zip"),
        ("b.rtf", "kho.zip"),
    ]


def test_a_document_that_says_nearly_the_same_is_named(reader: Reader) -> None:
    long = [*LINES, *(f"Việc thứ {n} là tiếp và trả lời công dân đúng hạn." for n in range(30))]
    reader.add(("a.txt", "\n".join(long).encode()))
    html = reader.add(("b.txt", "\n".join([*long, "Ghi chú."]).encode()))
    share = likeness("\n".join(long), "\n".join([*long, "Ghi chú."]))
    assert f"({round(100 * share)} % lời văn chung)" in html


def test_no_file_is_a_sentence(reader: Reader) -> None:
    answer = reader.client.post("/van-ban/them", files=[("files", ("", b""))])
    assert answer.status_code == 422
    assert w.NOTHING_CHOSEN in answer.text


def test_a_newer_file_of_the_same_name_takes_the_place_and_the_older_can_be_read(
    reader: Reader,
) -> None:
    reader.add(("a.txt", "\n\n".join(LINES).encode()))
    html = reader.add(("a.txt", "\n\n".join(LINES).replace("thứ Năm", "thứ Hai").encode()))
    assert w.REPLACED in html
    page = reader.client.get(f"/van-ban/{reader.id_of('a.txt')}").text
    assert "thứ Hai" in page
    [older] = [a for a in elements(page).addresses if "?ban=" in a]
    old = reader.client.get(older).text
    assert "thứ Năm" in old
    assert "bản cũ" in old
    assert reader.client.get(older.replace("ban=", "ban=x")).status_code == 404


def test_a_citation_opens_the_version_that_has_its_words(reader: Reader) -> None:
    text = "\n\n".join(LINES)
    reader.add(("a.txt", text.encode()))
    key, start = reader.id_of("a.txt"), text.index("thứ Năm")
    old = reader.office.shelving.library.document(key)
    link = address(old, [Mark(1, Span(start, start + 7))], 1)
    assert ">thứ Năm</mark>" in reader.client.get(link).text
    reader.add(("a.txt", text.replace("thứ Năm", "sáng thứ Hai và thứ Năm").encode()))
    page = reader.client.get(link).text
    assert ">thứ Năm</mark>" in page
    assert "bản cũ" in page
    panel = reader.client.get(link.replace("/van-ban/", "/source/")).text
    assert ">thứ Năm</mark>" in panel
    assert messages.OLD_SOURCE in panel


def test_a_citation_whose_words_no_version_has_marks_nothing_and_says_so(reader: Reader) -> None:
    reader.add(("a.txt", "\n\n".join(LINES).encode()))
    place = f"/{reader.id_of('a.txt')}?c=1.3.9.00000000&at=1"
    page = reader.client.get(f"/van-ban{place}").text
    assert w.CHANGED in page
    assert "<mark" not in page
    panel = reader.client.get(f"/source{place}").text
    assert messages.SOURCE_CHANGED in panel
    assert "<mark" not in panel


def test_tags_are_given_filtered_by_and_taken(reader: Reader) -> None:
    reader.add(("a.txt", b"Mot hai ba"), ("b.txt", b"Bon nam sau"))
    here = f"/van-ban/{reader.id_of('a.txt')}/nhan"
    assert "dân vận" in reader.client.post(here, data={"nhan": "dân vận"}).text
    html = reader.client.get("/van-ban", params={"nhan": "dân vận"}).text
    assert f"/van-ban/{reader.id_of('a.txt')}" in elements(html).addresses
    assert f"/van-ban/{reader.id_of('b.txt')}" not in elements(html).addresses
    reader.client.post(here, data={"bo": "dân vận"})
    assert reader.office.shelving.library.tags.every() == {}


def test_a_particular_is_corrected_by_words_of_the_text_only(reader: Reader) -> None:
    reader.add(("a.txt", "\n\n".join(LINES).encode()))
    here = f"/van-ban/{reader.id_of('a.txt')}/thong-tin"
    said = reader.client.post(here, data={"name": "issuer", "value": "Sở Công Vụ"})
    assert w.SAVED in said.text
    wrong = reader.client.post(here, data={"name": "issuer", "value": "Sở Khác"})
    assert wrong.status_code == 422
    assert "Không thấy “Sở Khác” trong văn bản" in wrong.text
    kept = reader.office.shelving.library.document("a.txt").particulars.issuer
    assert kept
    assert kept.value == "Sở Công Vụ"
    reader.client.post(here, data={"name": "issuer", "gesture": "tra"})
    assert reader.office.shelving.library.document("a.txt").particulars.issuer is None


def test_headings_are_corrected_by_lines_of_the_text(reader: Reader) -> None:
    reader.add(("a.txt", "\n\n".join([*LINES, "Phần của Văn phòng", "Ghi biên bản."]).encode()))
    here = f"/van-ban/{reader.id_of('a.txt')}"
    said = reader.client.post(
        f"{here}/de-muc", data={"words": "Phần của Văn phòng", "gesture": "co"}
    )
    assert w.MARKED in said.text
    assert "Là đề mục: Phần của Văn phòng" in said.text
    reader.client.post(f"{here}/de-muc", data={"words": "I. MỤC ĐÍCH", "gesture": "khong"})
    kept = reader.office.shelving.library.outlines.of(reader.id_of("a.txt"))
    assert kept == {"Phần của Văn phòng": True, "I. MỤC ĐÍCH": False}
    wrong = reader.client.post(f"{here}/de-muc", data={"words": "Không có", "gesture": "co"})
    assert (wrong.status_code, "Không thấy “Không có”" in wrong.text) == (422, True)
    reader.client.post(f"{here}/de-muc", data={"words": "I. MỤC ĐÍCH", "gesture": "bo"})
    assert reader.office.shelving.library.outlines.of(reader.id_of("a.txt")) == {
        "Phần của Văn phòng": True
    }


def test_a_document_is_removed_for_good(reader: Reader) -> None:
    reader.add(("a.txt", b"Mot hai ba"))
    key = reader.id_of("a.txt")
    assert "Đã bỏ a.txt khỏi kho." in reader.client.post(f"/van-ban/{key}/bo").text
    assert reader.client.get(f"/van-ban/{key}").status_code == 404
    assert reader.client.post(f"/van-ban/{key}/bo").status_code == 404


def test_how_a_file_was_read_is_told(reader: Reader) -> None:
    text = "BÁO CÁO\n\nĐIỀ U KHO ẢN chung: bổ sungcác quy định.\n"
    html = reader.add(("a.txt", text.encode("utf-16")))
    assert reading_words.ENCODING.format("utf-16") in html
    assert "Nối 2 tiếng bị khoảng trắng tách rời, ví dụ: “ĐIỀ U” → “ĐIỀU”" in html
    assert "Tách 1 chỗ hai tiếng dính liền, ví dụ: “sungcác” → “sung các”" in html


def test_pages_are_marked_in_the_text(reader: Reader) -> None:
    reader.add(("a.txt", "Trang đầu có chữ.\n\fTrang sau có chữ.".encode()))
    html = reader.client.get(f"/van-ban/{reader.id_of('a.txt')}").text
    assert html.index("Trang 1") < html.index("Trang đầu") < html.index("Trang 2")


@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_name_tag_or_text_becomes_markup(reader: Reader, payload: str) -> None:
    html = reader.add((f"{payload}.txt".replace("/", "-"), f"I. {payload}\n\nMột hai".encode()))
    library = reader.office.shelving.library
    key = library.documents()[0].id
    library.tags.put(key, payload)
    for page in (html, *(reader.client.get(p).text for p in ("/van-ban", f"/van-ban/{key}"))):
        found = elements(page)
        assert found.tags.isdisjoint({"iframe", "svg", "image", "base", "style", "img"})
        assert not {name for name in found.attributes if name.startswith("on")}
        assert all("canary" not in one or one.startswith("/van-ban") for one in found.addresses)


FACT = {
    "number": "99/2031/NĐ-CP",
    "kind": "Nghị định",
    "status": "đã bị thay thế",
    "replaced_by": "Nghị định 1/2032/NĐ-CP",
    "since": "2032-01-15",
    "basis": "Điều 9 Nghị định 1/2032/NĐ-CP",
    "as_of": "2032-02-01",
}


def test_a_fact_is_recorded_with_its_source_shown_and_forgotten(reader: Reader) -> None:
    said = reader.client.post("/van-ban/hieu-luc", data=FACT)
    assert "Đã ghi Nghị định 99/2031/NĐ-CP." in said.text
    assert "Điều 9 Nghị định 1/2032/NĐ-CP" in said.text
    assert "01/02/2032" in said.text
    registry = reader.office.keeper.registry()
    [found] = registry.find("theo Nghị định số 99/2031/NĐ-CP")
    assert found.replaced_by == ("Nghị định 1/2032/NĐ-CP",)
    reader.client.post("/van-ban/hieu-luc/bo", data={"number": FACT["number"]})
    assert reader.office.keeper.registry().numbered(FACT["number"]) is None


def test_what_is_recorded_comes_before_what_ships(reader: Reader) -> None:
    shipped = reader.office.keeper.registry().numbered("30/2020/NĐ-CP")
    assert shipped
    reader.client.post("/van-ban/hieu-luc", data={**FACT, "number": "30/2020/NĐ-CP"})
    now = reader.office.keeper.registry().numbered("30/2020/NĐ-CP")
    assert now
    assert (shipped.status, now.status) == ("còn hiệu lực", "đã bị thay thế")


@pytest.mark.parametrize(
    "wrong", [{"basis": ""}, {"as_of": "1/2/2032"}, {"status": "chắc vậy"}, {"replaced_by": ""}]
)
def test_a_fact_without_a_source_a_date_or_a_ground_is_refused(
    reader: Reader, wrong: dict[str, str]
) -> None:
    said = reader.client.post("/van-ban/hieu-luc", data={**FACT, **wrong})
    assert said.status_code == 422
    assert "Không ghi được văn bản “99/2031/NĐ-CP”" in said.text
    assert reader.office.shelving.library.instruments.every() == ()


def test_the_table_comes_back_as_it_was_exported_and_all_of_a_file_or_none_is_taken(
    reader: Reader,
) -> None:
    table = reader.client.get("/van-ban/hieu-luc/csv").content
    taken = reader.client.post("/van-ban/hieu-luc/nhap", files={"file": ("a.csv", table)})
    assert f"Đã nhập {len(reader.office.keeper.registry().instruments)} văn bản." in taken.text
    assert reader.client.get("/van-ban/hieu-luc/csv").content == table
    before = reader.office.shelving.library.instruments.every()
    broken = table + "7/2031/TT-BNV,Thông tư\n".encode()
    said = reader.client.post("/van-ban/hieu-luc/nhap", files={"file": ("a.csv", broken)})
    assert said.status_code == 422
    assert reader.office.shelving.library.instruments.every() == before
    garbage = reader.client.post("/van-ban/hieu-luc/nhap", files={"file": ("a.csv", b"\xff\xfe")})
    assert garbage.status_code == 422

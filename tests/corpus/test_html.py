"""HTML: lists that do not count 1, 2, 3, labels of forms, pieces of pages."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.loaders.load import loaded
from corpus.loaders.source import Source
from corpus.sniff import Format, sniff

WORDS = "Chính quyền cấp xã công khai dự toán, quyết toán ngân sách hằng năm để nhân dân biết. " * 3


def read(page: str) -> list[str]:
    text = loaded(Source(Path("a.html"), page.encode())).text
    return [line.strip() for line in text.splitlines() if line.strip()]


def article(inner: str) -> str:
    return f"<html><body><article><p>{WORDS}</p>{inner}</article></body></html>"


@pytest.mark.parametrize(
    ("listing", "expected"),
    [
        ('<ol type="a" start="3"><li>Niêm yết</li><li>Phát thanh</li></ol>',
         ["c. Niêm yết", "d. Phát thanh"]),
        ('<ol type="I"><li><p>Mục đích</p></li><li><b>Yêu cầu</b></li></ol>',
         ["I. Mục đích", "II. Yêu cầu"]),
        ('<ol start="5"><li>Họp</li><li value="9">Ghi</li><li>Báo</li></ol>',
         ["5. Họp", "9. Ghi", "10. Báo"]),
        ("<ol><li>Họp</li><li>Ghi</li></ol>", ["1. Họp", "2. Ghi"]),
    ],
)  # fmt: skip
def test_a_list_is_numbered_as_a_browser_does(listing: str, expected: list[str]) -> None:
    assert read(article(listing))[1:] == expected


def test_labels_of_a_form_are_words() -> None:
    assert read(article("<p><label>Họ tên:</label> Nguyễn Văn An</p>"))[1:] == [
        "Họ tên: Nguyễn Văn An"
    ]


@pytest.mark.parametrize(
    "first",
    ["<center><b>THÔNG BÁO</b></center>", '<span style="x">THÔNG BÁO</span>', "<h2>THÔNG BÁO</h2>"],
)
def test_a_piece_of_a_page_is_a_page(first: str) -> None:
    assert read(f"{first}<p>{WORDS}</p>") == ["THÔNG BÁO", WORDS.strip()]


@pytest.mark.parametrize("text", ["<b> là ký hiệu của tổ", "<tên cơ quan> báo cáo </tên>", "a <b>"])
def test_signs_in_a_text_make_no_page(text: str) -> None:
    assert sniff(text.encode()) is Format.TEXT

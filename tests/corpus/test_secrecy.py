"""A file that bears a mark of state secrecy is never taken in; the word alone is no mark."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from corpus.errors import SecretSourceError
from corpus.loaders.load import loaded
from corpus.loaders.secrecy import is_secret
from corpus.loaders.source import Source

HEAD = "UBND TỈNH MẪU\n\nSố: 1/BC-UBND\n"


@pytest.mark.parametrize(
    "mark",
    [
        "MẬT",
        "TỐI MẬT",
        "TUYỆT MẬT",
        "M Ậ T",
        "T Ố I   M Ậ T",
        "T U Y Ệ T  M Ậ T",
        "**MẬT**",
        "[Tối mật]",
        "Độ mật: MẬT",
        "Mức độ mật: Tuyệt mật",
        unicodedata.normalize("NFD", "TUYỆT MẬT"),
        " ".join(unicodedata.normalize("NFD", "TỐI MẬT")),
        "SỞ NỘI VỤ | TỐI MẬT",
        "MẬT\u200b",
        "MẬT\tHà Nội, ngày 03 tháng 4 năm 2024",
        "   TUYỆT MẬT          Hà Nội, ngày 03 tháng 4 năm 2024",
        "MẬT  Hà Nội, ngày 03 tháng 4 năm 2024",
        "Độ mật: TỐI MẬT (thời hạn bảo vệ 20 năm)",
        "Độ Mật; Mức khẩn: Hỏa tốc",
        "TỐI MẬT - HỎA TỐC",
        "HỎA TỐC - TỐI MẬT",
        "TUYỆT MẬT   HỎA TỐC",
        "Số: 12/BC-UBND     MẬT",
        "Số: 12/BC-UBND MẬT",
        "MẬT - Bản số 01",
        "MẬT (Bản số: 02)",
        "(Mật)",
        "MẬT Hà Nội, ngày 03 tháng 4 năm 2024",
        "Hà Nội, ngày 03 tháng 4 năm 2024 TỐI MẬT",
        "ĐỘ MẬT: MẬT; THỜI HẠN BẢO VỆ: 10 NĂM",
        "MẬT - Lưu hành nội bộ",
        "Dấu MẬT",
        "TÀI LIỆU TỐI MẬT",
    ],
)
def test_a_line_that_is_a_mark_refuses_the_file(mark: str) -> None:
    with pytest.raises(SecretSourceError):
        loaded(Source(Path("a.txt"), f"{HEAD}{mark}\nBÁO CÁO".encode()))


@pytest.mark.parametrize(
    "line",
    [
        "Giữ bí mật công tác theo quy định.",
        "Danh mục bí mật nhà nước độ Tối mật",
        "Mật ong",
        "MẬT ĐỘ DÂN SỐ",
        "Mặt",
        "Tôi mất",
        "Luật Bảo vệ bí mật nhà nước",
        "Độ mật:",
        "Độ mật của văn bản",
        "Kế hoạch bảo vệ bí mật nhà nước",
        "B Í   M Ậ T   N H À   N Ư Ớ C",
        "BẢO VỆ BÍ  MẬT  NHÀ NƯỚC",
        "các tài liệu  Mật,  Tối mật  và Tuyệt mật phải đóng dấu",
        "Số lượng tài liệu mật",
        "Mật khẩu",
        "Tài liệu mật có thời hạn bảo vệ 10 năm kể từ ngày ban hành",
        "Luật Bảo vệ bí mật nhà nước, ngày 15 tháng 11 năm 2018",
        "Độ mật | Độ khẩn",
    ],
)
def test_the_word_in_a_sentence_is_no_mark(line: str) -> None:
    assert not is_secret(f"{HEAD}{line}\nBÁO CÁO")


def test_a_mark_counts_in_the_first_fifteen_lines_only() -> None:
    assert is_secret("dòng\n\n" * 14 + "MẬT")
    assert not is_secret("dòng\n\n" * 15 + "MẬT")


def test_a_mark_anywhere_on_a_page_counts() -> None:
    words = "<p>Nội dung của báo cáo về công tác dân vận trong năm.</p>" * 20
    page = f"<html><body><nav>{'<p>x</p>' * 20}</nav>\n<div>\nTỐI MẬT\n</div>{words}</body></html>"
    with pytest.raises(SecretSourceError):
        loaded(Source(Path("a.html"), page.encode()))

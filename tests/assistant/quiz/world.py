"""The texts that the quiz tests ask about: those that ship, and a small plan made for the tests."""

from __future__ import annotations

from functools import cache

from assistant.quiz.checks.every import failed
from assistant.quiz.field import Field, Scope
from assistant.quiz.item import Item, Kind
from assistant.quiz.prover import Prover
from assistant.quiz.quiz import Quiz, Wish, make_quiz
from assistant.shelf import Shelf
from corpus.parse import parse
from corpus.shipped import shipped_texts

PLAN = """Số: 12/KH-SNV

Hà Nam, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Thực hiện văn hóa công sở năm 2024

Sở Nội vụ xây dựng kế hoạch thực hiện văn hóa công sở năm 2024 như sau:

I. MỤC ĐÍCH

Phương châm năm 2024 là “Lắng nghe, thấu hiểu, tận tụy, liêm chính”. Năm 2023, Sở tiếp nhận 120 hồ sơ về văn thư, 45 hồ sơ về thi đua và 75 hồ sơ về tôn giáo.

II. TỔ CHỨC THỰC HIỆN

1. Văn phòng Sở

- Trang bị bảng tên cho công chức làm việc tại bộ phận một cửa.

- Tổng hợp kết quả thực hiện văn hóa công sở gửi Ủy ban nhân dân tỉnh chậm nhất ngày 15/11/2024.

2. Thanh tra Sở

- Kiểm tra việc chấp hành giờ làm việc của công chức trong cơ quan.

3. Phòng Tổ chức cán bộ

- Lập danh sách công chức được khen thưởng về văn hóa công sở.

4. BCH Công đoàn Sở

- Vận động đoàn viên xây dựng nếp sống văn minh nơi làm việc.

Nơi nhận:

- Lưu: VT.

GIÁM ĐỐC

Lê Văn An
"""  # noqa: E501 — a paragraph is one line


def shelf_of(texts: dict[str, str]) -> Shelf:
    """Return a shelf of texts by file name."""
    return Shelf(parse(name, text) for name, text in texts.items())


@cache
def shipped() -> Shelf:
    """Return the five shipped texts."""
    return shelf_of({path.name: path.read_text("utf-8") for path in shipped_texts()})


@cache
def small() -> Shelf:
    """Return the small plan alone."""
    return shelf_of({"ke-hoach.txt": PLAN})


@cache
def whole_run(seed: int = 7) -> Quiz:
    """Return all that the shipped texts hold, up to 200 items."""
    return make_quiz(shipped(), Scope(), Wish(count=200, seed=seed))


def of_kind(kind: Kind, seed: int = 7) -> list[Item]:
    """Return the items of one kind of the whole run."""
    return [item for item in whole_run(seed).items if item.kind is kind]


@cache
def bench() -> tuple[Prover, Field]:
    """Return what checks need, over the shipped texts."""
    field = Field(shipped(), Scope())
    return Prover(field), field


def fault(item: Item) -> str:
    """Return the first check that an item fails, "" when it is sound."""
    return failed(item, *bench())

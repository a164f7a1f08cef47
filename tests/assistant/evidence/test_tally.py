"""Which figure of a list counts what."""

from __future__ import annotations

import pytest

from assistant.evidence.figures import counts_in
from assistant.evidence.values import holds
from tests.assistant.reading.test_reading import reading

LIST = (
    "Trong năm 2022, Sở tiếp nhận 120 hồ sơ (bao gồm: lĩnh vực đất đai: 80 hồ sơ; lĩnh vực hộ tịch:"
    " 40 hồ sơ), đã giải quyết 118 hồ sơ, đang giải quyết 02 hồ sơ."
)
UNITS = "Toàn tỉnh có 30 cơ quan, trong đó: cơ quan hành chính 20 đơn vị, có 10 doanh nghiệp."


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        (LIST, "Sở tiếp nhận bao nhiêu hồ sơ đất đai?", True),
        (LIST, "Sở đã giải quyết bao nhiêu hồ sơ?", True),
        (LIST, "Lĩnh vực hộ tịch đã giải quyết bao nhiêu hồ sơ?", False),
        (LIST, "Trong 02 hồ sơ đang giải quyết có bao nhiêu hồ sơ?", False),
        (UNITS, "Toàn tỉnh có bao nhiêu doanh nghiệp?", True),
    ],
)
def test_a_figure_belongs_to_its_own_part_of_a_list(text: str, question: str, told: bool) -> None:  # noqa: FBT001 - a row of the table
    assert holds(text, reading(question, text)) is told


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("Hai mươi doanh nghiệp là những công ty nào?", {(20, "doanh")}),
        ("Mười một hồ sơ năm 2023 gồm những môn nào?", {(11, "hồ")}),
        ("Tiếp nhận 05 đơn thư, 1.200 kiến nghị; đạt 12,5 phần trăm", {(5, "đơn"), (1200, "kiến")}),
        ("Theo Kế hoạch số 60/KH-SNV ngày 05/3/2024", set()),
    ],
)
def test_what_a_text_counts_is_told_with_its_number(text: str, counts: set[object]) -> None:
    assert counts_in(text) == counts

"""What a sentence may change of its evidence, and what it may not."""

from __future__ import annotations

import pytest

from assistant.grounding.checker import Check, Checker, Status
from assistant.grounding.evidence import Collector
from assistant.grounding.words import load_speller
from assistant.shelf import Shelf
from corpus.parse import parse

TEXT = """
Số: 12/QC-SNV

Hà Nam, ngày 05 tháng 02 năm 2024

QUY CHẾ
Tiếp công dân của Sở Nội vụ

1. Sở Nội vụ tiếp công dân mỗi tháng 02 lần; Giám đốc phải trả lời đơn trong 10 ngày.

2. Công chức không được từ chối tiếp nhận đơn và có quyền đề nghị Thanh tra Sở phối hợp.

3. Năm 2023, Sở Nội vụ tiếp nhận 120 đơn; năm 2024 tiếp nhận 95 đơn.

4. Trường hợp không thể có mặt, công chức có thể nhận đơn qua bưu điện và phải ghi sổ.

5. Việc tiếp công dân theo Kế hoạch số 7/KH-UBND ngày 20/3/2023 của UBND tỉnh.
"""
SHELF = Shelf([parse("quy_che.txt", TEXT)])
SPELLER = load_speller()
COLLECTOR = Collector(SHELF, SPELLER)
CHECKER = Checker(SPELLER, COLLECTOR.weigh)
EVIDENCE = COLLECTOR.collect(SHELF.passages.values())

TRUE = (
    "Sở Nội vụ tiếp công dân hai lần mỗi tháng.",
    "Trong 10 ngày, Giám đốc phải trả lời đơn.",
    "Công chức không được từ chối tiếp nhận đơn.",
    "Công chức có quyền đề nghị Thanh tra Sở phối hợp.",
    "Theo Quy chế của Sở Nội vụ, năm 2023 Sở tiếp nhận 120 đơn.",
    "Năm 2024, Sở Nội vụ tiếp nhận 95 đơn.",
    "Kế hoạch số 7/KH-UBND do Ủy ban nhân dân tỉnh ban hành ngày 20 tháng 3 năm 2023.",
    "Khi không thể có mặt, công chức có thể nhận đơn qua bưu điện.",
)
FALSE = (
    (Check.NUMBER, "Sở Nội vụ tiếp công dân mỗi tháng 03 lần."),
    (Check.NUMBER, "Giám đốc phải trả lời đơn trong 02 ngày."),
    (Check.NUMBER, "Năm 2023, Sở Nội vụ tiếp nhận 95 đơn; năm 2024 tiếp nhận 120 đơn."),
    (Check.DATE, "Kế hoạch số 7/KH-UBND ngày 20/4/2023 của UBND tỉnh."),
    (Check.DOCUMENT, "Việc tiếp công dân theo Kế hoạch số 8/KH-UBND."),
    (Check.ORIGIN, "Kế hoạch số 7/KH-UBND ngày 20/3/2023 của Sở Nội vụ."),
    (Check.FORCE, "Công chức được từ chối tiếp nhận đơn."),
    (Check.FORCE, "Công chức từ chối tiếp nhận đơn."),
    (Check.FORCE, "Giám đốc có thể trả lời đơn trong 10 ngày."),
    (Check.FORCE, "Giám đốc không phải trả lời đơn trong 10 ngày."),
    (Check.FORCE, "Công chức phải đề nghị Thanh tra Sở phối hợp."),
    (Check.FORCE, "Công chức có thể nhận đơn qua bưu điện và không phải ghi sổ."),
    (Check.ACTOR, "Sở Tài chính tiếp công dân mỗi tháng 02 lần."),
    (Check.ACTOR, "Giám đốc không được từ chối tiếp nhận đơn."),
    (Check.ACTOR, "Công chức có quyền đề nghị Văn phòng Sở phối hợp."),
    (Check.QUOTE, "Quy chế viết: “công chức được nhận quà”."),
    (Check.COVERED, "Công chức mặc đồng phục màu xanh vào đầu tuần."),
    (Check.QUESTION, "Sở Nội vụ tiếp công dân mỗi tháng 02 lần?"),
    (Check.QUESTION, "Sở Nội vụ tiếp công dân mỗi tháng bao nhiêu lần."),
    (Check.NUMBER, "Giám đốc phải trả lời 10 đơn."),
    (Check.NUMBER, "Sở Nội vụ tiếp công dân vào thứ 5 mỗi tháng."),
    (Check.ORIGIN, "Sở Nội vụ tiếp công dân ngày 20/3/2023."),
    (Check.ORIGIN, "Kế hoạch của Sở Nội vụ về tiếp công dân là số 7/KH-UBND."),
)


@pytest.mark.parametrize("text", TRUE)
def test_a_true_sentence_stands_in_other_words(text: str) -> None:
    finding = CHECKER.check(text, EVIDENCE)

    assert finding.stands, (finding.failed, finding.words)
    assert finding.stretches


@pytest.mark.parametrize(("check", "text"), FALSE)
def test_a_false_sentence_does_not_stand_and_it_is_said_why(check: Check, text: str) -> None:
    finding = CHECKER.check(text, EVIDENCE)

    assert finding.status is Status.UNSUPPORTED, text
    assert finding.failed is check, (finding.failed, finding.words)


def test_the_words_of_the_source_are_proved() -> None:
    text = "Sở Nội vụ tiếp công dân mỗi tháng 02 lần; Giám đốc phải trả lời đơn trong 10 ngày."

    assert CHECKER.check(text, EVIDENCE).status is Status.PROVED


def test_without_evidence_nothing_stands() -> None:
    assert not CHECKER.check(TRUE[0], ()).stands


@pytest.mark.parametrize(
    ("question", "text", "failed"),
    [
        ("Mỗi tháng Sở Nội vụ tiếp dân mấy lần?", "Sở Nội vụ tiếp dân.", Check.NOTHING),
        ("Mỗi tháng Sở Nội vụ tiếp dân mấy lần?", "Mỗi tháng tiếp công dân 02 lần.", None),
        ("Sở Nội vụ có tiếp công dân không?", "Sở Nội vụ tiếp công dân.", None),
        ("Tiếp dân là Sở Nội vụ hay Thanh tra Sở?", "Sở Nội vụ tiếp dân.", None),
        (
            "Tiếp dân là Sở Nội vụ hay Thanh tra Sở?",
            "Tiếp dân là Sở Nội vụ hay Thanh tra Sở.",
            Check.NOTHING,
        ),
    ],
)
def test_a_sentence_says_more_than_its_question(
    question: str, text: str, failed: Check | None
) -> None:
    assert CHECKER.check(text, EVIDENCE, question).failed is failed


def test_a_sentence_that_goes_in_circles_says_nothing() -> None:
    text = "Sở Nội vụ tiếp công dân" + " Hà Nam" * 30

    assert CHECKER.check(text, EVIDENCE).failed is Check.NOTHING


def test_what_numbers_a_heading_or_an_item_proves_no_figure() -> None:
    finding = CHECKER.check("Có 4 trường hợp công chức không thể có mặt.", EVIDENCE)

    assert finding.failed is Check.NUMBER

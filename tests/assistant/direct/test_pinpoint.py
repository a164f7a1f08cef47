"""A place that a question names by its address is quoted, it alone and whole."""

from __future__ import annotations

import pytest

from assistant.direct.pinpoint import pin_in
from assistant.question import Question
from assistant.reply import Answer, Reply
from corpus.parse import document_slug
from tests.assistant.world import assistant_over, refusal, words

LAW = """LUẬT
THANH TRA

Điều 1. Phạm vi

1. Luật này quy định về tổ chức thanh tra.

2. Luật này áp dụng đối với:

a) Cơ quan nhà nước;

đ) Tổ chức, cá nhân có liên quan.

Điều 2. Nguyên tắc

Thanh tra phải khách quan. Kết luận phải công khai.
"""
OTHER = LAW.replace("THANH TRA", "KIỂM TRA").replace("thanh tra", "kiểm tra")


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("điểm a khoản 2 Điều 16 quy định gì?", ("Điều 16", "khoản 2", "điểm a")),
        ("Điều 16, khoản 2, điểm đ", ("Điều 16", "khoản 2", "điểm đ")),
        ("khoan 3 dieu 46 noi gi", ("Điều 46", "khoản 3")),
        ("khoản 1 của Điều 5a", ("Điều 5a", "khoản 1")),
        ("Mục IV.2 nêu gì?", ("IV", "2")),
        ("Ai là điều phối viên?", None),
        ("Mục đích của kế hoạch là gì?", None),
    ],
)
def test_an_address_is_read_in_either_order_and_without_diacritics(
    text: str, path: tuple[str, ...] | None
) -> None:
    found = pin_in(text)
    assert (found.path if found else None) == path


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Khoản 1 Điều 1 nói gì?", ["1. Luật này quy định về tổ chức thanh tra."]),
        (
            "Khoản 2 Điều 1",
            ["2. Luật này áp dụng đối với:", "a) Cơ quan nhà nước;",
             "đ) Tổ chức, cá nhân có liên quan."],
        ),
        ("diem d khoan 2 dieu 1 quy dinh gi", ["đ) Tổ chức, cá nhân có liên quan."]),
        ("Nội dung Điều 2 là gì?", ["Thanh tra phải khách quan. Kết luận phải công khai."]),
    ],
)  # fmt: skip
def test_what_stands_at_the_address_is_quoted_whole(question: str, quoted: list[str]) -> None:
    assert words(asked(question)) == quoted


def test_an_address_in_several_documents_needs_the_name_of_one() -> None:
    reply = asked("Khoản 1 Điều 1 nói gì?", other=OTHER, within="other")
    assert words(reply) == ["1. Luật này quy định về tổ chức kiểm tra."]


def test_an_address_that_the_document_does_not_have_is_refused_by_its_name() -> None:
    said = refusal(asked("Khoản 7 Điều 1 nói gì?", within="luat")).missing
    assert said == "Văn bản được hỏi không có khoản 7 Điều 1."


RULES = """UBND TỈNH AN LẠC
SỞ NỘI VỤ
Số: 215/QĐ-SNV
An Lạc, ngày 14 tháng 5 năm 2024

QUYẾT ĐỊNH
Ban hành Quy chế làm việc của Sở Nội vụ tỉnh An Lạc

Căn cứ Nghị định số 24/2014/NĐ-CP ngày 04 tháng 4 năm 2014 của Chính phủ.

Điều 1. Ban hành kèm theo Quyết định này Quy chế làm việc của Sở Nội vụ tỉnh An Lạc.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

Nơi nhận:
- Lưu: VT.
GIÁM ĐỐC

Nguyễn Thị Hằng

QUY CHẾ
Làm việc của Sở Nội vụ tỉnh An Lạc
(Ban hành kèm theo Quyết định số 215/QĐ-SNV ngày 14/5/2024 của Giám đốc Sở Nội vụ)

Chương I
QUY ĐỊNH CHUNG

Điều 1. Phạm vi điều chỉnh
1. Quy chế này quy định lề lối làm việc.

Chương II
TRÁCH NHIỆM

Điều 2. Trách nhiệm của Giám đốc
1. Giám đốc chịu trách nhiệm về hoạt động của Sở.
2. Giám đốc phân công Phó Giám đốc.

Điều 3. Trách nhiệm của Trưởng phòng
1. Trưởng phòng gửi báo cáo tháng.
"""


@pytest.mark.parametrize(
    ("question", "quoted"),
    [
        ("Điều 2 Quyết định 215/QĐ-SNV", ["Quyết định này có hiệu lực kể từ ngày ký."]),
        (
            "Quy chế làm việc của Sở Nội vụ tỉnh An Lạc Điều 2 khoản 2",
            ["2. Giám đốc phân công Phó Giám đốc."],
        ),
        (
            "Khoản 1 Điều 1 Quy chế làm việc của Sở Nội vụ quy định gì?",
            ["1. Quy chế này quy định lề lối làm việc."],
        ),
        (
            "Điều 2 khoản 1 và Điều 3 khoản 1 Quy chế làm việc của Sở Nội vụ",
            ["1. Giám đốc chịu trách nhiệm về hoạt động của Sở.",
             "1. Trưởng phòng gửi báo cáo tháng."],
        ),
        (
            "Chương II Quy chế làm việc của Sở Nội vụ có gì?",
            ["Điều 2. Trách nhiệm của Giám đốc", "Điều 3. Trách nhiệm của Trưởng phòng"],
        ),
    ],
)  # fmt: skip
def test_a_regulation_behind_a_decision_has_addresses_of_its_own(
    question: str, quoted: list[str]
) -> None:
    assert words(asked(question, quyet_dinh=RULES)) == quoted


def test_of_several_addresses_the_one_that_is_not_there_is_told() -> None:
    reply = asked("Điều 2 khoản 1 và Điều 9 Quy chế làm việc của Sở Nội vụ", quyet_dinh=RULES)
    assert isinstance(reply, Answer)
    assert reply.warnings[0] == "Văn bản được hỏi không có Điều 9."


@pytest.mark.parametrize(
    ("question", "said"),
    [
        (
            "Nghị định 24/2014/NĐ-CP Điều 1",
            "Kho văn bản không có Nghị định 24/2014/NĐ-CP; các đoạn dưới đây chỉ nhắc đến.",
        ),
        ("Luật 10/2022/QH15 Điều 1 khoản 1", "Kho văn bản không có Luật 10/2022/QH15."),
        ("Luật Đê điều Điều 1 khoản 1 quy định gì?", "Kho văn bản không có Luật Đê điều."),
        ("Điều 1 khoản 1 của luật đê điều nói gì?", "Kho văn bản không có luật đê điều."),
    ],
)
def test_an_address_in_a_document_that_is_not_there_is_not_looked_up_in_another(
    question: str, said: str
) -> None:
    reply = assistant_over(quyet_dinh=RULES).ask(Question(question))
    assert refusal(reply).missing == said


def asked(question: str, within: str = "", **others: str) -> Reply:
    """Ask over the law, and others, of which only one may be read."""
    documents = frozenset({document_slug(f"{within}.txt")} if within else ())
    return assistant_over(luat=LAW, **others).ask(Question(question, (), documents))


def test_a_copy_without_chapters_is_asked_by_its_articles() -> None:
    said = refusal(asked("Chương II nói gì?", within="luat")).missing
    assert said == "Bản trong kho không ghi tên các chương; xin hỏi theo điều, khoản, điểm."

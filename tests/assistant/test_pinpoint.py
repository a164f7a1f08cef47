"""A place that a question names by its address is quoted, it alone and whole."""

from __future__ import annotations

import pytest

from assistant.pinpoint import pin_in
from assistant.question import Question
from assistant.reply import Reply
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


def asked(question: str, within: str = "", **others: str) -> Reply:
    """Ask over the law, and others, of which only one may be read."""
    documents = frozenset({document_slug(f"{within}.txt")} if within else ())
    return assistant_over(luat=LAW, **others).ask(Question(question, (), documents))

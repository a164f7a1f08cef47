"""Questions that give a duty to somebody else, and texts that disagree on a date."""

from __future__ import annotations

import pytest

from assistant.question import Question
from assistant.reading.reading import Reader
from assistant.reading.scope import Names
from assistant.reply import Answer, ClaimStatus
from assistant.shelf import Shelf
from assistant.telling.differ import Dates
from corpus.parse import parse
from corpus.registry import Registry
from corpus.vocabulary import load_vocabulary
from tests.assistant.world import OFFICE, assistant_over

CITING = """
BÁO CÁO
Kết quả năm 2021

I. KẾT QUẢ

Cơ quan tiếp tục thực hiện Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 20/4/2007 về dân chủ.

II. NHIỆM VỤ

Quán triệt Pháp lệnh số 34/2007/PL-UBTVQH11 ngày 05/4/2007 đến toàn thể công chức.
"""


@pytest.mark.parametrize(
    "question",
    [
        "Thanh tra tổng hợp kết quả, báo cáo Giám đốc phải không?",
        "Thanh tra trang bị bảng tên cho bao nhiêu công chức?",
    ],
)
def test_a_duty_given_to_somebody_else_is_corrected_with_the_heading(question: str) -> None:
    reply = OFFICE.ask(Question(question))

    assert isinstance(reply, Answer)
    last = reply.parts[-1].claims[-1]
    assert last.status is ClaimStatus.CORRECTION
    assert last.text == "Văn bản giao việc này cho Văn phòng, không phải Thanh tra."
    assert ["Văn phòng" in citation.quote for citation in last.citations] == [True]


def test_a_duty_of_who_is_asked_about_needs_no_correction() -> None:
    reply = OFFICE.ask(Question("Văn phòng tổng hợp kết quả, báo cáo Giám đốc khi nào?"))

    assert isinstance(reply, Answer)
    claims = [claim for part in reply.parts for claim in part.claims]
    assert all(claim.status is not ClaimStatus.CORRECTION for claim in claims)


def test_two_dates_of_one_document_stand_side_by_side() -> None:
    question = "Pháp lệnh số 34/2007/PL-UBTVQH11 là của ngày nào?"
    shelf = Shelf([parse("bao_cao.txt", CITING)])
    vocabulary = load_vocabulary()
    names = Names(shelf, vocabulary, Registry.load())
    reading = Reader(shelf.frequency, names, vocabulary).read(question)
    chosen = assistant_over(bao_cao=CITING).considered(Question(question))[:1]

    found = Dates(shelf).differing(reading, chosen)

    assert found is not None
    quoted = [shelf.text(c.candidate.sentence) for c in found.chosen if c.candidate.sentence]
    assert ["20/4/2007" in quoted[0], "05/4/2007" in quoted[1]] == [True, True]
    assert found.warning.endswith("khác nhau: 20/4/2007 và 05/4/2007.")

"""Which documents speak of something is told with one sentence of each that does."""

from __future__ import annotations

import pytest

from assistant.question import Question
from assistant.reply import Answer, Refusal
from tests.assistant.world import assistant_over

PLAN = (
    "Số: 7/KH-SNV\n\nKẾ HOẠCH\nTiếp công dân\n\nThực hiện Kết luận số 114-KL/TW về dân vận.\n\n"
    "- Văn phòng công khai số điện thoại đường dây nóng.\n"
)
REPORT = (
    "Số: 8/BC-SNV\n\nBÁO CÁO\nKết quả tiếp dân\n\nĐã quán triệt Kết luận số 114-KL/TW.\n\n"
    "Năm qua quán triệt Kết luận số 120-KL/TW, đường dây phục vụ nóng hơn trước.\n"
)
RULES = "QUY CHẾ\n\nCông chức đeo thẻ. Kết luận số 1114-KL/TW là văn bản khác.\n"
ASSISTANT = assistant_over(ke_hoach=PLAN, bao_cao=REPORT, quy_che=RULES)


def documents(question: str) -> list[str]:
    reply = ASSISTANT.ask(Question(question))
    assert isinstance(reply, Answer)
    assert all(len(part.claims) == 1 for part in reply.parts)
    return sorted(part.document.source for part in reply.parts)


@pytest.mark.parametrize(
    "question",
    [
        "Những văn bản nào nhắc tới Kết luận 114-KL/TW?",
        "Kết luận số 114-KL/TW được viện dẫn ở những tài liệu nào?",
    ],
)
def test_a_number_is_spoken_of_by_each_document_that_has_it(question: str) -> None:
    assert documents(question) == ["bao_cao.txt", "ke_hoach.txt"]


def test_the_very_words_are_taken_before_their_parts() -> None:
    assert documents("Đường dây nóng được nói tới trong văn bản nào?") == ["ke_hoach.txt"]


def test_only_documents_of_the_kind_that_is_asked_for_are_told() -> None:
    assert documents("Báo cáo nào nhắc đến Kết luận 114-KL/TW?") == ["bao_cao.txt"]


def test_what_no_document_speaks_of_is_refused() -> None:
    reply = ASSISTANT.ask(Question("Văn bản nào nói về lương tối thiểu vùng?"))
    assert isinstance(reply, Refusal)

"""What was selected, as it is quoted."""

from __future__ import annotations

from assistant.assistant import Assistant
from assistant.evidence.candidate import Candidate
from assistant.evidence.support import PROVED
from assistant.question import Question
from assistant.reply import Answer
from assistant.shelf import Sentence, Shelf
from assistant.telling.write import ExtractiveWriter
from corpus.parse import parse
from corpus.span import Span
from tests.assistant.world import assistant_over

TEXT = """
KẾ HOẠCH

1. Cơ quan công khai: quy chế chi tiêu; kết quả đánh giá; việc nâng lương.

2. Văn phòng gửi báo cáo; Thanh tra tiếp công dân.
"""
SHELF = Shelf([parse("ke_hoach.txt", TEXT)])


def quoting(words: str) -> Candidate:
    """Return a candidate that quotes these words of the text."""
    (document,) = SHELF.documents.values()
    start = document.text.index(words)
    span = Span(start, start + len(words))
    passage = next(p for p in SHELF.passages.values() if p.span.contains(span))
    return Candidate(head=passage, sentence=Sentence(passage, (span,), ()), support=PROVED)


def said(*candidates: Candidate) -> list[str]:
    parts = ExtractiveWriter(SHELF).write(candidates)
    return [claim.text for part in parts for claim in part.claims]


def test_what_stands_in_another_quotation_is_not_quoted_twice() -> None:
    whole = quoting("Văn phòng gửi báo cáo; Thanh tra tiếp công dân.")

    assert said(quoting("Văn phòng gửi báo cáo;"), whole) == said(whole)
    assert said(whole, quoting("Thanh tra tiếp công dân.")) == said(whole)


def test_stretches_beside_each_other_are_both_quoted() -> None:
    both = quoting("Văn phòng gửi báo cáo;"), quoting("Thanh tra tiếp công dân.")

    assert said(*both) == ["Văn phòng gửi báo cáo;", "Thanh tra tiếp công dân."]


ACTORS = """
KẾ HOẠCH
Tiếp công dân

I. TỔ CHỨC THỰC HIỆN

1. Các phòng thuộc khối hành chính, đơn vị sự nghiệp trực thuộc Sở

- Cung cấp hồ sơ chấm điểm thi đua của năm.

2. Công tác kiểm tra, giám sát việc thực hiện kế hoạch này

- Đoàn kiểm tra báo cáo kết quả trước ngày 30 tháng 11.

GIÁM ĐỐC
"""


def test_who_has_to_do_it_is_named_by_the_heading_however_long_it_is() -> None:
    office = assistant_over(ke_hoach=ACTORS)
    actors = "“Các phòng thuộc khối hành chính, đơn vị sự nghiệp trực thuộc Sở”"

    assert actors in lead(office, "Hồ sơ chấm điểm thi đua của năm do bộ phận nào cung cấp?")
    assert actors not in lead(office, "Cung cấp hồ sơ chấm điểm thi đua của năm ra sao?")
    assert "Công tác" not in lead(office, "Ai báo cáo kết quả kiểm tra trước ngày 30 tháng 11?")


def lead(office: Assistant, question: str) -> str:
    reply = office.ask(Question(question))
    assert isinstance(reply, Answer), reply
    return reply.parts[0].lead

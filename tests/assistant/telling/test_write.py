"""What was selected, as it is quoted."""

from __future__ import annotations

from assistant.evidence.candidate import Candidate
from assistant.evidence.support import PROVED
from assistant.shelf import Sentence, Shelf
from assistant.telling.write import ExtractiveWriter
from corpus.parse import parse
from corpus.span import Span

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

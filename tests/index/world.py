"""A small library made by hand for the tests of the index."""

from __future__ import annotations

from corpus.document import Document, Fact, Particulars
from corpus.passage import Passage, PassageKind, passage_id
from corpus.span import Span

PLAN = """Kế hoạch dân chủ
II. CÔNG KHAI
Công khai cho công chức biết:
- Nâng bậc lương, nâng ngạch;
- Kết luận thanh tra.
III. BÁO CÁO
Báo cáo gửi về Sở Nội vụ trước ngày 27/10/2023.
Tác giả: Văn phòng"""

NEWS = """Tin huyện
Huyện có 24 xã, thị trấn theo Quyết định số 23-QĐ/TW của Bộ Chính trị.
Bạn đánh giá: 0/5"""


def document(identifier: str, text: str) -> Document:
    """Return a document titled by its first line."""
    first = text.split("\n", 1)[0]
    title = Fact(first, Span(0, len(first)))
    return Document(
        id=identifier, source=f"{identifier}.txt", text=text, particulars=Particulars(title=title)
    )


def passage(
    of: Document,
    words: str,
    kind: PassageKind = PassageKind.PARAGRAPH,
    *,
    headings: tuple[str, ...] = (),
    parent: Passage | None = None,
) -> Passage:
    """Return the passage of `of` that holds `words`, addressed by its first word."""
    span = Span(start := of.text.index(words), start + len(words))
    return Passage(
        id=passage_id(of.id, span, words),
        document_id=of.id,
        span=span,
        kind=kind,
        path=(words.split(maxsplit=1)[0],),
        headings=headings,
        text=words,
        parent=parent.id if parent else None,
    )


def shelf() -> tuple[tuple[Document, tuple[Passage, ...]], ...]:
    """Return the two documents with their passages: 6 that are indexed, 1 frame, 1 furniture."""
    plan, news = document("ke-hoach", PLAN), document("tin", NEWS)
    heading = PassageKind.HEADING
    public = passage(plan, "II. CÔNG KHAI", heading)
    lead = passage(
        plan, "Công khai cho công chức biết:", headings=("II. CÔNG KHAI",), parent=public
    )
    items = [
        passage(plan, words, PassageKind.ITEM, headings=("II. CÔNG KHAI",), parent=lead)
        for words in ("- Nâng bậc lương, nâng ngạch;", "- Kết luận thanh tra.")
    ]
    report = passage(
        plan, "Báo cáo gửi về Sở Nội vụ trước ngày 27/10/2023.", headings=("III. BÁO CÁO",)
    )
    frame = passage(plan, "Tác giả: Văn phòng", PassageKind.FRAME)
    fact = passage(news, "Huyện có 24 xã, thị trấn theo Quyết định số 23-QĐ/TW của Bộ Chính trị.")
    furniture = passage(news, "Bạn đánh giá: 0/5", PassageKind.FURNITURE)
    return (plan, (public, lead, *items, report, frame)), (news, (fact, furniture))

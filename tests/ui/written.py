"""A document of a few lines, its passages and replies about it, all counted by hand."""

from __future__ import annotations

from assistant.reply import Answer, Citation, Claim, Part, Refusal, RefusalReason
from corpus.document import Document, Fact, IssueDate, Particulars
from corpus.passage import Passage, PassageKind, passage_id
from corpus.span import Span

TEXT = (
    "Số: /KH-ABC\n\n"
    "I. QUYỀN\n\n"
    "Viên chức được biết:\n\n"
    "- **Nội quy** cơ\nquan;\n\n"
    "- Quy chế <chi tiêu>.\n\n"
    "Bạn đánh giá: 0 / 5\n"
)
KINDS = (
    ("Số: /KH-ABC", PassageKind.FRAME, ()),
    ("I. QUYỀN", PassageKind.HEADING, ()),
    ("Viên chức được biết:", PassageKind.PARAGRAPH, ("I. QUYỀN",)),
    ("- **Nội quy** cơ\nquan;", PassageKind.ITEM, ("I. QUYỀN",)),
    ("- Quy chế <chi tiêu>.", PassageKind.ITEM, ("I. QUYỀN",)),
    ("Bạn đánh giá: 0 / 5", PassageKind.FURNITURE, ()),
)


def span_of(words: str, text: str = TEXT) -> Span:
    """Return where words stand in a text, the first time."""
    start = text.index(words)
    return Span(start, start + len(words))


PLAN = Document(
    id="ke-hoach",
    source="ke hoach.txt",
    text=TEXT,
    particulars=Particulars(
        kind=Fact("Kế hoạch", span_of("KH")),
        title=Fact("Thực hiện dân chủ", span_of("QUYỀN")),
        issuer=Fact("Sở ABC", span_of("ABC")),
        issued_on=IssueDate(year=2024, month=3, span=span_of("0 / 5")),
    ),
)


def passage(words: str, kind: PassageKind, headings: tuple[str, ...]) -> Passage:
    """Return a passage of the plan."""
    span = span_of(words)
    return Passage(
        id=passage_id(PLAN.id, span, words),
        document_id=PLAN.id,
        span=span,
        kind=kind,
        path=headings,
        headings=headings,
        text=words,
    )


PASSAGES = tuple(passage(*row) for row in KINDS)


def citation(n: int, words: str, document: Document = PLAN) -> Citation:
    """Return a citation of the plan's words."""
    return Citation(
        n=n,
        document_id=document.id,
        span=span_of(words, document.text),
        quote=words,
        address=f"mục {n}",
    )


LEAD = Claim(text="Viên chức được biết:", citations=(citation(1, "Viên chức được biết:"),))
RULES = Claim(
    text="**Nội quy** cơ\nquan;",
    citations=(citation(2, "**Nội quy** cơ\nquan"), citation(3, "quan;")),
    bullet=True,
)
SPENDING = Claim(
    text="Quy chế <chi tiêu>.", citations=(citation(4, "Quy chế <chi tiêu>."),), bullet=True
)
ANSWER = Answer(
    parts=(Part(document=PLAN, lead="Theo Kế hoạch:", claims=(LEAD, RULES, SPENDING)),),
    warnings=("Cần kiểm tra hiệu lực.",),
    confidence=0.91234,
)
REFUSAL = Refusal(
    reason=RefusalReason.SILENT,
    missing="Không nói về lương.",
    nearest=(citation(1, "- Quy chế <chi tiêu>."),),
)

"""A small world for the tests: two documents, and items and outcomes made by short calls."""

from __future__ import annotations

from typing import Any

from corpus.document import Document
from evals.gold import GoldItem, GoldSet, Kind, split_of
from evals.outcome import Cited, Outcome
from evals.quote import Quote
from evals.sources import Sources

PLAN = Document(
    id="plan", source="plan.txt", text="Văn phòng Sở:\n- lập kế hoạch;\n- **báo cáo** năm.\n"
)
NEWS = Document(id="news", source="news.txt", text="Sở nhận 514 hồ sơ, xử lý 509 hồ sơ.")
DOCUMENTS = (PLAN, NEWS)
SOURCES = Sources(DOCUMENTS)


def item(question: str = "Văn phòng làm gì?", **fields: Any) -> GoldItem:  # noqa: ANN401 - any field of an item
    """Return an answerable item with evidence in both documents, with fields changed."""
    made: dict[str, Any] = {
        "id": "g1",
        "question": question,
        "kind": Kind.LIST,
        "answerable": True,
        "split": split_of(question),
        "reference": "Lập kế hoạch; báo cáo năm.",
        "key_points": (("lập kế hoạch",), ("báo cáo năm", "báo cáo hằng năm")),
        "evidence": (
            (Quote("plan.txt", "lập kế hoạch"),),
            (Quote("plan.txt", "báo cáo năm"), Quote("news.txt", "báo cáo")),
        ),
        "line": 1,
    }
    return GoldItem(**{**made, **fields})


def silent(question: str = "Bao nhiêu biên chế?", **fields: Any) -> GoldItem:  # noqa: ANN401 - any field of an item
    """Return an unanswerable item."""
    bare: dict[str, Any] = {"key_points": (), "evidence": (), "reference": "", "id": "g2"}
    kind = {"kind": Kind.UNANSWERABLE, "answerable": False}
    return item(question, **{**bare, **kind, **fields})


def gold(*items: GoldItem) -> GoldSet:
    """Return a gold set of the items."""
    return GoldSet(name="small.jsonl", digest="0", items=items)


def cited(n: int, document: Document, words: str) -> Cited:
    """Return a citation of the first place where `words` stand in a document."""
    start = document.text.index(words)
    return Cited(
        n=n,
        document=document.id,
        source=document.source,
        start=start,
        end=start + len(words),
        quote=words,
    )


def answered(answer: str, *citations: Cited, **fields: Any) -> Outcome:  # noqa: ANN401 - any field of an outcome
    """Return a direct answer."""
    return Outcome(**{"id": "g1", "abstained": False, **fields}, answer=answer, citations=citations)


REFUSED = Outcome(id="g1", answer="Kho văn bản không nói về điều này.", abstained=True)

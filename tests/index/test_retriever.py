"""The library as a LangChain retriever."""

from __future__ import annotations

from dataclasses import dataclass, field

from corpus.passage import Passage
from index.entry import entries
from index.hit import Hit, ScoreParts
from index.retriever import LibraryRetriever
from tests.index.world import shelf

SOURCES = {"ke-hoach": "ke-hoach.txt", "tin": "tin.txt"}


@dataclass
class Scripted:
    """A searcher that finds one passage and remembers what it was asked."""

    passage: Passage
    asked: list[tuple[str, int, frozenset[str] | None]] = field(default_factory=list)

    def search(
        self, query: str, k: int = 10, *, documents: frozenset[str] | None = None
    ) -> tuple[Hit, ...]:
        self.asked.append((query, k, documents))
        return (Hit(passage=self.passage, score=0.75, parts=ScoreParts(dense=0.9)),)


def test_a_hit_becomes_a_document_with_its_address() -> None:
    fact = entries(shelf())[5].passage
    (result,) = LibraryRetriever(searcher=Scripted(fact), sources=SOURCES).invoke("bao nhiêu xã?")
    assert result.id == fact.id
    assert result.page_content == fact.text
    assert result.metadata == {
        "document_id": "tin",
        "source": "tin.txt",
        "path": ["Huyện"],
        "start": fact.span.start,
        "end": fact.span.end,
        "score": 0.75,
    }


def test_how_many_and_which_documents_are_passed_on() -> None:
    scripted = Scripted(entries(shelf())[5].passage)
    only = frozenset({"tin"})
    LibraryRetriever(searcher=scripted, sources=SOURCES, k=3, documents=only).invoke("xã")
    assert scripted.asked == [("xã", 3, only)]

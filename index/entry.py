"""An entry: what is indexed for a passage, beside its own words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from corpus.document import Document, Fact
from corpus.passage import Passage, PassageKind

# FRAME is left out: the title in a letterhead would be the nearest text to every question that
# names its document, and what a frame states is answered from the particulars.
LEFT_OUT = frozenset({PassageKind.FURNITURE, PassageKind.FRAME})
LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
LONGEST_NAME = 14  # syllables
NAMING = ("kind", "number", "issuer", "place", "issued_on")


class Chunking(StrEnum):
    """What of a document becomes an entry; the first is what ships."""

    STRUCTURE = "structure"  # every passage, headings included, an item with its lead-in
    LEAVES = "leaves"  # headings are searched only as context of what stands under them
    UNLED = "unled"  # an item stands for itself, without the sentence that introduces it


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A passage with the words it is found by though they stand elsewhere.

    `title` says all by which its document can be named, a line for each; `law` is the name of a
    law as it is spoken; `lead` is the sentence that introduces it (not a heading, which
    `passage.headings` has); `continued` is the rest of a sentence that a footnote cut in two.
    """

    passage: Passage
    title: str
    law: str = ""
    lead: str = ""
    continued: str = ""

    @property
    def body(self) -> str:
        """The words of the passage, its sentence whole."""
        return f"{self.passage.text} {self.continued}".rstrip()

    @property
    def context(self) -> str:
        """The words it stands under: headings, outermost first, and its lead-in."""
        above = [h for h in self.passage.headings if h != self.passage.text]
        return "\n".join([*above, self.lead] if self.lead else above)

    @property
    def embedded(self) -> str:
        """The text that is embedded: the law, the innermost heading, the lead-in, the passage."""
        above = self.context.splitlines()[-2 if self.lead else -1 :]
        text = "\n".join([*above, self.body])
        return f"{self.law}. {text}" if self.law else text


def entries(
    shelf: Iterable[tuple[Document, Sequence[Passage]]], chunking: Chunking = Chunking.STRUCTURE
) -> tuple[Entry, ...]:
    """Return the entries of the documents, in their order.

    A document comes with all its passages, in any order.
    """
    every = (e for document, passages in shelf for e in _of_document(document, passages))
    if chunking is Chunking.LEAVES:
        return tuple(e for e in every if e.passage.kind is not PassageKind.HEADING)
    if chunking is Chunking.UNLED:
        return tuple(replace(e, lead="") for e in every)
    return tuple(every)


def _of_document(document: Document, passages: Sequence[Passage]) -> Iterable[Entry]:
    title, law = naming(document), spoken(document)
    by_id = {passage.id: passage for passage in passages}
    later = {p.continues: p for p in passages if p.continues is not None}
    for passage in passages:
        if passage.kind in LEFT_OUT:
            continue
        parent = by_id.get(passage.parent or "")
        other = later.get(passage.id) or by_id.get(passage.continues or "")
        yield Entry(
            passage=passage,
            title=title,
            law=law,
            lead=parent.text if parent and parent.kind is not PassageKind.HEADING else "",
            continued=other.text if other else "",
        )


def naming(document: Document) -> str:
    """Return what a document can be named by: its title, kind, number, issuer, place and date.

    People ask "what does the plan of Sở Công Thương, Tây Ninh say", and the title says neither.
    """
    facts = document.facts()
    named = (facts[name] for name in NAMING if name in facts)
    values = [fact.value if isinstance(fact, Fact) else str(fact) for fact in named]
    return "\n".join([document.title, *values])


def spoken(document: Document) -> str:
    """Return the name of a law as people say it, "Luật du lịch"; "" for any other document.

    Two articles on the same matter in two laws are told apart by it. The titles of plans and
    reports are sentences, which would drown what they stand above.
    """
    kind = document.particulars.kind
    title = document.particulars.title
    if kind is None or title is None or kind.value not in LAWS:
        return ""
    words = title.value.split()
    return " ".join([kind.value, *words]).capitalize() if len(words) <= LONGEST_NAME else ""

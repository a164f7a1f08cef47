"""An entry: what is indexed for a passage, beside its own words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

from corpus.document import Document, Fact
from corpus.passage import Passage, PassageKind

# FRAME is left out: the title in a letterhead would be the nearest text to every question that
# names its document, and what a frame states is answered from the particulars.
LEFT_OUT = frozenset({PassageKind.FURNITURE, PassageKind.FRAME})
LAWS = frozenset({"Luật", "Bộ luật", "Pháp lệnh"})
LONGEST_NAME = 14  # syllables
LONGEST_GIST = 18  # syllables
_BARE = re.compile(r"\W*Điều\s+\d+\w?\W*")
_NUMBER = re.compile(r"^\W*(?:\d+|[a-zđ])[.)]\s+")
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
    `passage.headings` has); `gist` stands for the heading that its article has not: it is made, and
    for the search alone; `continued` is the rest of a sentence that a footnote cut in two.
    """

    passage: Passage
    title: str
    law: str = ""
    gist: str = ""
    lead: str = ""
    continued: str = ""

    @property
    def body(self) -> str:
        """The words of the passage, its sentence whole."""
        return f"{self.passage.text} {self.continued}".rstrip()

    @property
    def context(self) -> str:
        """The words it stands under: headings, outermost first, the gist, and its lead-in."""
        above = [h for h in self.passage.headings if h != self.passage.text]
        return "\n".join([*above, *filter(None, (self.gist, self.lead))])

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
    gists = dict(_gists(passages))
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
            gist=_gist_above(passage, by_id, gists),
            lead=parent.text if parent and parent.kind is not PassageKind.HEADING else "",
            continued=other.text if other else "",
        )


def _gists(passages: Sequence[Passage]) -> Iterable[tuple[str, str]]:
    """Yield the id of each heading that is a mere number, with what its article begins with.

    Older laws have such: the clauses of "Điều 5." say what they are about in the first one alone.
    """
    ordered = sorted((p for p in passages if p.kind not in LEFT_OUT), key=lambda p: p.span.start)
    for passage, following in pairwise(ordered):
        bare = passage.kind is PassageKind.HEADING and _BARE.fullmatch(passage.text)
        if bare and following.kind is not PassageKind.HEADING:
            yield passage.id, gist(following.text)


def gist(text: str) -> str:
    """Return the first words of an article, without its number, up to where a clause ends.

    >>> gist("1. Nhà nước bảo đảm quyền làm chủ của Nhân dân; tôn trọng quyền con người.")
    'Nhà nước bảo đảm quyền làm chủ của Nhân dân'
    """
    words = re.split(r"[;:.]\s", _NUMBER.sub("", text) + " ", maxsplit=1)[0].split()
    return " ".join(words[:LONGEST_GIST])


def _gist_above(passage: Passage, by_id: Mapping[str, Passage], gists: Mapping[str, str]) -> str:
    """Return the gist of the article of a passage, "" where that has a heading of its own."""
    at = by_id.get(passage.parent or "")
    while at and at.kind is not PassageKind.HEADING:
        at = by_id.get(at.parent or "")
    found = gists.get(at.id, "") if at else ""
    return "" if found in passage.text else found


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

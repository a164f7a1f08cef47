"""A document as HTML to read: particulars, outline, text with the cited words marked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corpus.document import Document
from corpus.passage import Passage, PassageKind
from corpus.span import Span
from ui import messages
from ui.markup import Html, joined, tag, text
from ui.plain import EMPHASIS, folded, shown

NUMBER_PLACE = re.compile(r"(?m)^\W*Số\s*:")
HEAD = 1_500  # characters in which the number of a document stands
BULLET = re.compile(r"[-–+•]\s")


@dataclass(frozen=True, slots=True)
class Mark:
    """The words of citation `n`, to be marked in a document."""

    n: int
    span: Span


def particulars_html(document: Document) -> Html:
    """Return what is known of a document; what the source leaves blank is said to be blank."""
    facts = document.facts()
    known = ((label, particular(name, document), name in facts) for name, label in _labels())
    annexes = "; ".join(folded(fact.value) for fact in document.particulars.annexes)
    file = (
        (messages.ANNEXES, annexes, True),
        (messages.FILE, document.source, True),
        (messages.ORIGIN, document.origin, True),
    )
    rows = (_row(label, value, stated) for label, value, stated in (*known, *file) if value)
    return tag("dl", *rows, class_="particulars")


def summary(document: Document) -> str:
    """Return the particulars on one line, as the head of an opened source shows them."""
    facts = document.facts()
    named = {"number": f"{messages.NUMBER}: ", "signer": f"{messages.SIGNED_BY}: "}
    stated = (name for name, _ in _labels() if name in facts or name in ("number", "signer"))
    return " · ".join(named.get(name, "") + particular(name, document) for name in stated)


def particular(name: str, document: Document) -> str:
    """Return one particular in words, or how its absence is said."""
    fact = document.facts().get(name)
    if fact is None:
        return missing(name, document)
    return folded(getattr(fact, "value", None) or str(fact))


def missing(name: str, document: Document) -> str:
    """Say that a particular is absent: a number whose place stands empty was left blank."""
    blank = name == "number" and NUMBER_PLACE.search(document.text[:HEAD])
    return messages.BLANK if blank else messages.NOT_STATED


def _labels() -> Iterable[tuple[str, str]]:
    return messages.PARTICULARS.items()


def _row(label: str, value: str, stated: bool) -> Html:  # noqa: FBT001 - the two faces of a row
    return tag("div", tag("dt", label), tag("dd", value, class_=None if stated else "blank"))


def outline_html(passages: Iterable[Passage]) -> Html:
    """Return the headings as a tree of links to their places; "" for a text without headings."""
    headings = [p for p in passages if p.kind is PassageKind.HEADING]
    return _branch(headings, 0)


def _branch(headings: list[Passage], depth: int) -> Html:
    if not headings:
        return Html("")
    starts = [i for i, p in enumerate(headings) if len(p.headings) <= depth] or [0]
    starts = starts if starts[0] == 0 else [0, *starts]
    ends = [*starts[1:], len(headings)]
    return tag(
        "ol",
        *(_twig(headings[a:b], depth) for a, b in zip(starts, ends, strict=True)),
    )


def _twig(headings: list[Passage], depth: int) -> Html:
    first, *rest = headings
    link = tag("a", shown(first.text), href=f"#p-{first.id}")
    return tag("li", link, _branch(rest, depth + 1))


def source_html(
    document: Document,
    passages: Iterable[Passage],
    marks: Sequence[Mark] = (),
    current: int = 0,
) -> Html:
    """Return the text as paragraphs; the words of each mark stand in `<mark data-n>`.

    The mark numbered `current` is the one the reader chose. Where marks overlap, the chosen one is
    shown, else the lowest number.
    """
    page = _Page(document, tuple(marks), current)
    return tag("div", *(page.blocks(passages)), class_="document", lang="vi")


@dataclass(frozen=True, slots=True)
class _Page:
    document: Document
    marks: tuple[Mark, ...]
    current: int

    def blocks(self, passages: Iterable[Passage]) -> Iterable[Html]:
        """Yield a block for each passage and for each stretch that no passage covers."""
        at, page = 0, 0
        for passage in passages:
            yield self._loose(at, passage.span.start)
            now = self.document.reading.page(passage.span.start) or 0
            if now > page:
                yield tag("p", f"{messages.PAGE} {now}", class_="page-no")
            page = max(page, now)
            yield self._block(passage)
            at = max(at, passage.span.end)
        yield self._loose(at, len(self.document.text))

    def _loose(self, start: int, end: int) -> Html:
        if start >= end or not self.document.text[start:end].strip():
            return Html("")
        return tag("p", self._words(Span(start, end)), class_="paragraph")

    def _block(self, passage: Passage) -> Html:
        words = self._words(passage.span)
        if passage.kind is PassageKind.FURNITURE and not self._cited(passage.span):
            label = tag("summary", messages.WEB_FURNITURE)
            return tag("details", label, tag("p", words), class_="furniture")
        return tag("p", words, id=f"p-{passage.id}", class_=_look(passage))

    def _cited(self, span: Span) -> bool:
        return any(mark.span.overlaps(span) for mark in self.marks)

    def _words(self, span: Span) -> Html:
        inside = [m.span for m in self.marks if m.span.overlaps(span)]
        edges = {edge for s in inside for edge in (s.start, s.end) if span.start < edge < span.end}
        cuts = [span.start, *sorted(edges), span.end]
        return joined(self._piece(a, b) for a, b in pairwise(cuts))

    def _piece(self, start: int, end: int) -> Html:
        words = text(" ".join(re.split(r"\s+", EMPHASIS.sub("", self.document.text[start:end]))))
        marks = {m.n: m.span for m in self.marks if m.span.start <= start and end <= m.span.end}
        if not marks or not words.strip():
            return words
        n = self.current if self.current in marks else min(marks)
        first = marks[n].start == start
        look = " ".join(filter(None, ("current" * (n == self.current), "first" * first)))
        return tag(
            "mark",
            words,
            id="trich" if first and n == self.current else None,
            data_n=n,
            class_=look or None,
            title=f"{messages.CITED_HERE} {n}",
        )


def _look(passage: Passage) -> str:
    """Return the classes of a block: its kind and, for a heading or an item, its depth."""
    depth = min(len(passage.headings), 3)
    if passage.kind is PassageKind.ITEM and not BULLET.match(passage.text):
        return f"item numbered depth-{depth}"
    return f"{passage.kind.value} depth-{depth}"

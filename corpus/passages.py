"""The passages of a text: blocks with their place in the outline."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.blocks import blocks
from corpus.document import Document
from corpus.outline import NO_MARKS, Marks, Outline
from corpus.passage import Passage, PassageKind


def passages(
    document_id: str, text: str, marks: Marks = NO_MARKS, pages: Sequence[int] = ()
) -> tuple[Passage, ...]:
    """Return the passages that tile `text`, in order, as `corpus.passage` describes them.

    `marks` says of lines, by their words on one line, whether a person calls them headings;
    `pages` are the offsets at which pages begin, as in `corpus.reading`.
    """
    return Outline(document_id, text, blocks(text, pages), marks).built()


def laid_out(document: Document, marks: Marks = NO_MARKS) -> tuple[Passage, ...]:
    """Return the passages of a document that was read before, with what a person marks in it."""
    return passages(document.id, document.text, marks, document.reading.pages)


def outline(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the headings in order; how deep one stands is `len(heading.path)`."""
    return tuple(p for p in passages if p.kind is PassageKind.HEADING)

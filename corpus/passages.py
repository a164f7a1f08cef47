"""The passages of a text: blocks with their place in the outline."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.blocks import blocks
from corpus.outline import NO_MARKS, Marks, Outline
from corpus.passage import Passage, PassageKind


def passages(document_id: str, text: str, marks: Marks = NO_MARKS) -> tuple[Passage, ...]:
    """Return the passages that tile `text`, in order, as `corpus.passage` describes them.

    `marks` says of lines, by their words on one line, whether a person calls them headings.
    """
    return Outline(document_id, text, blocks(text), marks).built()


def outline(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the headings in order; how deep one stands is `len(heading.path)`."""
    return tuple(p for p in passages if p.kind is PassageKind.HEADING)

"""The passages of a text: blocks with their place in the outline."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.blocks import blocks
from corpus.outline import Outline
from corpus.passage import Passage, PassageKind


def passages(document_id: str, text: str) -> tuple[Passage, ...]:
    """Return the passages that tile `text`, in order, as `corpus.passage` describes them."""
    return Outline(document_id, text, blocks(text)).built()


def outline(passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Return the headings in order; how deep one stands is `len(heading.path)`."""
    return tuple(p for p in passages if p.kind is PassageKind.HEADING)

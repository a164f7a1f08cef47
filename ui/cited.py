"""The places of a document that an address names: `?c=2.120.240&at=2`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated
from urllib.parse import urlencode

from fastapi import HTTPException, Query

from corpus.document import Document
from corpus.span import Span
from ui import messages
from ui.reading import Mark

MOST_MARKS = 200
Places = Annotated[Sequence[str], Query(alias="c", max_length=MOST_MARKS)]


def marks(document: Document, places: Sequence[str]) -> tuple[Mark, ...]:
    """Return the marks that `n.start.end` places name; 400 when one is not inside the text."""
    try:
        found = tuple(_mark(place) for place in places)
    except ValueError as error:
        raise HTTPException(400, messages.BAD_CITATION) from error
    if any(mark.span.end > len(document.text) for mark in found):
        raise HTTPException(400, messages.BAD_CITATION)
    return found


def address(document: Document, chosen: Sequence[Mark], at: int) -> str:
    """Return the address of the page that shows the whole text with its marks, at one of them."""
    if not chosen:
        return f"/van-ban/{document.id}"
    places = [("c", f"{m.n}.{m.span.start}.{m.span.end}") for m in chosen]
    return f"/van-ban/{document.id}?{urlencode([*places, ('at', at)])}#trich"


def _mark(place: str) -> Mark:
    n, start, end = (int(part) for part in place.split("."))
    return Mark(n, Span(start, end))

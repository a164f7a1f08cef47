"""The places of a document that an address names: `?c=2.120.240.1f0c2a9e&at=2`.

The last part is made of the cited words, so that an address made for one version of a document is
never shown in another. It may be missing; then the place is taken as it is.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
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


def fingerprint(words: str) -> str:
    """Return eight hex digits that stand for some words.

    >>> fingerprint("Dân biết") == fingerprint("Dân biết"), fingerprint("Dân bàn") == ""
    (True, False)
    """
    return hashlib.sha256(words.encode()).hexdigest()[:8]


def edition(
    document: Document, versions: Iterable[Document], places: Sequence[str]
) -> Document | None:
    """Return the first of a document and its older versions that has the cited words in place.

    None when none has them: the source changed in a way that was not kept.
    """
    return next((one for one in (document, *versions) if _holds(one, places)), None)


def _holds(document: Document, places: Sequence[str]) -> bool:
    for place in places:
        _, start, end, *words = (place + "...").split(".")[:4]
        inside = start.isdigit() and end.isdigit()
        if words[0] and inside and fingerprint(document.text[int(start) : int(end)]) != words[0]:
            return False
    return True


def address(document: Document, chosen: Sequence[Mark], at: int) -> str:
    """Return the address of the page that shows the whole text with its marks, at one of them."""
    if not chosen:
        return f"/van-ban/{document.id}"
    places = [("c", _place(document, mark)) for mark in chosen]
    return f"/van-ban/{document.id}?{urlencode([*places, ('at', at)])}#trich"


def _place(document: Document, mark: Mark) -> str:
    words = fingerprint(mark.span.of(document.text))
    return f"{mark.n}.{mark.span.start}.{mark.span.end}.{words}"


def _mark(place: str) -> Mark:
    n, start, end = (int(part) for part in place.split(".")[:3])
    return Mark(n, Span(start, end))

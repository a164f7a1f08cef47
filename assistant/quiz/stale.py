"""Whether the words that an item rests on still stand in the library."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from assistant.quiz.item import Item, Source
from assistant.quiz.wording import share
from corpus.document import Document
from corpus.sentences import clauses
from corpus.syllables import syllables

ALIKE = 0.3  # the share of the old words from which other words may be the new ones


class Texts(Protocol):
    """Where documents are: a library, or the running program."""

    def documents(self) -> tuple[Document, ...]:
        """Return all documents."""
        ...


class Change(StrEnum):
    """What became of the words of a source."""

    GONE = "gone"  # its document is not in the library
    CHANGED = "changed"  # the document does not say them any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Stale:
    """A source whose words are not what they were; `new` is "" when nothing is like them."""

    change: Change
    document_id: str
    old: str
    new: str = ""


def stale(item: Item, library: Texts) -> tuple[Stale, ...]:
    """Return what an item rests on that changed or went; none when it is as it was.

    Words that only moved within their document are the same words.
    """
    texts = {document.id: document.text for document in library.documents()}
    found = (_checked(source, texts.get(source.document_id)) for source in item.sources)
    return tuple(dict.fromkeys(one for one in found if one))


def _checked(source: Source, text: str | None) -> Stale | None:
    if text is None:
        return Stale(change=Change.GONE, document_id=source.document_id, old=source.quote)
    if source.span.end <= len(text) and source.span.of(text) == source.quote:
        return None
    if source.quote in text:
        return None
    return Stale(
        change=Change.CHANGED,
        document_id=source.document_id,
        old=source.quote,
        new=_nearest(source.quote, text),
    )


def _nearest(quote: str, text: str) -> str:
    """Return the clause of a text that has most of the words of a quote."""
    asked = syllables(quote)
    lines = (line for line in text.split("\n") if line.strip())
    pieces = [span.of(line) for line in lines for span in clauses(line)]
    best = max(pieces, key=lambda piece: _likeness(asked, piece), default="")
    return best if best and _likeness(asked, best) >= ALIKE else ""


def _likeness(asked: tuple[str, ...], piece: str) -> float:
    words = syllables(piece)
    return min(share(asked, set(words)), share(words, set(asked)))

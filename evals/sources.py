"""Finding the words of a gold quote in the documents."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from corpus.document import Document
from corpus.span import Span
from evals.quote import Quote, Sealed, sealed


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a source."""

    source: str
    span: Span

    def meets(self, other: Place) -> bool:
        """Tell whether the two share at least half of the shorter one.

        >>> Place("a", Span(0, 10)).meets(Place("a", Span(5, 100)))
        True
        >>> Place("a", Span(0, 10)).meets(Place("a", Span(6, 100)))
        False
        """
        shared = min(self.span.end, other.span.end) - max(self.span.start, other.span.start)
        shorter = min(len(self.span), len(other.span))
        return self.source == other.source and 2 * shared >= shorter


@dataclass(frozen=True, slots=True)
class Squeezed:
    """A text with white space folded and `*` left out; `offsets[i]` is where character i stood."""

    text: str
    offsets: tuple[int, ...]

    def spans(self, words: str) -> Iterator[Span]:
        """Yield the span of every occurrence of `words`, as offsets into the full text."""
        wanted = squeeze(words).text.strip()
        start = self.text.find(wanted) if wanted else -1
        while start >= 0:
            last = start + len(wanted) - 1
            yield Span(self.offsets[start], self.offsets[last] + 1)
            start = self.text.find(wanted, start + 1)


def squeeze(text: str) -> Squeezed:
    """Fold the white space of a text and leave out its emphasis marks.

    >>> squeeze("I.  YÊU CẦU**1. Mục đích**").text
    'I. YÊU CẦU1. Mục đích'
    """
    kept: list[tuple[int, str]] = []
    for offset, char in enumerate(unicodedata.normalize("NFC", text)):
        if char.isspace():
            if kept and kept[-1][1] != " ":
                kept.append((offset, " "))
        elif char != "*":
            kept.append((offset, char))
    return Squeezed("".join(char for _, char in kept), tuple(offset for offset, _ in kept))


class Sources:
    """The documents of an evaluation, by the file name as it was added."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._texts = {document.source: document.text for document in documents}

    @cached_property
    def _squeezed(self) -> Mapping[str, Squeezed]:
        return {source: squeeze(text) for source, text in self._texts.items()}

    def __contains__(self, source: str) -> bool:
        return source in self._texts

    def without(self, names: Iterable[str]) -> tuple[str, ...]:
        """Return which of the names no document here bears, in their order."""
        return tuple(name for name in names if name not in self)

    def opened(self, quote: Quote | Sealed) -> Quote | None:
        """Return a quote in its words; None for a seal that its document does not match."""
        if isinstance(quote, Quote):
            return quote
        return quote.opened(self._texts.get(quote.source, ""))

    def places(self, quote: Quote | Sealed) -> tuple[Place, ...]:
        """Return every place where the words stand, in order; empty when there is none."""
        told, squeezed = self.opened(quote), self._squeezed.get(quote.source)
        found = squeezed.spans(told.quote) if told and squeezed else ()
        return tuple(Place(quote.source, span) for span in found)

    def sealed(self, quote: Quote) -> Sealed | None:
        """Seal a quote at the first place where its words stand; None when there is none."""
        first = next(iter(self.places(quote)), None)
        if first is None:
            return None
        return sealed(quote.source, self._texts[quote.source], first.span.start, first.span.end)

    def holds(self, source: str, start: int, end: int, words: str) -> bool:
        """Tell whether exactly `words` stand at `[start, end)` of a source."""
        text = self._texts.get(source, "")
        return 0 <= start < end <= len(text) and text[start:end] == words

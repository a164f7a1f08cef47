"""A span: a stretch of a document's text."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.errors import InvalidSpanError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets `[start, end)` into `Document.text`; never empty.

    >>> Span(3, 7).of("Quy chế dân chủ")
    ' chế'
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise InvalidSpanError(self.start, self.end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters of `text` under this span."""
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """Return the same stretch, `by` characters later."""
        return Span(self.start + by, self.end + by)


def trimmed(text: str, start: int, end: int) -> Span | None:
    """Return the span of `text[start:end]` without outer white space; None when it is blank."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    return Span(start + left, start + right) if right > left else None

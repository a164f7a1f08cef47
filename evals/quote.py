"""Quotes: the words of a source that a gold item rests on, told or sealed."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import ClassVar

from pydantic import ConfigDict

_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source, verbatim but for white space and `*` (the emphasis of Markdown)."""

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")

    source: str
    quote: str


@dataclass(frozen=True, slots=True)
class Sealed:
    """Words of a source that may not be published: where they stand and the sha256 of them.

    `[start, end)` are offsets into the text of the document; the digest is of exactly these
    characters in UTF-8, so that whoever has the document can tell the words and nobody else can.
    """

    __pydantic_config__: ClassVar = ConfigDict(extra="forbid")

    source: str
    start: int
    end: int
    sha256: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            reason = f"[{self.start}, {self.end}) is no stretch of a text"
            raise ValueError(reason)
        if not _SHA256.fullmatch(self.sha256):
            reason = f"{self.sha256!r} is no sha256"
            raise ValueError(reason)

    def opened(self, text: str) -> Quote | None:
        """Return the words out of the text of the document; None when others stand there.

        >>> sealed("a.txt", "Ai ký?", 3, 5).opened("Ai ký?")
        Quote(source='a.txt', quote='ký')
        >>> sealed("a.txt", "Ai ký?", 3, 5).opened("Ai nói?") is None
        True
        """
        words = text[self.start : self.end]
        return Quote(self.source, words) if _digest(words) == self.sha256 else None


def sealed(source: str, text: str, start: int, end: int) -> Sealed:
    """Seal the words at `[start, end)` of the text of a source."""
    return Sealed(source, start, end, _digest(text[start:end]))


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()

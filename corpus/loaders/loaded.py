"""What a loader found in a file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from corpus.reading import Mended, Reading

PAGE = "\x0c"  # stands between two pages of a text


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """The text of a file, and how it was read; see `corpus.reading.Reading`."""

    text: str
    format: str = "text"
    encoding: str = ""
    recognised: bool = False
    unread: int = 0
    mended: tuple[Mended, ...] = ()

    def reading(self, parsed: Reading) -> Reading:
        """Return how the text was read, together with what was seen when it was parsed."""
        return replace(
            parsed,
            format=self.format,
            encoding=self.encoding,
            recognised=self.recognised,
            unread=self.unread,
            mended=(*self.mended, *parsed.mended),
        )

"""How a file became a text: its format and encoding, its pages, what was mended on the way."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum


class Mending(StrEnum):
    """What was mended; only what is certain is mended, the rest is reported by `doctor`."""

    ENCODING = "encoding"  # letters of an older code (TCVN3, VNI, VIQR, Windows-1258)
    LOST = "lost"  # bytes that stand for no character; a sign stands where each was
    FONT = "font"  # stretches in an older font inside a document in Unicode
    COMPOSED = "composed"  # letters and marks in two characters, made one (NFC)
    BLANKS = "blanks"  # blanks that are not the ordinary one
    UNSEEN = "unseen"  # characters that nobody sees
    PARTED = "parted"  # a syllable that a stray blank had parted: "ĐIỀ U"
    GLUED = "glued"  # two syllables without their blank: "sungcác"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """How often one thing was mended, with the first words to which it happened."""

    what: Mending
    count: int
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """How a text was read out of its file.

    `encoding` is the name of what its bytes were decoded by, "" for a format that says it itself.
    `recognised`: its words were recognised from pictures. `unread` counts pages that are pictures
    of which nothing was read. `pages` are the offsets into `Document.text` at which its pages
    begin, the first 0; empty for a format without pages.
    """

    format: str = "text"
    encoding: str = ""
    recognised: bool = False
    unread: int = 0
    pages: tuple[int, ...] = ()
    mended: tuple[Mended, ...] = ()

    def page(self, offset: int) -> int | None:
        """Return the number of the page on which `offset` stands, None without pages.

        >>> Reading(pages=(0, 40, 90)).page(40)
        2
        """
        return bisect_right(self.pages, offset) or None

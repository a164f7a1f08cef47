"""Repair: what is certainly damage in a text, mended and counted.

The text that comes out is the one that is quoted from; the original file is kept byte for byte.
Nothing is corrected that its author may have meant: misspellings and odd tone marks stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.known import known_syllables
from corpus.loaders.legible import is_syllable
from corpus.normalise import BLANKS, UNSEEN, normalised
from corpus.reading import Mended, Mending

_WORD = re.compile(r"[^\W\d_]+")
_RUN = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")
_PIECES = 3  # the most parts that one syllable was found in
_AROUND = 20  # characters of an example
_SHORT = 2  # letters of the shortest syllable that is taken off another


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text in the one form of the project, and what was mended in it."""

    text: str
    mended: tuple[Mended, ...]


def repaired(raw: str) -> Repaired:
    """Return `raw` in the one form of the project (`corpus.normalise`), its damage mended.

    >>> repaired("ĐIỀ U KHO ẢN 1: bổ sungcác").text
    'ĐIỀU KHOẢN 1: bổ sung các'
    """
    text = normalised(raw)
    seen = [
        _counted(Mending.COMPOSED, _composed(raw)),
        _counted(Mending.BLANKS, sum(map(raw.count, map(chr, BLANKS)))),
        _counted(Mending.UNSEEN, sum(map(raw.count, map(chr, UNSEEN)))),
    ]
    for what, find in ((Mending.PARTED, _parted), (Mending.GLUED, _glued)):
        found = list(find(text))
        if found:
            start, end, words = found[0]
            before = text[start:end]
            seen.append(Mended(what=what, count=len(found), before=before, after=words))
            text = _replaced(text, found)
    return Repaired(text, tuple(one for one in seen if one.count))


def _counted(what: Mending, count: int) -> Mended:
    return Mended(what=what, count=count)


def _composed(raw: str) -> int:
    """Return how many characters NFC saves."""
    return len(raw) - len(unicodedata.normalize("NFC", raw))


_Found = tuple[int, int, str]


def _replaced(text: str, found: list[_Found]) -> str:
    parts, last = [], 0
    for start, end, words in found:
        parts += [text[last:start], words]
        last = end
    return "".join([*parts, text[last:]])


def _parted(text: str) -> Iterator[_Found]:
    """Yield what stray blanks have parted: pieces that are no words, and are one together."""
    known = known_syllables()
    for run in _RUN.finditer(text):
        pieces = [(run.start() + m.start(), m.group()) for m in _WORD.finditer(run.group())]
        at = 0
        while at < len(pieces):
            count = _joined_from([words for _, words in pieces[at : at + _PIECES]], known)
            if count > 1:
                (start, _), (last, words) = pieces[at], pieces[at + count - 1]
                whole = "".join(words for _, words in pieces[at : at + count])
                yield start, last + len(words), whole
            at += count


def _joined_from(pieces: list[str], known: frozenset[str]) -> int:
    """Return how many of the first pieces are one syllable, 1 when the first stands alone."""
    for count in range(len(pieces), 1, -1):
        some = pieces[:count]
        whole = "".join(some).lower()
        stray = [piece for piece in some if piece.lower() not in known]
        one_case = len({piece.isupper() for piece in some[1:]} | {some[-1].isupper()}) == 1
        if stray and one_case and whole in known and not whole.isascii():
            return count
    return 1


def _glued(text: str) -> Iterator[_Found]:
    """Yield words that are no syllable, but two known ones in one way only."""
    known = known_syllables()
    for found in _WORD.finditer(text):
        word = found.group()
        if word.isascii() or not word[1:].islower() or is_syllable(word.lower()):
            continue
        cuts = [
            at
            for at in range(_SHORT, len(word) - _SHORT + 1)
            if word[:at].lower() in known and word[at:].lower() in known
        ]
        if len(cuts) == 1:
            yield found.start(), found.end(), f"{word[: cuts[0]]} {word[cuts[0] :]}"

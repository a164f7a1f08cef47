"""Repair: what is certainly damage in a text, mended and counted.

The text that comes out is the one that is quoted from; the original file is kept byte for byte.
Nothing is corrected that its author may have meant: misspellings and odd tone marks stay.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from corpus.blanks import Joint, glued, parted
from corpus.known import known_syllables
from corpus.loaders.legible import is_syllable
from corpus.normalise import BLANKS, UNSEEN, normalised
from corpus.reading import Mended, Mending

_MARK = re.compile("[\u0300-\u036f]")
_BLANK = re.compile(f"[{''.join(map(chr, sorted(BLANKS)))}]")
_UNSEEN = re.compile(f"[{''.join(map(chr, sorted(UNSEEN)))}]")
_HIDDEN = re.compile(f"{_BLANK.pattern}|{_UNSEEN.pattern}")
_AROUND = 20  # characters of an example, on each side
_LETTER = "(?:[^\\W\\d_]|[\u0300-\u036f])"
_SOFT = re.compile(f"(?<!\\w)({_LETTER}{{1,9}})\u00ad(?=({_LETTER}{{1,9}})(?!\\w))")


@dataclass(frozen=True, slots=True)
class Repaired:
    """A text in the one form of the project, and what was mended in it."""

    text: str
    mended: tuple[Mended, ...]


def repaired(raw: str) -> Repaired:
    """Return `raw` in the one form of the project (`corpus.normalise`), its damage mended.

    >>> repaired("ĐIỀ U KHO ẢN 1: bổ sungcác").text
    'ĐIỀU KHOẢN 1: bổ sung các'
    >>> repaired("điểm đ ông A nêu, xe môtô").mended
    ()
    """
    text = normalised(_unhyphened(raw))
    seen = list(_characters(raw))
    for what, find in ((Mending.PARTED, parted), (Mending.GLUED, glued)):
        found = [one for one in find(text) if one.certain]
        if found:
            first = found[0]
            before = text[first.start : first.end]
            seen.append(Mended(what=what, count=len(found), before=before, after=first.words))
            text = _replaced(text, found)
    return Repaired(text, tuple(seen))


def _characters(raw: str) -> Iterator[Mended]:
    """Yield what `normalised` changes, with the first place of each."""
    saved = max(0, len(raw) - len(unicodedata.normalize("NFC", raw)))
    hidden = ((Mending.BLANKS, _BLANK), (Mending.UNSEEN, _UNSEEN))
    counts = [(what, one, sum(1 for _ in one.finditer(raw))) for what, one in hidden]
    for what, looked_for, count in ((Mending.COMPOSED, _MARK, saved), *counts):
        first = looked_for.search(raw) if count else None
        if first:
            before = _around(raw, first.start())
            after = normalised(_unhyphened(before))
            yield Mended(what=what, count=count, before=_shown(before), after=after)


def _around(text: str, at: int) -> str:
    """Return the words at a place, as far as ordinary blanks on both sides."""
    before = re.split(r"[ \t\r\n]", text[max(0, at - _AROUND) : at])[-1]
    return before + re.split(r"[ \t\r\n]", text[at : at + _AROUND])[0]


def _shown(words: str) -> str:
    """Return words with what cannot be seen in them written out.

    >>> _shown("Điều\u00a01"), _shown("e\u0302")
    ('Điều[U+00A0]1', 'e◌\u0302')
    """
    marked = _MARK.sub(lambda found: f"◌{found.group()}", words)
    return _HIDDEN.sub(lambda found: f"[U+{ord(found.group()):04X}]", marked)


def _unhyphened(raw: str) -> str:
    """Return `raw` with a blank for a soft hyphen between two words; inside one it only goes."""
    known = known_syllables()

    def one(found: re.Match[str]) -> str:
        first, second = (unicodedata.normalize("NFC", half).lower() for half in found.groups())
        two = first in known and second in known and not is_syllable(first + second)
        return f"{found[1]} " if two else found.group()

    return _SOFT.sub(one, raw)


def _replaced(text: str, found: list[Joint]) -> str:
    parts, last = [], 0
    for one in found:
        parts += [text[last : one.start], one.words]
        last = one.end
    return "".join([*parts, text[last:]])

"""The address of a passage in words: "mục II.3, gạch đầu dòng thứ 5"."""

from __future__ import annotations

import re

from corpus.forms import KINDS
from corpus.frame import Role
from corpus.passage import Passage, PassageKind

_SECTION = re.compile(r"[IVX]+|\d+[a-zđ]?(?:\.\d+)*|[a-zđ]{1,2}\d?|[A-HĐ]")
_NAMED = re.compile(r"(?:Điều|khoản|điểm|Chương|Mục|Tiểu mục|Phần|Phụ lục|đoạn|chú thích)(?: .+)?")
_INLINE = re.compile(r"\(\d+\)")
_NTH = {"gạch": "gạch đầu dòng thứ", "cộng": "dấu cộng thứ"}
_FRAME = {
    Role.HEAD: "phần đầu văn bản",
    Role.TITLE: "phần đầu văn bản",
    Role.FURNITURE: "phần ngoài văn bản",
}


def address(passage: Passage) -> str:
    """Return where `passage` stands, as a person would cite it.

    An article of law is cited from the inside out ("điểm a khoản 1 Điều 46"), a place in a report
    from the outside in ("mục II.3, gạch đầu dòng thứ 5").
    """
    if passage.kind in (PassageKind.FRAME, PassageKind.FURNITURE):
        return _FRAME.get(Role(passage.path[0]), passage.path[0])
    return spoken(passage.path)


def spoken(path: tuple[str, ...]) -> str:
    """Return a path as a person would cite it.

    >>> spoken(("Điều 46", "khoản 3")), spoken(("II", "3"))
    ('khoản 3 Điều 46', 'mục II.3')
    """
    if _is_law(path):
        return " ".join(_words(part) for part in reversed(_clauses(path)))
    return ", ".join(_report(path))


def _clauses(path: tuple[str, ...]) -> list[str]:
    """Leave out a "điểm a" whose part "điểm a1" names it already."""
    inner = (*path[1:], "")
    return [
        part
        for part, below in zip(path, inner, strict=True)
        if not (part.startswith("điểm ") and below.startswith(part))
    ]


def _is_law(path: tuple[str, ...]) -> bool:
    return any(part.startswith(("Điều ", "Chương ", "Mục ")) for part in path)


def _report(path: tuple[str, ...]) -> list[str]:
    sections = [part for part in path if _SECTION.fullmatch(part)]
    section = ["mục " + ".".join(sections)] if sections else []
    rest = [part for part in path if part not in sections]
    outer = [part for part in rest if part in KINDS or part.startswith(("Phần ", "Phụ lục"))]
    inner = [_words(part) for part in rest if part not in outer]
    return [*outer, *section, *inner]


def _words(part: str) -> str:
    kind, _, number = part.partition(" ")
    if kind in _NTH and number.isdigit():
        return f"{_NTH[kind]} {number}"
    if _INLINE.fullmatch(part):
        return f"ý {part}"
    if _SECTION.fullmatch(part):
        return f"mục {part}"
    return part if part in KINDS or _NAMED.fullmatch(part) else f"phần “{part}”"

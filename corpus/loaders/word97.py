"""The tables of a Word document of the old format, which its paragraphs alone do not show.

Read by [MS-DOC]: the piece table gives the text (2.4.1), the pages of paragraph properties say
which paragraph marks stand in a table and which of them end a row (2.4.3, 2.9.175). What cannot be
made out is left alone: then each cell is a line, as all2md gives it.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from all2md.utils.cfb import CfbReader

from corpus.loaders.lines import table as lines_of

_CLX, _PAPX = 33, 13  # pairs of the FIB: the piece table, the paragraph properties
_TABLE_1 = 0x0200
_COMPRESSED = 0x40000000
_PAGE = 512  # bytes
_IN_TABLE, _ROW_END = 0x2416, 0x2417
_OPERANDS = {0: 1, 1: 1, 2: 2, 3: 4, 4: 2, 5: 2, 7: 3}  # bytes, by the upper bits of a property
_LONG = 0xD608  # the one property whose length has two bytes
_FIELD = re.compile("\x13[^\x13\x14\x15]*(?:\x14([^\x13\x15]*))?\x15")
_UNSEEN = re.compile("[\x00-\x08\x0c-\x1f]")

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class _Piece:
    """Characters from `start` to `end` that lie at `at` bytes, `width` bytes each."""

    start: int
    end: int
    at: int
    width: int


def tables_in(data: bytes) -> list[Rows]:
    """Return the tables of a document, their rows and the words of each cell, in order."""
    with CfbReader(data) as reader:
        word = reader.read_stream("WordDocument")
        flags = struct.unpack_from("<H", word, 0x0A)[0]
        table = reader.read_stream("1Table" if flags & _TABLE_1 else "0Table")
    pieces = list(_pieces(_stored(word, table, _CLX)))
    text = "".join(_text(word, piece) for piece in pieces)
    main = text[: _main_length(word)]
    return list(_tables(main, _marks(word, table, pieces)))


def with_tables(lines: Sequence[str], tables: Sequence[Rows]) -> Iterator[str]:
    """Yield lines; where all the cells of a table stand one below the other, its rows instead.

    >>> list(with_tables(["Mục lục", "TT", "Việc", "1", "Họp"], [[["TT", "Việc"], ["1", "Họp"]]]))
    ['Mục lục', 'TT | Việc', '1 | Họp']
    """
    at = 0
    kept = [(n, folded) for n, line in enumerate(lines) if (folded := _folded(line))]
    words = [folded for _, folded in kept]
    for rows in tables:
        flat = [part for cells in rows for cell in cells for part in map(_folded, cell.split("\n"))]
        sought = [part for part in flat if part]
        found = _place(words, sought, at) if len(rows) > 1 and len(sought) > 1 else None
        if found is not None:
            yield from (lines[n] for n, _ in kept[at:found])
            yield from lines_of(rows)
            at = found + len(sought)
    yield from (lines[n] for n, _ in kept[at:])


def _place(words: Sequence[str], sought: Sequence[str], start: int) -> int | None:
    size = len(sought)
    places = range(start, len(words) - size + 1)
    return next((at for at in places if words[at : at + size] == sought), None)


def _folded(line: str) -> str:
    return " ".join(line.split())


def _main_length(word: bytes) -> int:
    words = struct.unpack_from("<H", word, 32)[0]
    return int(struct.unpack_from("<i", word, 34 + 2 * words + 2 + 4 * 3)[0])


def _stored(word: bytes, table: bytes, index: int) -> bytes:
    """Return what a pair of the FIB points at in the table stream."""
    words = struct.unpack_from("<H", word, 32)[0]
    longs_at = 34 + 2 * words
    longs = struct.unpack_from("<H", word, longs_at)[0]
    start, length = struct.unpack_from("<II", word, longs_at + 2 + 4 * longs + 2 + 8 * index)
    return table[start : start + length]


def _pieces(clx: bytes) -> Iterator[_Piece]:
    at = 0
    while clx[at] == 1:  # changes of a fast save stand before the piece table
        at += 3 + struct.unpack_from("<h", clx, at + 1)[0]
    size = struct.unpack_from("<I", clx, at + 1)[0]
    plc = clx[at + 5 : at + 5 + size]
    count = (size - 4) // 12
    ends = struct.unpack_from(f"<{count + 1}I", plc)
    for n in range(count):
        place = struct.unpack_from("<I", plc, 4 * (count + 1) + 8 * n + 2)[0]
        narrow = bool(place & _COMPRESSED)
        at_byte = (place & ~_COMPRESSED) // 2 if narrow else place
        yield _Piece(ends[n], ends[n + 1], at_byte, 1 if narrow else 2)


def _text(word: bytes, piece: _Piece) -> str:
    size = (piece.end - piece.start) * piece.width
    raw = word[piece.at : piece.at + size]
    if piece.width == 1:
        return raw.decode("cp1252", "replace")
    return "".join(map(chr, struct.unpack(f"<{len(raw) // 2}H", raw)))


def _marks(word: bytes, table: bytes, pieces: list[_Piece]) -> dict[int, set[int]]:
    """Return the properties of tables that the paragraph mark at each character has."""
    plc = _stored(word, table, _PAPX)
    count = (len(plc) - 4) // 8
    found: dict[int, set[int]] = {}
    for n in range(max(count, 0)):
        number = struct.unpack_from("<I", plc, 4 * (count + 1) + 4 * n)[0] & 0x3FFFFF
        for last, properties in _paragraphs(word[number * _PAGE : (number + 1) * _PAGE]):
            at = _character(pieces, last)
            if at is not None:
                found[at] = properties
    return found


def _paragraphs(page: bytes) -> Iterator[tuple[int, set[int]]]:
    """Yield the byte at which each paragraph of a page ends, and its properties of tables."""
    count = page[-1] if len(page) == _PAGE else 0
    ends = struct.unpack_from(f"<{count + 1}I", page) if count else ()
    for n in range(count):
        offset = 2 * page[4 * (count + 1) + 13 * n]
        yield ends[n + 1], set(_properties(page, offset)) if offset else set()


def _properties(page: bytes, at: int) -> Iterator[int]:
    size = 2 * page[at] - 1 if page[at] else 2 * page[at + 1]
    at += 1 if page[at] else 2
    end, at = min(at + size, _PAGE), at + 2  # behind the number of the style
    while at + 3 <= end:
        code = struct.unpack_from("<H", page, at)[0]
        if code in (_IN_TABLE, _ROW_END) and page[at + 2]:
            yield code
        at += 2 + _operand(page, at + 2, code)


def _operand(page: bytes, at: int, code: int) -> int:
    if code == _LONG:
        return 1 + int(struct.unpack_from("<H", page, at)[0])
    kind = code >> 13
    return _OPERANDS[kind] if kind in _OPERANDS else 1 + page[at]


def _character(pieces: list[_Piece], end: int) -> int | None:
    """Return the last character before a byte."""
    for piece in pieces:
        size = (piece.end - piece.start) * piece.width
        if piece.at < end <= piece.at + size:
            return piece.start + (end - piece.at) // piece.width - 1
    return None


def _tables(text: str, marks: dict[int, set[int]]) -> Iterator[Rows]:
    """Yield the tables of a text: cells end in a bell, a bell of its own ends a row."""
    paragraphs = list(re.finditer("([^\r\x07\x0c]*)([\r\x07\x0c])", text))
    for inside, group in groupby(paragraphs, key=lambda found: bool(marks.get(found.end() - 1))):
        if inside:
            yield list(_rows(group, marks))


def _rows(paragraphs: Iterable[re.Match[str]], marks: dict[int, set[int]]) -> Iterator[list[str]]:
    cells: list[str] = []
    parts: list[str] = []
    for found in paragraphs:
        if _ROW_END in marks[found.end() - 1]:
            yield cells
            cells, parts = [], []
            continue
        parts.append(_shown(found[1]))
        if found[2] == "\x07":
            cells.append("\n".join(parts))
            parts = []


def _shown(words: str) -> str:
    """Return the words of a paragraph as they are seen: of fields their result."""
    while _FIELD.search(words):
        words = _FIELD.sub(lambda found: found[1] or "", words)
    return _UNSEEN.sub("", words.replace("\x0b", "\n")).strip()

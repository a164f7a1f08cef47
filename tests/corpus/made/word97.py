"""A Word document of the old format: a compound file with a text and its piece table.

Made by [MS-CFB] (sectors, allocation table, directory) and [MS-DOC] (FIB, Clx); it has the least
that a reader needs.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

_SECTOR = 512
_END, _FREE, _TABLE = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_SECTORS = 109  # of the allocation table, all of which the header can name
_TEXT_AT = 2048
_PAPX, _CLX = 13, 33  # pairs of the FIB: where properties of paragraphs and the piece table are
_IN_CELL = struct.pack("<HB", 0x2416, 1)
_ROW_END = _IN_CELL + struct.pack("<HB", 0x2417, 1)


def word97(text: str, rows: Sequence[Sequence[str]] = ()) -> bytes:
    """Return a .doc file with a paragraph for each line of `text`, and a table below."""
    paragraphs = [(f"{line}\r", b"") for line in text.splitlines()]
    for row in rows:
        paragraphs += [(f"{cell}\a", _IN_CELL) for cell in row] + [("\a", _ROW_END)]
    words = "".join(words for words, _ in paragraphs)
    coded = words.encode("utf-16-le")
    body = coded.ljust(-(-len(coded) // _SECTOR) * _SECTOR, b"\0")
    pieces = struct.pack("<II", 0, len(words)) + struct.pack("<HIH", 0, _TEXT_AT, 0)
    clx = b"\x02" + struct.pack("<I", len(pieces)) + pieces
    pages = struct.pack("<III", _TEXT_AT, _TEXT_AT + len(coded), (_TEXT_AT + len(body)) // _SECTOR)
    stored = {_CLX: (0, len(clx)), _PAPX: (len(clx), len(pages))} if rows else {_CLX: (0, len(clx))}
    main = _fib(len(words), stored).ljust(_TEXT_AT, b"\0") + body
    return _compound({"WordDocument": main + _page(paragraphs, rows), "1Table": clx + pages})


def _page(paragraphs: list[tuple[str, bytes]], rows: Sequence[Sequence[str]]) -> bytes:
    """Return the page that tells which paragraphs are cells: about 20 of them fit."""
    if not rows:
        return b""
    ends, places, told, at = [_TEXT_AT], b"", b"", _TEXT_AT
    free = _SECTOR - 2
    for words, properties in paragraphs:
        at += 2 * len(words)
        ends.append(at)
        styled = bytes(2) + properties  # the number of the style stands first
        half = (len(styled) + 1) // 2
        kept = (bytes((half,)) if len(styled) % 2 else bytes((0, half))) + styled
        free -= len(kept)
        told = kept + told
        places += struct.pack("<B12s", free // 2, bytes(12))
    head = struct.pack(f"<{len(ends)}I", *ends) + places
    assert len(head) <= free, "too many paragraphs for one page"
    return head + bytes(free - len(head)) + told + bytes((0, len(paragraphs)))


def _fib(characters: int, stored: dict[int, tuple[int, int]]) -> bytes:
    base = struct.pack("<HHHHHH", 0xA5EC, 0x00C1, 0, 0x0409, 0, 0x0200).ljust(32, b"\0")
    counts = struct.pack("<22I", *(characters if at == 3 else 0 for at in range(22)))
    pairs = b"".join(struct.pack("<II", *stored.get(at, (0, 0))) for at in range(93))
    return b"".join(
        [base, struct.pack("<H", 14), bytes(28), struct.pack("<H", 22), counts,
         struct.pack("<H", 93), pairs, struct.pack("<H", 0)]
    )  # fmt: skip


def _compound(streams: dict[str, bytes]) -> bytes:
    """Return a compound file: the directory, the streams, the allocation table.

    Streams are made so long that none is kept in the small sectors.
    """
    table, body, entries = [_END], b"", [_entry("Root Entry", 5, _END, 0, child=1)]
    for number, (name, data) in enumerate(streams.items(), start=1):
        whole = data.ljust(max(4096, -(-len(data) // _SECTOR) * _SECTOR), b"\0")
        first, count = len(table), len(whole) // _SECTOR
        table += [*range(first + 1, first + count), _END]
        right = number + 1 if number < len(streams) else _FREE
        entries.append(_entry(name, 2, first, len(whole), right=right))
        body += whole
    return _assembled(table, b"".join(entries).ljust(_SECTOR, b"\0"), body)


def _assembled(table: list[int], directory: bytes, body: bytes) -> bytes:
    """Put the allocation table last, for its length depends on all the rest."""
    start, count = len(table), 1
    while start + count > count * _SECTOR // 4:
        count += 1
    assert count <= _SECTORS
    table += [_TABLE] * count
    packed = struct.pack(f"<{len(table)}I", *table).ljust(count * _SECTOR, b"\xff")
    named = [*range(start, start + count)] + [_FREE] * (_SECTORS - count)
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE,
        9, 6, bytes(6), 0, count, 0, 0, 4096, _END, 0, _END, 0,
    )  # fmt: skip
    return header + struct.pack(f"<{_SECTORS}I", *named) + directory + body + packed


def _entry(
    name: str, kind: int, start: int, size: int, *, child: int = _FREE, right: int = _FREE
) -> bytes:
    coded = name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ", coded, len(coded) + 2, kind, 1, _FREE, right, child, bytes(16), 0,
        0, 0, start, size,
    )  # fmt: skip

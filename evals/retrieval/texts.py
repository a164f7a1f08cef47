"""The rows of a corpus as files that a person would add: a law whole, anything else by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from evals.retrieval.beir import Row

LONGEST_NAME = 60  # characters; a file system takes 255 bytes, a letter may have 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """The words of one row as they stand in its file."""

    row: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """One file: its name, what stands above its rows ("" for nothing), its rows in order."""

    name: str
    head: str
    blocks: tuple[Block, ...]

    @property
    def words(self) -> str:
        """The whole of the file."""
        parts = (self.head, *(block.words for block in self.blocks))
        return "\n\n".join(part for part in parts if part) + "\n"


def texts(rows: Iterable[Row]) -> Iterator[Text]:
    """Yield the file of each law, and of each row without a law, in the order of the corpus."""
    shelves: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        key = (row.law, row.law_number or "") if row.law else ("", "", row.id)
        shelves.setdefault(key, []).append(row)
    taken: set[str] = set()
    for of in shelves.values():
        stem = _stem(of[0].law or of[0].title or of[0].id)
        name = next(name for name in _names(stem) if name.casefold() not in taken)
        taken.add(name.casefold())
        yield _law(name, of) if of[0].law else _single(name, of[0])


def _law(name: str, rows: list[Row]) -> Text:
    """Write a law as it is issued: its number and name, then its articles."""
    law, number = rows[0].law or "", rows[0].law_number
    head = f"Số: {number}\n\n{law.upper()}" if number else law.upper()
    return Text(name=name, head=head, blocks=tuple(map(_article, rows)))


def _article(row: Row) -> Block:
    label = f"Điều {row.article}." if row.article else ""
    return _block(row, f"{label} {row.title or ''}")


def _single(name: str, row: Row) -> Text:
    return Text(name=name, head="", blocks=(_block(row, row.title or ""),))


def _block(row: Row, heading: str) -> Block:
    return Block(row=row.id, words=f"{heading.strip()}\n{row.text.strip()}".strip())


def _stem(name: str) -> str:
    """Return a name that every file system takes.

    >>> _stem("100/2015/QH13")
    '100-2015-QH13'
    """
    plain = re.sub(r'[\x00-\x1f\x7f/\\:*?"<>|]+', "-", " ".join(name.split()))
    return plain[:LONGEST_NAME].strip(" .-") or "-"


def _names(stem: str) -> Iterator[str]:
    yield f"{stem}.txt"
    n = 1
    while True:
        n += 1
        yield f"{stem} ({n}).txt"

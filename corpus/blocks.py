"""The blocks of a text: lines with their role, sentences that a page break cut joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from corpus.frame import Role, frame
from corpus.furniture import furniture
from corpus.labels import Label
from corpus.lines import Line, lines
from corpus.span import Span

_NOTE = re.compile(r"(?P<n>[¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*(?=\S)|\[\^(?P<m>\w+)\]:\s*")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_ENDED = tuple(".:;!?…”)/")
_DAY = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{1,2}/\d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One paragraph, item, heading or line of the frame.

    `note` is the number of a footnote. `continues` is the index of the block whose sentence this
    one goes on with when something stands between the two.
    """

    span: Span
    text: str
    role: Role
    label: Label | None = None
    note: str = ""
    continues: int | None = None


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of `text` in order; together they hold all of it that is not blank."""
    every = lines(text)
    skipped = furniture(every)
    roles = frame(every, skipped) | dict.fromkeys(skipped, Role.FURNITURE)
    joined = _Joined(text)
    for i, line in enumerate(every):
        joined.add(line, roles.get(i, Role.BODY))
    return tuple(joined.blocks)


def note_number(text: str) -> str:
    """Return the number of the footnote that `text` begins with, "" when it begins with none.

    >>> note_number("¹² Kế hoạch số 110-KH/ĐU")
    '12'
    """
    found = _NOTE.match(text)
    return (found["n"] or found["m"]).translate(_DIGITS) if found else ""


@dataclass(slots=True)
class _Joined:
    """Collects blocks; knows which body block and which footnote still wait for their end."""

    text: str
    blocks: list[Block] = field(default_factory=list)
    body: int | None = None
    note: int | None = None

    def add(self, line: Line, role: Role) -> None:
        if role is not Role.BODY:
            self.blocks.append(Block(span=line.span, text=line.text, role=role))
            return
        number = note_number(line.text)
        if number:
            self._open_note(Block(span=line.span, text=line.text, role=Role.NOTE, note=number))
        elif line.label is None and (first := self._first_half(line.text)) is not None:
            self._join(first, line)
        else:
            self._open_body(Block(span=line.span, text=line.text, role=role, label=line.label))

    def _open_note(self, block: Block) -> None:
        self.note = None if ended(block.text) else len(self.blocks)
        self.blocks.append(block)

    def _open_body(self, block: Block) -> None:
        self.body = None if ended(block.text) else len(self.blocks)
        self.blocks.append(block)

    def _first_half(self, text: str) -> int | None:
        """Return the block that `text` goes on with: the open footnote before the open sentence.

        Right after a footnote the page is new, so what goes on there is the sentence above it.
        """
        after_note = bool(self.blocks) and self.blocks[-1].role is Role.NOTE
        if (
            self.note is not None
            and text[:1].islower()
            and not (after_note and self.body is not None)
        ):
            return self.note
        if self.body is not None and goes_on(self.blocks[self.body].text, text):
            return self.body
        return None

    def _join(self, first: int, line: Line) -> None:
        start = self.blocks[first]
        if first == len(self.blocks) - 1:
            span = Span(start.span.start, line.span.end)
            self.blocks[first] = replace(start, span=span, text=span.of(self.text))
            last = first
        else:
            last = len(self.blocks)
            half = Block(span=line.span, text=line.text, role=start.role, note=start.note)
            self.blocks.append(replace(half, continues=first))
        self._reopen(start.role, None if ended(line.text) else last)

    def _reopen(self, role: Role, at: int | None) -> None:
        if role is Role.NOTE:
            self.note = at
        else:
            self.body = at


def ended(text: str) -> bool:
    """Tell whether `text` ends as a sentence, a lead-in or a list item does."""
    return text.rstrip("*_ ").endswith(_ENDED)


def goes_on(first: str, second: str) -> bool:
    """Tell whether `second` goes on with the sentence of `first` (which has not ended).

    It begins in lower case, or with a date that `first` announces; [à-ỹ] would match capitals.

    >>> goes_on("Kế hoạch số 22-KH/ĐUK ngày", "28/5/2021 về thực hiện")
    True
    >>> goes_on("BÁO CÁO", "Đánh giá chung")
    False
    """
    opening = second.lstrip('*_“"(')
    if opening[:1].islower():
        return True
    last = first.rstrip("*_ ")[-1:]
    return bool(_DAY.match(opening)) and last.islower()

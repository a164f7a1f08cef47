"""The blocks of a text: lines with their role, sentences that a page break cut joined again."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus.footnotes import footnotes
from corpus.frame import Role, attached_kind, frame
from corpus.furniture import furniture
from corpus.joins import ended, goes_on, goes_over, is_cut, titles, width
from corpus.labels import Label, Rank
from corpus.lines import Line, is_row, lines
from corpus.quoted import quoted
from corpus.span import Span

_NOTE = re.compile(r"(?P<n>[¹²³⁴⁵⁶⁷⁸⁹⁰]+)\s*(?=\S)|\[\^(?P<m>\w+)\]:\s*")
_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


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


def blocks(text: str, pages: Sequence[int] = ()) -> tuple[Block, ...]:
    """Return the blocks of `text` in order; together they hold all of it that is not blank.

    `pages` are the offsets at which its pages begin, empty where it has none.
    """
    every = lines(text)
    sheets = [bisect_right(pages, line.span.start) for line in every] if pages else []
    skipped = furniture(every, sheets)
    roles = frame(every, skipped) | dict.fromkeys(skipped, Role.FURNITURE)
    inside = quoted(every)
    joined = _Joined(text, width(every))
    notes = footnotes(every, sheets)
    for i, line in enumerate(every):
        words = replace(line, label=None) if i in inside else line
        number = notes.get(i) or note_number(line.text)
        role = Role.BODY if number and i not in skipped else roles.get(i, Role.BODY)
        joined.add(words, role, sheets[i] if sheets else None, number)
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
    width: int
    blocks: list[Block] = field(default_factory=list)
    body: int | None = None
    note: int | None = None
    note_sheet: int = 0  # the page on which that footnote begins
    line: Line | None = None  # the line before, when it is of the body
    sheet: int | None = None  # the page of the words before
    turned: bool = False  # whether the words being added begin a page

    def add(self, line: Line, role: Role, sheet: int | None, number: str) -> None:
        """Add a line of page `sheet`, None without pages; `number` is that of a footnote."""
        if role is Role.BODY:
            self.turned = self._turns(sheet)
            if sheet and sheet > self.note_sheet + 1:
                self.note = None  # the rest of a footnote stands at the foot of the next page
            self.sheet = sheet
            self._add_words(line, number)
        else:
            self.blocks.append(Block(span=line.span, text=line.text, role=role))
        self.line = line if role is Role.BODY else None

    def _turns(self, sheet: int | None) -> bool:
        """Tell whether words begin a page; without pages, furniture or a note was above them."""
        if sheet is not None:
            return sheet != self.sheet
        return bool(self.blocks) and self.blocks[-1].role in (Role.FURNITURE, Role.NOTE)

    def _add_words(self, line: Line, number: str) -> None:
        first = None if number or line.label else self._first_half(line)
        if number:
            self.note = None if ended(line.text) else len(self.blocks)
            self.note_sheet = self.sheet or 0
            block = Block(span=line.span, text=line.text, role=Role.NOTE, note=number)
            self.blocks.append(block)
        elif first is not None:
            self._join(first, line)
        else:
            self.body = None if ended(line.text) else len(self.blocks)
            label = line.label or self._attached(line)
            block = Block(span=line.span, text=line.text, role=Role.BODY, label=label)
            self.blocks.append(block)

    def _attached(self, line: Line) -> Label | None:
        """Return the label of an attached document, which begins with its kind after the foot."""
        kind = attached_kind(line.text)
        foot = (Role.RECIPIENTS, Role.SIGNATURE)
        if not kind or not any(block.role in foot for block in self.blocks):
            return None
        return Label(rank=Rank.ANNEX, name=kind, end=len(line.text))

    def _first_half(self, line: Line) -> int | None:
        """Return the block that `line` goes on with: the open footnote before the open sentence.

        Where a page begins after a footnote, what goes on is the sentence above the footnote.
        """
        if self._below(line):
            return len(self.blocks) - 1
        waiting = self.body is not None and self._waits(self.blocks[self.body].text, line.text)
        lower = line.text[:1].islower() and not is_row(line.text)
        if self.note is not None and lower and not (self.turned and waiting):
            return self.note
        return self.body if waiting else None

    def _waits(self, first: str, second: str) -> bool:
        over = self.turned and goes_over(first, second, self.width)
        return over or goes_on(first, second)

    def _below(self, line: Line) -> bool:
        """Tell whether `line` belongs to the line right above it: a title, a full line."""
        if self.line is None:
            return False
        last = self.blocks[-1]
        if self.turned and last.role is Role.NOTE and self.sheet is not None:
            return False
        wrapped = not line.spaced and is_cut(self.line.text, self.width)
        return wrapped or titles(last.label, last.text, line.text)

    def _join(self, first: int, line: Line) -> None:
        start, last = self.blocks[first], len(self.blocks) - 1
        if first == last:
            span = Span(start.span.start, line.span.end)
            self.blocks[first] = replace(start, span=span, text=span.of(self.text))
        else:
            half = replace(start, span=line.span, text=line.text, label=None, continues=first)
            self.blocks.append(half)
            last += 1
        waiting = None if ended(line.text) else last
        if start.role is Role.NOTE:
            self.note = waiting
        else:
            self.body = waiting

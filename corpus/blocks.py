"""The blocks of a text: lines with their role, sentences that a page break cut joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from corpus.frame import Role, attached_kind, frame
from corpus.furniture import furniture
from corpus.joins import ended, goes_on, is_cut, titles, width
from corpus.labels import Label, Rank
from corpus.lines import Line, lines
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


def blocks(text: str) -> tuple[Block, ...]:
    """Return the blocks of `text` in order; together they hold all of it that is not blank."""
    every = lines(text)
    skipped = furniture(every)
    roles = frame(every, skipped) | dict.fromkeys(skipped, Role.FURNITURE)
    inside = quoted(every)
    joined = _Joined(text, width(every))
    for i, line in enumerate(every):
        words = replace(line, label=None) if i in inside else line
        joined.add(words, roles.get(i, Role.BODY))
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
    line: Line | None = None  # the line before, when it is of the body

    def add(self, line: Line, role: Role) -> None:
        if role is Role.BODY:
            self._add_words(line)
        else:
            self.blocks.append(Block(span=line.span, text=line.text, role=role))
        self.line = line if role is Role.BODY else None

    def _add_words(self, line: Line) -> None:
        number = note_number(line.text)
        first = None if number or line.label else self._first_half(line)
        if number:
            self.note = None if ended(line.text) else len(self.blocks)
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

        Right after a footnote the page is new, so what goes on there is the sentence above it.
        """
        if self._below(line):
            return len(self.blocks) - 1
        after_note = bool(self.blocks) and self.blocks[-1].role is Role.NOTE
        waiting = self.body is not None and goes_on(self.blocks[self.body].text, line.text)
        if self.note is not None and line.text[:1].islower() and not (after_note and waiting):
            return self.note
        return self.body if waiting else None

    def _below(self, line: Line) -> bool:
        """Tell whether `line` belongs to the line right above it: a title, a full line."""
        if self.line is None:
            return False
        last = self.blocks[-1]
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

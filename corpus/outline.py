"""The outline: which heading, lead-in or item each block of a text stands under."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from corpus.blocks import Block
from corpus.frame import Role
from corpus.headings import heading_end, is_closing, run_in_end, runs_in
from corpus.inline import inline_starts
from corpus.labels import Label, Rank, words_of
from corpus.passage import Passage, PassageKind, passage_id
from corpus.places import LEAD, RUN_IN, Place, Places
from corpus.span import Span, trimmed

Marks = Mapping[str, bool]  # whether a person calls a line a heading, by its words on one line
NO_MARKS: Marks = MappingProxyType({})
_KINDS = {Role.FURNITURE: PassageKind.FURNITURE, Role.NOTE: PassageKind.FOOTNOTE}
_FAR = 20  # blocks to look ahead


class Outline:
    """Gives each block its kind, address and parent, in one pass from top to bottom."""

    def __init__(
        self, document_id: str, text: str, blocks: Sequence[Block], marks: Marks = NO_MARKS
    ) -> None:
        self._document_id, self._text, self._blocks = document_id, text, blocks
        self._marks = marks
        self._places = Places()
        self._built: list[Passage] = []
        self._last: dict[int, Passage] = {}  # the last passage of each block
        self._runs_in = runs_in(blocks)

    def built(self) -> tuple[Passage, ...]:
        """Return the passages of all blocks, in order."""
        for i, block in enumerate(self._blocks):
            self._add(i, block)
            self._last[i] = self._built[-1]
        return tuple(self._built)

    def _add(self, i: int, block: Block) -> None:
        if block.continues is not None:
            self._half(block, self._last[block.continues])
        elif block.role is not Role.BODY:
            self._outside(block)
        elif one_line(block.text) in self._marks:
            self._marked(block, heading=self._marks[one_line(block.text)])
        elif block.label is None:
            self._paragraph(i, block)
        elif block.label.rank is Rank.BULLET:
            self._bullet(block, block.label)
        else:
            self._numbered(i, block, block.label)

    # One kind of block each.

    def _outside(self, block: Block) -> None:
        path = (f"chú thích {block.note}",) if block.note else (block.role.value,)
        self._emit(block.span, _KINDS.get(block.role, PassageKind.FRAME), Place(path=path))
        if block.role is Role.RECIPIENTS:
            self._places.close_all()

    def _marked(self, block: Block, *, heading: bool) -> None:
        """Add a line as a person sees it: a heading below those with a number, or running text."""
        self._places.close(RUN_IN)
        self._places.close_leads()
        if heading:
            words = words_of(block.text, block.label.end if block.label else 0) or block.text
            path = (*self._places.top.path, words)
            self._head(block.span, len(block.text), RUN_IN, (path, words))
        else:
            self._body(block.span)

    def _half(self, block: Block, first: Passage) -> None:
        place = Place(path=first.path, headings=first.headings, id=first.parent)
        self._emit(block.span, first.kind, place, continues=first.id)
        if self._places.top.id == first.id:
            self._places.top.waits = _announces(block.text)

    def _paragraph(self, i: int, block: Block) -> None:
        article = self._places.article is not None
        if is_closing(block.text) and not article:
            self._places.close_all()
            self._emit(block.span, PassageKind.PARAGRAPH, Place(path=("đoạn cuối",)))
            return
        self._places.close_for_paragraph(self._following(i))
        end = run_in_end(block.text) if self._runs_in and not article else None
        if end:
            words = words_of(block.text[:end])
            self._head(block.span, end, RUN_IN, ((*self._places.top.path, words), words))
        else:
            self._body(block.span)

    def _bullet(self, block: Block, label: Label) -> None:
        self._places.close_mark(label.name)
        top = self._places.top
        path = (*top.path, top.nth("cộng" if label.name == "+" else "gạch"))
        waits = _announces(block.text)
        self._item(block.span, Place(rank=label.rank, path=path, mark=label.name, waits=waits))

    def _numbered(self, i: int, block: Block, label: Label) -> None:
        rank = self._places.rank_of(label)
        self._places.close(rank)
        article = self._places.article is not None
        end = heading_end(block, label, self._below(i), article=article)
        if end is None:
            path = (*self._places.holder.path, _clause(label) if article else label.name)
            waits = _announces(block.text) or _is_title(block.text)
            self._item(block.span, Place(rank=rank, path=path, waits=waits))
            return
        self._places.close_leads()
        words = words_of(block.text[:end], label.end) or label.name
        self._head(block.span, end, label.rank, (self._places.heading_path(label), words))

    # What stands below a block.

    def _following(self, i: int) -> Label | None:
        ahead = self._blocks[i + 1 : i + 1 + _FAR]
        return next((b.label for b in ahead if b.label and b.role is Role.BODY), None)

    def _below(self, i: int) -> Block | None:
        ahead = self._blocks[i + 1 : i + 1 + _FAR]
        return next((b for b in ahead if b.role is Role.BODY and b.continues is None), None)

    # Passages.

    def _head(
        self, span: Span, length: int, rank: Rank, named: tuple[tuple[str, ...], str]
    ) -> None:
        """Emit a heading and open it; what its block holds after it is its first paragraph."""
        path, words = named
        above, cut = self._places.top, span.start + length
        head = trimmed(self._text, span.start, cut) or span
        place = Place(path=path, headings=above.headings, id=above.id)
        made = self._emit(head, PassageKind.HEADING, place)
        headings = (*above.headings, words)
        self._places.hold(Place(rank=rank, path=path, headings=headings, id=made.id))
        rest = trimmed(self._text, cut, span.end)
        if rest:
            self._under(rest)

    def _under(self, span: Span) -> None:
        """Emit what its block holds after a heading: a paragraph, or a list "(1) … (2) …"."""
        starts = inline_starts(span.of(self._text))
        if starts[:1] != (0,):
            self._body(span)
            return
        top = self._places.top
        for number, piece in enumerate(self._cut(span, starts), start=1):
            place = Place(path=(*top.path, f"({number})"), headings=top.headings, id=top.id)
            self._emit(piece, PassageKind.ITEM, place)

    def _body(self, span: Span) -> None:
        top = self._places.top
        path = (*top.path, top.nth("đoạn"))
        waits = _announces(span.of(self._text))
        place = Place(rank=top.rank + LEAD, path=path, kind=PassageKind.PARAGRAPH, waits=waits)
        made = self._listed(span, place)
        if waits:
            self._hold(made, place)

    def _item(self, span: Span, place: Place) -> None:
        place.kind = PassageKind.ITEM
        made = self._listed(span, place)
        if place.rank < Rank.BULLET:
            place.counts["đoạn"] = 1  # the words of a khoản are its first paragraph
        self._hold(made, place)

    def _hold(self, made: Passage, place: Place) -> None:
        place.headings, place.id = made.headings, made.id
        self._places.hold(place)

    def _listed(self, span: Span, place: Place) -> Passage:
        """Emit a paragraph or item; an inline "(1) … (2) …" list gives its items one by one."""
        top = self._places.top
        place.headings, place.id = top.headings, top.id
        first, *rest = self._pieces(span)
        made = self._emit(first, place.kind, place)
        for number, piece in enumerate(rest, start=1):
            below = Place(path=(*made.path, f"({number})"), headings=made.headings, id=made.id)
            self._emit(piece, PassageKind.ITEM, below)
        return made

    def _pieces(self, span: Span) -> list[Span]:
        starts = inline_starts(span.of(self._text))
        if not starts or not starts[0]:
            return [span]
        return self._cut(span, starts)

    def _cut(self, span: Span, starts: Sequence[int]) -> list[Span]:
        cuts = [span.start, *(span.start + at for at in starts), span.end]
        pieces = (trimmed(self._text, a, b) for a, b in pairwise(cuts))
        return [piece for piece in pieces if piece]

    def _emit(
        self, span: Span, kind: PassageKind, place: Place, continues: str | None = None
    ) -> Passage:
        """Add the passage under `span`, at the path, under the headings and parent of `place`."""
        words = span.of(self._text)
        made = Passage(
            id=passage_id(self._document_id, span, words),
            document_id=self._document_id,
            span=span,
            kind=kind,
            path=place.path,
            headings=place.headings,
            text=words,
            parent=place.id,
            continues=continues,
        )
        self._built.append(made)
        return made


def _announces(text: str) -> bool:
    return text.rstrip("*_ ").endswith(":")


def _is_title(text: str) -> bool:
    """Tell whether a numbered item is only a title: "2. Yêu cầu" within an article."""
    return text.rstrip("*_ ")[-1:] not in ".;:,…!?"


def _clause(label: Label) -> str:
    """Name an item of an article: "khoản 1", "điểm a"."""
    kind = {Rank.ARABIC: "khoản", Rank.LETTER: "điểm"}.get(label.rank)
    return f"{kind} {label.name}" if kind else label.name


def one_line(text: str) -> str:
    """Return the words of a passage on one line, blanks single."""
    return " ".join(text.split())

"""The outline: which heading, lead-in or item each block of a text stands under."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.blocks import Block
from corpus.frame import Role
from corpus.headings import heading_end, is_closing, run_in_end, runs_in
from corpus.inline import inline_starts
from corpus.labels import Label, Rank, words_of
from corpus.passage import Passage, PassageKind, passage_id
from corpus.span import Span, trimmed

_KINDS = {Role.FURNITURE: PassageKind.FURNITURE, Role.NOTE: PassageKind.FOOTNOTE}
_LEAD = 0.5  # a lead-in stands half a rank below the place that holds it
_RUN_IN = Rank.INLINE


@dataclass(slots=True, kw_only=True)
class Place:
    """An open heading, item or lead-in, under which the next block may stand."""

    rank: float = -1
    path: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    id: str | None = None
    kind: PassageKind = PassageKind.HEADING
    mark: str = ""
    colon: bool = False
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def is_lead(self) -> bool:
        """Whether this is a lead-in paragraph."""
        return self.kind is PassageKind.PARAGRAPH

    def nth(self, name: str) -> str:
        """Count one more `name` under this place: "gạch 1", "gạch 2" …"""
        self.counts[name] += 1
        return f"{name} {self.counts[name]}"


class Outline:
    """Gives each block its kind, address and parent, in one pass from top to bottom."""

    def __init__(self, document_id: str, text: str, blocks: Sequence[Block]) -> None:
        self._document_id, self._text, self._blocks = document_id, text, blocks
        self._open = [Place()]
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
        elif block.label is None:
            self._paragraph(i, block)
        elif block.label.rank is Rank.BULLET:
            self._bullet(block, block.label)
        else:
            self._numbered(i, block, block.label)

    # --- one kind of block each -------------------------------------------------------------

    def _outside(self, block: Block) -> None:
        path = (f"chú thích {block.note}",) if block.note else (block.role.value,)
        kind = _KINDS.get(block.role, PassageKind.FRAME)
        self._emit(block.span, kind, Place(path=path))
        if block.role is Role.RECIPIENTS:
            del self._open[1:]

    def _half(self, block: Block, first: Passage) -> None:
        self._built.append(
            self._passage(
                block.span,
                kind=first.kind,
                path=first.path,
                headings=first.headings,
                parent=first.parent,
                continues=first.id,
            )
        )
        if block.text.endswith(":") and self._open[-1].id == first.id:
            self._open[-1].colon = True

    def _paragraph(self, i: int, block: Block) -> None:
        if is_closing(block.text) and self._article() is None:
            del self._open[1:]
            self._emit(block.span, PassageKind.PARAGRAPH, Place(path=("đoạn cuối",)))
            return
        self._close_for_paragraph(i)
        end = run_in_end(block.text) if self._runs_in else None
        if end and self._article() is None:
            self._run_in(block, end)
        else:
            self._body(block.span)

    def _run_in(self, block: Block, end: int) -> None:
        words = words_of(block.text[:end])
        head, rest = self._cut(block.span, end)
        self._head(head, _RUN_IN, (*self._open[-1].path, words), words)
        self._body(rest)

    def _bullet(self, block: Block, label: Label) -> None:
        marks = [place.mark for place in self._open]
        if label.name in marks:
            del self._open[marks.index(label.name) :]
        top = self._open[-1]
        path = (*top.path, top.nth("cộng" if label.name == "+" else "gạch"))
        self._item(block.span, Place(rank=Rank.BULLET, path=path, mark=label.name))

    def _numbered(self, i: int, block: Block, label: Label) -> None:
        self._close(label.rank)
        article = self._article()
        end = heading_end(block, label, self._below(i), article=article is not None)
        if end is None:
            name = _clause(label) if article else label.name
            path = (*self._holder().path, name)
            self._item(block.span, Place(rank=label.rank, path=path))
            return
        self._close_leads()
        words = words_of(block.text[:end], label.end) or label.name
        head, rest = self._cut(block.span, end)
        self._head(head, label.rank, self._heading_path(label), words)
        if rest:
            self._body(rest)

    # --- the open places ----------------------------------------------------------------------

    def _article(self) -> Place | None:
        return next((place for place in self._open if place.rank == Rank.ARTICLE), None)

    def _holder(self) -> Place:
        return next(place for place in reversed(self._open) if not place.is_lead)

    def _heading_path(self, label: Label) -> tuple[str, ...]:
        if label.rank is not Rank.ARTICLE:
            return (*self._open[-1].path, label.name)
        annex = next((place.path for place in self._open if place.rank == Rank.ANNEX), ())
        return (*annex, label.name)

    def _close(self, rank: float) -> None:
        while self._open[-1].rank >= rank:
            self._open.pop()

    def _close_leads(self) -> None:
        while self._open[-1].is_lead:
            self._open.pop()

    def _close_for_paragraph(self, i: int) -> None:
        """Leave the lists that a plain paragraph ends; a bullet ending in ":" waits for one."""
        top = self._open[-1]
        if top.rank >= Rank.BULLET and top.colon and not top.counts:
            return
        self._close(_RUN_IN)
        self._close_leads()
        while self._ends(self._open[-1], i):
            self._open.pop()
            self._close_leads()

    def _ends(self, place: Place, i: int) -> bool:
        """Tell whether a paragraph ends the numbered item above it: no sibling follows."""
        if place.kind is PassageKind.HEADING or place.id is None:
            return False
        if self._article() and place.rank < Rank.LETTER:
            return False
        following = next((b.label for b in self._blocks[i + 1 :] if b.label), None)
        return following is None or following.rank != place.rank

    def _below(self, i: int) -> Block | None:
        following = self._blocks[i + 1 :]
        return next(
            (b for b in following[:20] if b.role is Role.BODY and b.continues is None), None
        )

    # --- passages -----------------------------------------------------------------------------

    def _head(self, span: Span, rank: Rank, path: tuple[str, ...], words: str) -> None:
        above = self._open[-1]
        place = Place(rank=rank, path=path, headings=above.headings, id=above.id)
        made = self._emit(span, PassageKind.HEADING, place)
        self._open.append(
            Place(rank=rank, path=path, headings=(*above.headings, words), id=made.id)
        )

    def _body(self, span: Span) -> None:
        top = self._open[-1]
        path = (*top.path, top.nth("đoạn"))
        place = Place(rank=top.rank + _LEAD, path=path, headings=top.headings, id=top.id)
        self._listed(span, PassageKind.PARAGRAPH, place)

    def _item(self, span: Span, place: Place) -> None:
        top = self._open[-1]
        place.headings, place.id = top.headings, top.id
        self._listed(span, PassageKind.ITEM, place)

    def _listed(self, span: Span, kind: PassageKind, place: Place) -> None:
        """Emit a paragraph or item; an inline "(1) … (2) …" list gives its items one by one."""
        text = span.of(self._text)
        starts = inline_starts(text)
        first, *rest = self._cut_at(span, starts) if starts and starts[0] else [span]
        made = self._emit(first, kind, place)
        self._hold(made, place, colon=text.rstrip("*_ ").endswith(":"))
        for number, piece in enumerate(rest, start=1):
            below = Place(path=(*made.path, f"({number})"), headings=made.headings, id=made.id)
            self._emit(piece, PassageKind.ITEM, below)

    def _hold(self, made: Passage, place: Place, *, colon: bool) -> None:
        if made.kind is PassageKind.PARAGRAPH and not colon:
            return
        held = Place(rank=place.rank, path=made.path, headings=made.headings, id=made.id)
        held.kind, held.mark, held.colon = made.kind, place.mark, colon
        if place.rank < Rank.BULLET and not held.is_lead:
            held.counts["đoạn"] = 1  # the words of a khoản are its first paragraph
        self._open.append(held)

    def _emit(self, span: Span, kind: PassageKind, place: Place) -> Passage:
        made = self._passage(
            span, kind=kind, path=place.path, headings=place.headings, parent=place.id
        )
        self._built.append(made)
        return made

    def _passage(self, span: Span, **of: object) -> Passage:
        words = span.of(self._text)
        return Passage(
            id=passage_id(self._document_id, span, words),
            document_id=self._document_id,
            span=span,
            text=words,
            **of,  # type: ignore[arg-type]
        )

    def _cut(self, span: Span, at: int) -> tuple[Span, Span | None]:
        cut = span.start + at
        head = trimmed(self._text, span.start, cut)
        return head or span, trimmed(self._text, cut, span.end)

    def _cut_at(self, span: Span, starts: Sequence[int]) -> list[Span]:
        cuts = [span.start, *(span.start + at for at in starts), span.end]
        pieces = (trimmed(self._text, a, b) for a, b in zip(cuts, cuts[1:], strict=False))
        return [piece for piece in pieces if piece]


def _clause(label: Label) -> str:
    """Name an item of an article: "khoản 1", "điểm a"."""
    kinds = {Rank.ARABIC: "khoản", Rank.LETTER: "điểm"}
    kind = kinds.get(label.rank)
    return f"{kind} {label.name}" if kind else label.name

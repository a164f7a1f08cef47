"""The headings, items and lead-ins that are open at a point of a text."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from corpus.labels import Label, Rank
from corpus.passage import PassageKind

RUN_IN = Rank.INLINE  # a run-in heading holds its own paragraph and the list under it
LEAD = 0.5  # a lead-in stands half a rank below the place that holds it


@dataclass(slots=True, kw_only=True)
class Place:
    """A heading, item or lead-in under which the next block may stand.

    `id` is the id of its passage. `waits` says that its words announce more: they end in ":", or
    they are a title. `mark` is the mark of a bullet.
    """

    rank: float = -1
    path: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    id: str | None = None
    kind: PassageKind = PassageKind.HEADING
    mark: str = ""
    waits: bool = False
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def is_lead(self) -> bool:
        """Whether this is a lead-in paragraph."""
        return self.kind is PassageKind.PARAGRAPH

    def nth(self, name: str) -> str:
        """Count one more `name` under this place: "gạch 1", "gạch 2" and so on."""
        self.counts[name] += 1
        return f"{name} {self.counts[name]}"


class Places:
    """The open places, outermost first; the document itself is the first and never closes."""

    def __init__(self) -> None:
        self._open = [Place()]

    @property
    def top(self) -> Place:
        """The innermost open place."""
        return self._open[-1]

    def hold(self, place: Place) -> None:
        """Open `place` inside the innermost one."""
        self._open.append(place)

    def close_all(self) -> None:
        """Leave only the document itself."""
        del self._open[1:]

    def rank_of(self, label: Label) -> float:
        """Return how far in `label` stands here: "a1)" stands inside an "a)" that announces it."""
        letters = [p for p in self._open if Rank.LETTER <= p.rank < Rank.INLINE]
        inside = label.rank is Rank.LETTER and label.name[-1].isdigit()
        return label.rank + LEAD if inside and letters and letters[0].waits else label.rank

    def close(self, rank: float) -> None:
        """Close the places of `rank` and all inside them."""
        while self.top.rank >= rank:
            self._open.pop()

    def close_leads(self) -> None:
        """Close the lead-ins on top: a heading or a paragraph ends their list."""
        while self.top.is_lead:
            self._open.pop()

    def close_mark(self, mark: str) -> None:
        """Close the bullet with this mark and all inside it; a new mark stands inside.

        A star that nothing announces begins a new part of the section instead.
        """
        marks = [place.mark for place in self._open]
        if mark in marks:
            del self._open[marks.index(mark) :]
        elif mark == "*" and not self.top.waits:
            self.close(Rank.BULLET)

    def close_for_paragraph(self, following: Label | None) -> None:
        """Close the lists that a plain paragraph ends; `following` is the next label below it."""
        if self.top.rank >= Rank.BULLET and self.top.waits and not self.top.counts:
            return
        self.close(RUN_IN)
        self.close_leads()
        while self._ends(self.top, following):
            self._open.pop()
            self.close_leads()

    def _ends(self, item: Place, following: Label | None) -> bool:
        """Tell whether a paragraph ends the numbered `item` above it: no sibling follows."""
        if item.kind is PassageKind.HEADING or item.waits:
            return False
        if self.article and item.rank < Rank.LETTER:
            return False
        return following is None or following.rank != item.rank

    @property
    def article(self) -> Place | None:
        """The open article of law."""
        return next((place for place in self._open if place.rank == Rank.ARTICLE), None)

    @property
    def holder(self) -> Place:
        """The innermost place that is no lead-in."""
        return next(place for place in reversed(self._open) if not place.is_lead)

    def heading_path(self, label: Label) -> tuple[str, ...]:
        """Return the path of a heading; that of an article begins at itself, or at its annex."""
        if label.rank is not Rank.ARTICLE:
            return (*self.top.path, label.name)
        annex = next((place.path for place in self._open if place.rank == Rank.ANNEX), ())
        return (*annex, label.name)

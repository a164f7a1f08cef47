"""Ruled tables: the cells that the lines drawn on a page part, and the words in them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.loaders.lines import table

_NEAR = 3.0  # points: the two sides of a line that is drawn as a narrow box are one
_SHORT = 6.0  # points of a side that parts no cells
_MOST = 300  # lines one way; a drawing has more than a table
_RUNNING = 800  # characters alone in a row: running text in a frame
_FEWEST = 3  # lines each way part two rows and two columns

Cell = tuple[int, int]  # row, column


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line drawn on a page, in points: at `at` from `first` to `last`, level or upright."""

    level: bool
    at: float
    first: float
    last: float

    def covers(self, at: float, place: float) -> bool:
        """Tell whether the line runs through `place` at `at`."""
        return abs(self.at - at) <= _NEAR and self.first - _NEAR <= place <= self.last + _NEAR

    def touches(self, other: Rule) -> bool:
        """Tell whether this line meets one that runs the other way."""
        return self.covers(self.at, other.at) and other.covers(other.at, self.at)


def rule(start: tuple[float, float], end: tuple[float, float]) -> Rule | None:
    """Return the line between two points, None when it is slanted or too short."""
    (left, low), (right, high) = start, end
    level = abs(high - low) <= abs(right - left)
    one, two = sorted((left, right) if level else (low, high))
    drift = abs(high - low) if level else abs(right - left)
    if drift > 1 or two - one < _SHORT:
        return None
    return Rule(level=level, at=round(low if level else left, 1), first=one, last=two)


@dataclass(slots=True, eq=False)
class Table:
    """The cells between the lines of one table and the words put into them.

    `xs` and `ys` are where the lines stand, from the left and from the top.
    """

    xs: Sequence[float]
    ys: Sequence[float]
    rules: Sequence[Rule]
    words: dict[Cell, list[str]] = field(default_factory=dict)

    def cell(self, x: float, y: float) -> Cell | None:
        """Return the cell in which a point stands; of joined cells the first."""
        row = bisect_left([-at for at in self.ys], -y) - 1
        column = bisect_left(self.xs, x) - 1
        if not (0 <= row < len(self.ys) - 1 and 0 <= column < len(self.xs) - 1):
            return None
        while column and not self._parted(self.xs[column], self._middle(self.ys, row)):
            column -= 1
        while row and not self._parted(self.ys[row], self._middle(self.xs, column), level=True):
            row -= 1
        return row, column

    def put(self, cell: Cell, words: str) -> None:
        """Put words below those that the cell has."""
        self.words.setdefault(cell, []).append(words)

    @property
    def parts(self) -> bool:
        """Whether the lines part words: those around paragraphs, or around a page, do not."""
        rows = [row for row, _ in self.words]
        alone = (words for (row, _), words in self.words.items() if rows.count(row) == 1)
        running = any(sum(map(len, words)) > _RUNNING for words in alone)
        return len(rows) > len(set(rows)) and not running

    def lines(self) -> Iterator[str]:
        """Yield a row a line; of a table that places a head or a foot the lines of its cells."""
        rows = [
            ["\n".join(self.words.get((row, at), ())) for at in self._columns(row)]
            for row in range(len(self.ys) - 1)
        ]
        for words in table(rows):
            yield from words.strip().splitlines()

    def _columns(self, row: int) -> list[int]:
        """Return the columns at which cells of a row begin; one joined to the row above counts."""
        middle = self._middle(self.ys, row)
        inner = range(1, len(self.xs) - 1)
        return [0, *(at for at in inner if self._parted(self.xs[at], middle))]

    def _parted(self, at: float, place: float, *, level: bool = False) -> bool:
        return any(one.level is level and one.covers(at, place) for one in self.rules)

    @staticmethod
    def _middle(places: Sequence[float], at: int) -> float:
        return (places[at] + places[at + 1]) / 2


def tables(rules: Iterable[Rule]) -> list[Table]:
    """Return the tables that lines rule: each of at least two rows and two columns."""
    every = list(_joined(rules))
    levels = [one for one in every if one.level]
    uprights = [one for one in every if not one.level]
    if max(len(levels), len(uprights)) > _MOST:
        return []
    found = [_table(group) for group in _groups(levels, uprights)]
    return [one for one in found if min(len(one.xs), len(one.ys)) >= _FEWEST]


def _joined(rules: Iterable[Rule]) -> Iterator[Rule]:
    """Yield lines whole that are drawn in pieces, one for each cell."""
    before: Rule | None = None
    for one in sorted(set(rules), key=lambda one: (one.level, one.at, one.first, one.last)):
        same = before is not None and (before.level, before.at) == (one.level, one.at)
        if before and same and one.first <= before.last + _NEAR:
            before = replace(before, last=max(before.last, one.last))
            continue
        if before:
            yield before
        before = one
    if before:
        yield before


def _table(rules: Sequence[Rule]) -> Table:
    xs = _places(one.at for one in rules if not one.level)
    ys = _places(one.at for one in rules if one.level)
    return Table(xs, ys[::-1], rules)


def _places(every: Iterable[float]) -> list[float]:
    """Return where lines stand, those near each other once."""
    places: list[float] = []
    for at in sorted(every):
        if not places or at - places[-1] > _NEAR:
            places.append(at)
    return places


def _groups(levels: Sequence[Rule], uprights: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Yield the lines that touch each other, straight or through others."""
    left = {True: set(levels), False: set(uprights)}
    while left[True]:
        group, new = [], [left[True].pop()]
        while new:
            one = new.pop()
            group.append(one)
            met = {other for other in left[not one.level] if one.touches(other)}
            left[not one.level] -= met
            new += met
        yield group

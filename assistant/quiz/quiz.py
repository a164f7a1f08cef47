"""A quiz: items made from a scope, each proved, and a count of what was rejected and why."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from assistant.quiz.checks.every import CHECKS, failed
from assistant.quiz.checks.together import (
    SET_CHECKS,
    not_duplicate,
    not_given_away,
    position_balanced,
)
from assistant.quiz.drafts.bench import Bench
from assistant.quiz.drafts.choice import choice
from assistant.quiz.drafts.filling import filling, short
from assistant.quiz.drafts.matching import matching, matchings
from assistant.quiz.drafts.ordering import ordering
from assistant.quiz.drafts.several import several
from assistant.quiz.drafts.truth import truth
from assistant.quiz.field import Field, Scope
from assistant.quiz.item import Difficulty, Item, Kind
from assistant.quiz.point import Gap, Pair, Point
from assistant.quiz.points.every import every_point
from assistant.quiz.prover import Prover
from assistant.quiz.siblings import Siblings
from assistant.shelf import Shelf

_MAKERS: Mapping[Kind, Callable[[Bench, Point, int], Item | str]] = {
    Kind.MC: choice,
    Kind.MULTI: several,
    Kind.TF: truth,
    Kind.ORDER: ordering,
    Kind.FILL: filling,
    Kind.SHORT: short,
}
_PLACES = {Kind.MC: 4, Kind.MULTI: 2, Kind.TF: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What quiz is wanted; no difficulty means a mixture."""

    count: int = 20
    kinds: tuple[Kind, ...] = tuple(Kind)
    difficulty: Difficulty | None = None
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Quiz:
    """Items in the order in which they were made, and how many each check rejected."""

    items: tuple[Item, ...]
    rejected: Mapping[str, int]


def make_quiz(shelf: Shelf, scope: Scope, wish: Wish) -> Quiz:
    """Make as many proved items as are wanted and as the texts hold.

    The same texts, scope and wish make the same quiz.

    Raises:
        EmptyScopeError: the scope holds nothing to ask about.
    """
    field = Field(shelf, scope)
    maker = _Maker(field, wish)
    return maker.made()


Drafted = tuple[Point | None, Callable[[int], Item | str]]


class _Maker:
    """Makes one quiz: kinds in turn, points of each in an order that the seed decides."""

    def __init__(self, field: Field, wish: Wish) -> None:
        self._wish = wish
        chance = random.Random(f"quiz {wish.seed}")  # noqa: S311 — a draw, not a secret
        points = every_point(field)
        self._bench = Bench(field, Prover(field), Siblings(points), chance)
        self._items: list[Item] = []
        self._facts: set[str] = set()
        self._rejected: Counter[str] = Counter()
        self._decks: dict[Kind, list[int]] = {kind: [] for kind in Kind}
        self._drafts = {kind: self._of(kind, points) for kind in wish.kinds}

    def made(self) -> Quiz:
        """Return the quiz."""
        open_kinds = list(self._wish.kinds)
        while open_kinds and len(self._items) < self._wish.count:
            for kind in tuple(open_kinds):
                if len(self._items) >= self._wish.count:
                    break
                if not self._add(kind):
                    open_kinds.remove(kind)
        self._balance()
        names = (*CHECKS, *SET_CHECKS, *sorted(self._rejected))
        return Quiz(
            items=tuple(self._items),
            rejected={name: self._rejected[name] for name in dict.fromkeys(names)},
        )

    def _balance(self) -> None:
        """Take away the last items whose keys stand where too many others do."""
        while not position_balanced(self._items):
            mc = [item for item in self._items if item.kind is Kind.MC]
            tf = [item for item in self._items if item.kind is Kind.TF]
            group = tf if position_balanced(mc) else mc
            most = Counter(item.key[0] for item in group).most_common(1)[0][0]
            last = next(item for item in reversed(group) if item.key[0] == most)
            self._items.remove(last)
            self._rejected["position_balanced"] += 1

    def _add(self, kind: Kind) -> bool:
        """Add the next sound item of a kind; tell whether there was one."""
        for point, draft in self._drafts[kind]:
            if isinstance(point, Gap) and point.fact in self._facts:
                self._rejected["not_duplicate"] += 1
                continue
            target = self._target(kind)
            item = draft(target)
            reason = item if isinstance(item, str) else self._reason(item)
            if reason:
                self._rejected[reason] += 1
            elif isinstance(item, Item):
                self._items.append(item)
                self._facts |= item.facts
                self._deal(kind, item, target)
                return True
        return False

    def _reason(self, item: Item) -> str:
        """Return why an item is not taken, "" when it is; a difficulty not wanted is no fault."""
        if not not_duplicate(item, self._items):
            return "not_duplicate"
        if not not_given_away(item, self._items):
            return "not_given_away"
        found = failed(item, self._bench.prover, self._bench.field)
        wanted = self._wish.difficulty in (None, item.difficulty)
        return found or ("" if wanted else "other_difficulty")

    def _of(self, kind: Kind, points: tuple[Point, ...]) -> Iterator[Drafted]:
        """Yield the drafts of a kind: what is most worth asking first, documents in turn."""
        if kind is Kind.MATCH:
            return iter([(None, partial(self._match, pairs)) for pairs in self._pairs(points)])
        make = _MAKERS[kind]
        ordered = self._ordered([p for p in points if not isinstance(p, Gap) or p.asked])
        return iter([(point, partial(self._draft, make, point)) for point in ordered])

    def _draft(
        self, make: Callable[[Bench, Point, int], Item | str], point: Point, target: int
    ) -> Item | str:
        return make(self._bench, point, target)

    def _match(self, pairs: tuple[Pair, ...], target: int) -> Item | str:  # noqa: ARG002
        return matching(self._bench, pairs, frozenset(self._facts))

    def _pairs(self, points: tuple[Point, ...]) -> list[tuple[Pair, ...]]:
        """Return the families of pairs, three times over: a large one makes several matchings."""
        families = matchings(point for point in points if isinstance(point, Pair))
        ordered = [families[name] for name in sorted(families)]
        self._bench.chance.shuffle(ordered)
        ordered.sort(key=lambda pairs: min(pair.tier for pair in pairs))
        return ordered * 3

    def _ordered(self, points: Sequence[Point]) -> list[Point]:
        """Return points by tier, those of each document in turn within a tier."""
        shuffled = list(points)
        self._bench.chance.shuffle(shuffled)
        seen: Counter[tuple[int, str]] = Counter()
        keyed = []
        for point in shuffled:
            place = (point.tier, point.source.document_id)
            keyed.append(((point.tier, seen[place]), point))
            seen[place] += 1
        return [point for _, point in sorted(keyed, key=lambda pair: pair[0])]

    def _target(self, kind: Kind) -> int:
        """Return where the next key of a kind is wanted."""
        deck = self._decks[kind]
        if not deck:
            deck += range(_PLACES.get(kind, 1))
            self._bench.chance.shuffle(deck)
        return deck[-1]

    def _deal(self, kind: Kind, item: Item, target: int) -> None:
        """Take the place where a key stands out of the deck, or another where that is gone."""
        deck = self._decks[kind]
        place = item.key[0] if kind is Kind.MC else target
        deck.remove(place if place in deck else deck[-1])

"""Robustness: how much of the figure of clean questions is left when they are put badly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from evals.gold import GoldItem, Kind
from evals.interval import Interval, paired_ratio, ratio, share

ROUGH = (Kind.UNACCENTED, Kind.TYPO, Kind.ABBREVIATION, Kind.FOLLOW_UP)
NOT_CLEAN = frozenset({*ROUGH, Kind.ENGLISH})
TWIN = "of:"  # the tag that names the clean question that an item is a variant of


@dataclass(frozen=True, slots=True, kw_only=True)
class Robustness:
    """What is left of `right` in the questions of one rough kind.

    `share`: right rate of the kind / right rate of the clean questions, which are those of every
    answerable kind outside `NOT_CLEAN`. `twins`: the same over the `pairs` of a variant and the
    clean question that it names, (variants right) / (clean ones right). Above 1 the rough ones do
    better. `same`: the share of the pairs in which both cite the very same words, or both refuse.
    None where there is nothing to divide by.
    """

    kind: Kind
    n: int
    clean: int
    share: Interval | None
    pairs: int
    twins: Interval | None
    same: Interval | None = None


Rights = Sequence[tuple[GoldItem, float | None]]
Proofs = Mapping[str, object]  # what an answer cites, by the id of its question


def robustness(half: Rights, everything: Rights, proofs: Proofs) -> tuple[Robustness, ...]:
    """Return the robustness of each rough kind that one half of the gold set asks.

    Both take items with their `right`. The kind and the clean questions are of the half; a twin is
    found in `everything`, for a variant in other words falls into either half.
    """
    clean = [value for item, value in half if value is not None and item.kind not in NOT_CLEAN]
    known = {item.id: value for item, value in everything if value is not None}
    return tuple(
        replace(_of(kind, half, clean, known), same=_same(_rough(kind, half), proofs))
        for kind in ROUGH
        if _rough(kind, half)
    )


def _same(rough: Sequence[tuple[GoldItem, float]], proofs: Proofs) -> Interval | None:
    pairs = [(item.id, twin) for item, _ in rough for twin in _named(item) if twin in proofs]
    same = sum(proofs[own] == proofs[twin] for own, twin in pairs)
    return share(same, len(pairs))


def _of(kind: Kind, half: Rights, clean: Sequence[float], known: Mapping[str, float]) -> Robustness:
    rough = _rough(kind, half)
    pairs = [(value, twin) for item, value in rough for twin in _twins(item, known)]
    return Robustness(
        kind=kind,
        n=len(rough),
        clean=len(clean),
        share=ratio([value for _, value in rough], clean),
        pairs=len(pairs),
        twins=paired_ratio(pairs),
    )


def _rough(kind: Kind, half: Rights) -> list[tuple[GoldItem, float]]:
    return [(item, value) for item, value in half if value is not None and item.kind is kind]


def _twins(item: GoldItem, known: Mapping[str, float]) -> Iterable[float]:
    return (known[name] for name in _named(item) if name in known)


def _named(item: GoldItem) -> Iterable[str]:
    """Return the ids of the questions that an item is a variant of."""
    return (tag.removeprefix(TWIN) for tag in item.tags if tag.startswith(TWIN))

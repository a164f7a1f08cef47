"""Folds over articles: no question is examined by a pupil that was taught its article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from evals.retrieval.beir import Query
from evals.teach.lesson import School


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of a school."""

    school: int
    query: Query


def folds(schools: Sequence[School], count: int, seed: int) -> list[list[Asked]]:
    """Deal the questions that some row answers into `count` folds.

    Questions that share a row, or share it by way of other questions, are in one fold; rows are
    the same when their ids are, whatever their collection.
    """
    asked = [Asked(n, q) for n, school in enumerate(schools) for q in school.collection.judged]
    groups = _groups([schools[a.school].collection.relevant(a.query) for a in asked])
    order = np.random.default_rng(seed).permutation(max(groups, default=0) + 1)
    dealt: list[list[Asked]] = [[] for _ in range(count)]
    for one, group in zip(asked, groups, strict=True):
        dealt[int(order[group]) % count].append(one)
    return dealt


def _groups(golds: Iterable[frozenset[str]]) -> list[int]:
    """Return for each set a number, the same for sets that are joined by common members.

    >>> _groups([frozenset("ab"), frozenset("c"), frozenset("bd")])
    [0, 1, 0]
    """
    leaders: dict[str, str] = {}

    def leader(row: str) -> str:
        while leaders.setdefault(row, row) != row:
            row = leaders[row]
        return row

    ordered = [sorted(gold) for gold in golds]
    for first, *others in ordered:
        for row in others:
            leaders[leader(row)] = leader(first)
    heads = [leader(first) for first, *_ in ordered]
    numbers = {name: n for n, name in enumerate(dict.fromkeys(heads))}
    return [numbers[head] for head in heads]

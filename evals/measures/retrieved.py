"""Retrieved: how soon the search for a question meets the words that prove its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from corpus.span import Span
from evals.found import Found
from evals.gold import GoldItem
from evals.measures.mrr import reciprocal_rank
from evals.measures.ndcg import ndcg
from evals.measures.recall import recall
from evals.outcome import Outcome
from evals.sources import Place, Sources

Of = Callable[[Mapping[str, int], Sequence[str]], float]


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A measure of a ranking (`recall`, `ndcg`, `reciprocal_rank`) over what was retrieved.

    The relevant rows are the evidence groups of the item; groups that one retrieved passage meets
    together are one row, for no reader needs two passages for them. A passage stands for the first
    row that it meets and none before it met, else for nothing. What several searches for the parts
    of a question found is read in turns, the first of each, then the second of each.
    """

    sources: Sources
    of: Of

    def __call__(self, item: GoldItem, outcome: Outcome) -> float | None:
        """Return the measure; None without evidence, or where nothing was searched for."""
        if not item.answerable or not item.evidence:
            return None
        if not outcome.retrieved and not outcome.missing:
            return None
        met = [self._met(item, found) for found in in_turns(outcome.retrieved)]
        rows = joined(range(len(item.evidence)), met)
        return self.of(dict.fromkeys(rows.values(), 1), list(_ranking(met, rows)))

    def _met(self, item: GoldItem, found: Found) -> frozenset[int]:
        """Return the places of the evidence groups that a passage meets."""
        here = Place(found.source, Span(found.start, found.end))
        return frozenset(
            number
            for number, group in enumerate(item.evidence)
            if any(here.meets(place) for quote in group for place in self.sources.places(quote))
        )


def in_turns(found: Iterable[Found]) -> list[Found]:
    """Return what several searches found in turns: the first of each, then the second of each."""
    ranks: dict[int, int] = {}
    ranked: list[tuple[int, int, Found]] = []
    for one in found:
        ranks[one.query] = ranks.get(one.query, 0) + 1
        ranked.append((ranks[one.query], one.query, one))
    return [one for _, _, one in sorted(ranked, key=lambda rank: rank[:2])]


def joined(groups: Iterable[int], met: Iterable[frozenset[int]]) -> dict[int, str]:
    """Return the row of each group; those that are met together share one.

    >>> joined(range(3), [frozenset({0, 2})])
    {0: '0', 1: '1', 2: '0'}
    """
    rows = {group: group for group in groups}
    for together in met:
        shared = {rows[group] for group in together}
        rows = {group: min(shared) if row in shared else row for group, row in rows.items()}
    return {group: str(row) for group, row in rows.items()}


def _ranking(met: Iterable[frozenset[int]], rows: Mapping[int, str]) -> Iterable[str]:
    seen: set[str] = set()
    for rank, groups in enumerate(met):
        new = sorted({rows[group] for group in groups} - seen)
        seen.update(new[:1])
        yield new[0] if new else f"passage {rank}"


def retrieved_at(sources: Sources, k: int) -> Retrieved:
    """Return recall@k, which is the share of the evidence that the first `k` passages cover."""
    return Retrieved(sources, lambda gold, ranking: recall(gold, ranking, k))


def retrieved_mrr(sources: Sources) -> Retrieved:
    """Return the reciprocal rank of the first passage that holds evidence, within ten."""
    return Retrieved(sources, reciprocal_rank)


def retrieved_ndcg(sources: Sources) -> Retrieved:
    """Return nDCG@10 over the evidence."""
    return Retrieved(sources, ndcg)

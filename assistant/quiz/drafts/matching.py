"""Matching: offices and their duties, documents and what they are about."""

from __future__ import annotations

from collections.abc import Iterable

from assistant.quiz.drafts.bench import Bench, quoted
from assistant.quiz.form import apart
from assistant.quiz.frame import Frame
from assistant.quiz.item import Difficulty, Item, Kind
from assistant.quiz.point import Pair
from assistant.quiz.wording import raised

SIZE, FEWEST = 4, 3


def matchings(pairs: Iterable[Pair]) -> dict[str, tuple[Pair, ...]]:
    """Return the pairs of each family that has enough different left sides."""
    families: dict[str, list[Pair]] = {}
    for pair in pairs:
        families.setdefault(pair.family, []).append(pair)
    return {
        family: tuple(found)
        for family, found in families.items()
        if len({pair.left for pair in found}) >= FEWEST
    }


def matching(bench: Bench, pairs: tuple[Pair, ...], used: frozenset[str]) -> Item | str:
    """Return a matching of three or four pairs, none of which could be paired otherwise."""
    chosen = _chosen(bench, [pair for pair in pairs if pair.fact not in used])
    if len(chosen) < FEWEST:
        return "enough_distractors"
    order = list(range(len(chosen)))
    while order == sorted(order):
        bench.chance.shuffle(order)
    options = tuple(raised(chosen[k].right) for k in order)
    first = chosen[0]
    return Item(
        kind=Kind.MATCH,
        stem=f"{bench.stem(first.source, first.question)}.",
        prompts=tuple(pair.left for pair in chosen),
        options=options,
        key=tuple(order.index(k) for k in range(len(chosen))),
        explanation=_explained(bench, chosen),
        difficulty=Difficulty.MEDIUM,
        source=first.source,
        also=tuple(dict.fromkeys(s for p in chosen for s in (p.source, *p.also)))[1:],
        frame=Frame(first.frame.proof),
        facts=frozenset(pair.fact for pair in chosen),
    )


def _chosen(bench: Bench, pairs: list[Pair]) -> list[Pair]:
    bench.chance.shuffle(pairs)
    kept: list[Pair] = []
    for pair in pairs:
        if len(kept) < SIZE and all(_fits(bench, pair, other) for other in kept):
            kept.append(pair)
    return kept


def _fits(bench: Bench, pair: Pair, other: Pair) -> bool:
    """Tell whether two pairs can stand in one matching: neither left side fits both rights."""
    if not apart(pair.left, other.left) or not apart(pair.right, other.right):
        return False
    crossed = ((pair, other), (other, pair))
    return not any(bench.prover.may_hold(a.frame, b.right, a.source) for a, b in crossed)


def _explained(bench: Bench, chosen: list[Pair]) -> str:
    name = bench.field.name(chosen[0].source.document_id)
    words = "; ".join(f"{raised(p.left)}: “{quoted(p.source.quote)}”" for p in chosen)
    return f"{raised(name)} ghi: {words}."

"""What the checker does with sentences that are known to be false, or true."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from assistant.grounding.checker import Checker, Finding
from evals.grounding.drawn import ON_PARAPHRASE, Drawn


@dataclass(frozen=True, slots=True)
class Checked:
    """A drawn sentence and what was found of it."""

    drawn: Drawn
    finding: Finding


def checked(drawn: Iterable[Drawn], checker: Checker) -> tuple[Checked, ...]:
    """Return what the checker finds of each sentence."""
    return tuple(Checked(one, checker.check(one.text, one.evidence)) for one in drawn)


def withheld(every: Iterable[Checked]) -> int:
    """Return how many sentences do not stand."""
    return sum(not one.finding.stands for one in every)


def damage_table(every: tuple[Checked, ...]) -> Iterator[str]:
    """Yield how many sentences made false were caught, by kind, and by which check."""
    yield "| damage | sentences | of these in a paraphrase | caught | share | caught by |"
    yield "|---|---|---|---|---|---|"
    for kind in (*_kinds(every), "all"):
        some = [one for one in every if kind in (one.drawn.kind, "all")]
        otherwise = sum(one.drawn.base == ON_PARAPHRASE for one in some)
        by = Counter(one.finding.failed.value for one in some if one.finding.failed)
        told = ", ".join(f"{name} {count}" for name, count in by.most_common())
        yield f"| {kind} | {len(some)} | {otherwise} | {_share(some)} | {told} |"


def paraphrase_table(every: tuple[Checked, ...]) -> Iterator[str]:
    """Yield how many true paraphrases were withheld, by rule."""
    yield "| paraphrase | sentences | withheld | share |"
    yield "|---|---|---|---|"
    for kind in (*_kinds(every), "all"):
        some = [one for one in every if kind in (one.drawn.kind, "all")]
        yield f"| {kind} | {len(some)} | {_share(some)} |"


def _kinds(every: Iterable[Checked]) -> list[str]:
    return list(dict.fromkeys(one.drawn.kind for one in every))


def _share(some: list[Checked]) -> str:
    count = withheld(some)
    return f"{count} | {100 * count / len(some):.1f} %"

"""A comparison of two runs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from evals.compare.paired import Paired, paired
from evals.gold import Kind, Split
from evals.outcome import Outcome
from evals.report import Report, Row
from evals.worst import standing

TIME = "elapsed_ms"
SMALLER_IS_BETTER = frozenset({"concision", TIME})
CHANCE = 0.05


class Verdict(StrEnum):
    """What a difference says; the p-value decides, at 5 %."""

    BETTER = "better"
    WORSE = "worse"
    UNSURE = "unsure"  # it may be chance
    SAME = "same"  # no question differs


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Questions that are compared together; None stands for every kind, every tag."""

    split: Split
    kind: Kind | None = None
    tag: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How one measure changed over a group: means before and after, questions that rose and fell.

    Only questions count to which the measure applies in both runs: a precision of citations there
    is not where nothing was cited. `wins` rose to the better, `losses` fell to the worse.
    """

    measure: str
    group: Group
    before: float
    after: float
    wins: int
    losses: int
    paired: Paired

    @property
    def verdict(self) -> Verdict:
        """What the difference says."""
        if not self.wins and not self.losses:
            return Verdict.SAME
        if self.paired.p > CHANCE:
            return Verdict.UNSURE
        rose = self.after > self.before
        return Verdict.BETTER if rose != (self.measure in SMALLER_IS_BETTER) else Verdict.WORSE


@dataclass(frozen=True, slots=True)
class Pair:
    """One question in two runs."""

    before: Row
    after: Row

    @property
    def gain(self) -> float:
        """By how much the answer got better, in [-1, 1] (`evals.worst.standing`)."""
        return standing(self.after) - standing(self.before)

    @property
    def same(self) -> bool:
        """Whether both runs gave the same answer with the same proofs; times do not count."""
        return _said(self.before.outcome) == _said(self.after.outcome)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two runs over their common questions.

    `changes` hold for each half the whole, the kinds, then the tags, measure by measure. `gone` are
    the ids of questions that only the run before has, `new` those that only the other has, `edited`
    those whose question was worded otherwise: none of these is compared.
    """

    changes: tuple[Change, ...]
    pairs: tuple[Pair, ...]
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()
    edited: tuple[str, ...] = ()

    @property
    def won(self) -> tuple[Pair, ...]:
        """The questions that are answered better, the most first."""
        return tuple(sorted((p for p in self.pairs if p.gain > 0), key=lambda p: -p.gain))

    @property
    def lost(self) -> tuple[Pair, ...]:
        """The questions that are answered worse, the most first."""
        return tuple(sorted((p for p in self.pairs if p.gain < 0), key=lambda p: p.gain))

    @property
    def moved(self) -> tuple[Pair, ...]:
        """The questions that are answered as well or badly in other words or with other proofs."""
        return tuple(pair for pair in self.pairs if not pair.gain and not pair.same)

    @property
    def agreement(self) -> float | None:
        """The share of the questions whose answer and proofs are the same; None without any."""
        same = [pair.same for pair in self.pairs]
        return sum(same) / len(same) if same else None

    def of(self, group: Group) -> tuple[Change, ...]:
        """Return the changes of a group, in the order of the measures."""
        return tuple(change for change in self.changes if change.group == group)

    def groups(self) -> tuple[Group, ...]:
        """Return the groups that were compared, in order."""
        return tuple(dict.fromkeys(change.group for change in self.changes))


def compare(before: Report, after: Report) -> Comparison:
    """Compare two runs over the questions that both have, in the order of the first.

    A question that a run was asked and did not answer scores 0 there (`evals.answers.judge`).
    """
    old, new = {row.id: row for row in before.rows}, {row.id: row for row in after.rows}
    common = [Pair(old[key], new[key]) for key in old if key in new]
    pairs = tuple(pair for pair in common if _asked(pair.before) == _asked(pair.after))
    kept = {pair.before.id for pair in pairs}
    return Comparison(
        changes=tuple(_changes(pairs)),
        pairs=pairs,
        gone=tuple(key for key in old if key not in new),
        new=tuple(key for key in new if key not in old),
        edited=tuple(p.before.id for p in common if p.before.id not in kept),
    )


def _asked(row: Row) -> object:
    return row.question, row.history, row.split


def _said(outcome: Outcome) -> object:
    proofs = tuple((c.source, c.start, c.end, c.quote) for c in outcome.citations)
    return outcome.answer, outcome.abstained, proofs, outcome.missing


def _changes(pairs: Sequence[Pair]) -> Iterator[Change]:
    for group, some in _groups(pairs):
        for measure in _measures(some):
            change = _change(measure, group, some)
            if change is not None:
                yield change


def _groups(pairs: Sequence[Pair]) -> Iterator[tuple[Group, list[Pair]]]:
    """Yield the groups that have questions: in each half the whole, the kinds, the tags."""
    tags = sorted({tag for pair in pairs for tag in pair.before.tags if ":" not in tag})
    for split in (Split.REPORT, Split.TUNE):
        half = [pair for pair in pairs if pair.before.split is split]
        chosen: Iterable[tuple[Group, list[Pair]]] = (
            (Group(split=split), half),
            *(
                (Group(split=split, kind=kind), [p for p in half if p.before.kind is kind])
                for kind in Kind
            ),
            *(
                (Group(split=split, tag=tag), [p for p in half if tag in p.before.tags])
                for tag in tags
            ),
        )
        yield from ((group, some) for group, some in chosen if some)


def _measures(pairs: Sequence[Pair]) -> tuple[str, ...]:
    named = (score.measure for pair in pairs for score in pair.before.scores)
    return (*dict.fromkeys(named), TIME)


def _change(measure: str, group: Group, pairs: Sequence[Pair]) -> Change | None:
    both = [
        (old, new)
        for pair in pairs
        if (old := _value(measure, pair.before)) is not None
        and (new := _value(measure, pair.after)) is not None
    ]
    before, after = [old for old, _ in both], [new for _, new in both]
    spread = paired(before, after)
    if spread is None:
        return None
    rose = sum(new > old for old, new in both)
    fell = sum(new < old for old, new in both)
    wins, losses = (fell, rose) if measure in SMALLER_IS_BETTER else (rose, fell)
    return Change(
        measure=measure,
        group=group,
        before=sum(before) / len(before),
        after=sum(after) / len(after),
        wins=wins,
        losses=losses,
        paired=spread,
    )


def _value(measure: str, row: Row) -> float | None:
    if measure == TIME:
        return None if row.outcome.missing else row.outcome.elapsed_ms
    return row.score(measure)

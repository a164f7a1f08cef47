"""A sweep: what each setting of a grid reaches; a setting that was run is not run again."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from assistant.weighing.tuning import Setting
from evals.gold import GoldSet, Split
from evals.measured import Figured, measured
from evals.report import Report
from evals.runs.card import Card, own_code
from evals.runs.run import Run
from evals.runs.store import RunStore

Evaluate = Callable[[GoldSet, Setting], tuple[Report, Card]]


@dataclass(frozen=True, slots=True)
class Tried:
    """A setting and its run; `again` says that the run was there already."""

    setting: Setting
    run: Run
    again: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Sweep:
    """Runs settings over one gold set and keeps each run as soon as it is made.

    A run is found again by its setting, the questions, the library and the code, so that a sweep
    that was killed goes on where it stood, and a change of any of these is measured anew.
    """

    gold: GoldSet
    library: str
    store: RunStore
    evaluate: Evaluate
    code: str = field(default_factory=own_code)

    def tried(self, setting: Setting) -> Tried:
        """Return a setting with its run, which is made now unless there is one."""
        key = self._key(setting)
        known = self.store.made(key)
        if known is not None:
            return Tried(setting, known, again=True)
        report, card = self.evaluate(self.gold, setting)
        return Tried(setting, self.store.keep(report, card, name_of(setting), key), again=False)

    def _key(self, setting: Setting) -> str:
        asked = [item.id for item in self.gold.items]
        facts = (setting.changed(), self.gold.digest, asked, self.library, self.code)
        return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()


def name_of(setting: Setting) -> str:
    """Return a setting as it is called: what differs from what ships, "" for what ships.

    >>> from evals.sweep.grid import setting_of
    >>> name_of(setting_of({"hits": 20, "least": 0.5}))
    'hits=20 least=0.5'
    """
    return " ".join(f"{name}={value}" for name, value in setting.changed().items())


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """What one setting reaches: a figure of quality, and the time that it takes; see `front`."""

    name: str
    quality: float
    milliseconds: float
    front: bool


def points(runs: Sequence[tuple[str, Report]], measure: str, half: Split) -> tuple[Point, ...]:
    """Return each named run as a point, in their order; those without the figure are left out.

    `front` says that no other run is as good in both and better in one (the Pareto front); the time
    is the median of a question.
    """
    found = [
        (name, quality.value, time.value)
        for name, report in runs
        if (quality := measured(report, Figured(measure, half)))
        and (time := measured(report, Figured("p50", half)))
    ]
    return tuple(
        Point(name=name, quality=good, milliseconds=ms, front=front((good, ms), found))
        for name, good, ms in found
    )


def front(own: tuple[float, float], every: Sequence[tuple[str, float, float]]) -> bool:
    """Tell whether nothing named is as good in quality and milliseconds, and better in one.

    >>> front((0.8, 40.0), [("a", 0.8, 40.0), ("b", 0.7, 30.0)])
    True
    >>> front((0.8, 40.0), [("c", 0.8, 30.0)])
    False
    """
    quality, time = own
    return not any(other >= quality and ms <= time and (other, ms) != own for _, other, ms in every)

"""The baseline: a gate of bars slightly below what a run reached.

`hoiquyche eval baseline RUN FILE` writes it; nothing else does. A bar stands for each of the goal
(`evals/gates/goal.toml`) but for the times, which are of the machine.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from evals.gate import Bar
from evals.report import Report

MARGIN = 0.02
OF_THE_MACHINE = frozenset({"p50", "p95"})
EXACT = frozenset({"verbatim"})
HEAD = """\
# What is reached on the reporting half of the gold sets over the shipped documents, less a margin
# of {margin}, or of one question where that is more, so that a step back is seen. Written by
# `hoiquyche eval baseline` from a run over
# {gold} ({questions} questions); raise it with every step ahead.
# Times are not here: they are of the machine. The goal (goal.toml) is
#
{goals}"""


def kept(report: Report, bars: Iterable[Bar]) -> Iterator[Bar]:
    """Yield each bar that the report has a figure for, as high as that figure less the margin.

    The margin is one question at least: processors round differently, and one in eleven questions
    may be answered otherwise. Of rough questions the right rate itself is kept: their share of the
    clean ones' falls when the clean ones improve.
    """
    for bar in bars:
        meant = replace(bar, measure="right") if bar.measure == "robust" else bar
        found = meant.measured(report)
        if found is not None and bar.measure not in OF_THE_MACHINE:
            margin = max(MARGIN, 1 / max(found.n, 1))
            yield _raised(meant, found.value, 0.0 if bar.measure in EXACT else margin)


def _raised(bar: Bar, value: float, margin: float) -> Bar:
    """Return the bar at the hundredth below `value` less the margin (above, for `at_most`)."""
    if bar.at_least is None:
        return replace(bar, at_most=math.ceil(round(100 * (value + margin), 6)) / 100)
    low = math.floor(round(100 * (value - margin), 6)) / 100
    return replace(bar, at_least=max(0.0, low))


def written(report: Report, bars: Sequence[Bar]) -> str:
    """Return the gate as TOML, with the goals as comments at its head."""
    goals = "".join(f"#     {bar}\n" for bar in bars)
    head = HEAD.format(margin=MARGIN, questions=len(report.rows), gold=report.gold, goals=goals)
    return "\n".join((head, *map(_table, kept(report, bars))))


def _table(bar: Bar) -> str:
    kind = (f'kind = "{bar.kind}"',) if bar.kind else ()
    bound = f"at_most = {bar.at_most}" if bar.at_least is None else f"at_least = {bar.at_least}"
    return "\n".join(("[[bar]]", f'measure = "{bar.measure}"', *kind, bound, ""))

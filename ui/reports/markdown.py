"""A run, or two of them, as Markdown for a pull request or a message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from evals.compare.comparison import Comparison, Group, Pair
from evals.gold import Split
from evals.report import Row
from evals.runs.run import Run
from evals.worst import is_lost
from ui.compared import STAGES, changes_table, run_line, told
from ui.figures import Table, tables

MOST = 30  # questions that are named; a longer list is not read
_MARKUP = re.compile(r"([\\`*_|<\[\]#])")


def markdown(run: Run) -> str:
    """Return the figures of a run and the questions that it lost."""
    lost = [row for row in run.report.rows if is_lost(row)]
    parts = (
        (f"## {_plain(run.name)}", "", _plain(run_line(run))),
        *map(_table, tables(run.report)),
        _rows(f"Chưa được: {len(lost)} câu", map(_lost, lost[:MOST]), len(lost)),
    )
    return _whole(parts)


def comparison_markdown(before: Run, after: Run, comparison: Comparison) -> str:
    """Return what changed between two runs, and the questions that were lost and won."""
    figures = (
        changes_table(comparison, Group(split=split)) for split in (Split.REPORT, Split.TUNE)
    )
    lost, won = comparison.lost, comparison.won
    parts = (
        (f"## {_plain(before.name)} → {_plain(after.name)}",),
        *(_table(table) for table in figures if table.rows),
        _rows(f"Kém hơn: {len(lost)} câu", map(_pair, lost[:MOST]), len(lost)),
        _rows(f"Tốt hơn: {len(won)} câu", map(_pair, won[:MOST]), len(won)),
    )
    return _whole(parts)


def _whole(parts: Iterable[Iterable[str]]) -> str:
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _table(table: Table) -> Iterator[str]:
    yield f"**{_plain(table.title)}**"
    yield ""
    yield f"| {' | '.join(map(_plain, table.header))} |"
    yield f"|{'---|' * len(table.header)}"
    yield from (f"| {' | '.join(map(_plain, row))} |" for row in table.rows)


def _rows(title: str, lines: Iterable[str], count: int) -> Iterator[str]:
    yield f"**{title}**"
    yield ""
    yield from lines
    if count > MOST:
        yield f"- … và {count - MOST} câu nữa"


def _lost(row: Row) -> str:
    why = f": {STAGES[row.lost_at]}" if row.lost_at else ""
    return f"- `{row.id}` {_plain(row.question)}{why}"


def _pair(pair: Pair) -> str:
    went = f"{told(pair.before)} → {told(pair.after)}"
    return f"- `{pair.before.id}` {_plain(pair.before.question)}: {_plain(went)}"


def _plain(text: str) -> str:
    r"""Return text that Markdown shows as it is, on one line.

    >>> print(_plain("a * b\n| c"))
    a \* b \| c
    """
    return _MARKUP.sub(r"\\\1", " ".join(text.split()))

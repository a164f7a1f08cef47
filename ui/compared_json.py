"""A comparison as JSON: the contract of `eval compare --json`."""

from __future__ import annotations

from evals.compare.comparison import Change, Comparison, Pair
from evals.report import Row
from evals.runs.run import Run

SCHEMA = 1
Json = dict[str, object]


def comparison_json(before: Run, after: Run, comparison: Comparison) -> Json:
    """Return a comparison: figures of every group, and the questions that changed."""
    return {
        "schema": SCHEMA,
        "before": _head(before),
        "after": _head(after),
        "questions": len(comparison.pairs),
        "agreement": comparison.agreement,
        "gone": list(comparison.gone),
        "new": list(comparison.new),
        "edited": list(comparison.edited),
        "changes": [_change(change) for change in comparison.changes],
        "lost": [_pair(pair) for pair in comparison.lost],
        "won": [_pair(pair) for pair in comparison.won],
        "moved": [_pair(pair) for pair in comparison.moved],
    }


def _head(run: Run) -> Json:
    return {"id": run.id, "name": run.name, "at": run.at, "gold": run.report.gold}


def _change(change: Change) -> Json:
    spread = change.paired.difference
    return {
        "split": change.group.split,
        "kind": change.group.kind,
        "tag": change.group.tag,
        "measure": change.measure,
        "n": change.paired.n,
        "before": change.before,
        "after": change.after,
        "difference": spread.value,
        "low": spread.low,
        "high": spread.high,
        "p": change.paired.p,
        "wins": change.wins,
        "losses": change.losses,
        "verdict": change.verdict,
    }


def _pair(pair: Pair) -> Json:
    return {
        "id": pair.before.id,
        "question": pair.before.question,
        "kind": pair.before.kind,
        "gain": pair.gain,
        "before": _row(pair.before),
        "after": _row(pair.after),
    }


def _row(row: Row) -> Json:
    return {
        "answer": row.outcome.answer,
        "abstained": row.outcome.abstained,
        "lost_at": row.lost_at,
        "scores": {score.measure: score.value for score in row.scores},
    }

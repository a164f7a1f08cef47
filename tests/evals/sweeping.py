"""A sweep of twelve settings in a process of its own, which waits inside each evaluation.

`python -m tests.evals.sweeping DATABASE`: says which setting it evaluates, and goes on with it when
it is given a line.
"""

from __future__ import annotations

import sys
from contextlib import closing
from pathlib import Path

from assistant.weighing.tuning import Setting
from evals.answers import judge
from evals.gold import GoldSet
from evals.report import Report
from evals.runs.card import Card, Machine
from evals.runs.store import RunStore
from evals.sweep.grid import setting_of
from evals.sweep.sweep import Sweep, name_of
from tests.evals.world import DOCUMENTS, REFUSED, gold, item

GOLD = gold(item())
SETTINGS = tuple(setting_of({"hits": hits}) for hits in range(1, 13))


def evaluate(asked: GoldSet, setting: Setting) -> tuple[Report, Card]:
    """Say which setting it is and wait for a line."""
    sys.stdout.write(name_of(setting) + "\n")
    sys.stdout.flush()
    sys.stdin.readline()
    card = Card(
        version="1",
        code="c0de",
        library="1ib",
        documents=2,
        passages=5,
        embedder="e5",
        embedder_digest="d1",
        setting=setting.changed(),
        machine=Machine("a processor", 2, "Linux", "3.11"),
    )
    return judge(asked, {"g1": REFUSED}, DOCUMENTS), card


def main(database: str) -> None:
    """Run the sweep."""
    with closing(RunStore.open(Path(database))) as store:
        sweep = Sweep(gold=GOLD, library="1ib", store=store, evaluate=evaluate, code="c0de")
        for setting in SETTINGS:
            sweep.tried(setting)


if __name__ == "__main__":
    main(sys.argv[1])

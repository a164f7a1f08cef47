"""Progress on stderr: one line that fills up, with an estimate of what is left."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from ui.commands import wording

STEADY = 0.05  # the share that must be done before an estimate means anything


def shown_progress(
    words: Callable[[int, int, float | None], str] = wording.indexing,
) -> Callable[[int, int], None]:
    """Return a callback that shows `done` of `total` in `words`; silent when nothing is to do.

    Where nobody watches a line fill up, as in a log, each tenth is a line of its own.
    """
    watched = sys.stderr.isatty()
    told = [-1]  # the tenths that were shown
    begun: list[float] = []  # when the first of them was

    def show(done: int, total: int) -> None:
        tenths = done * 10 // total if total else 10
        if not watched and tenths == told[0]:
            return
        told[0] = tenths
        begun.append(time.monotonic())
        share = done / total if total else 1.0
        elapsed = begun[-1] - begun[0]
        left = elapsed / share - elapsed if share > STEADY else None
        end = "\r" if watched and done < total else "\n"
        print(words(done, total, left), end=end, file=sys.stderr, flush=True)

    return show

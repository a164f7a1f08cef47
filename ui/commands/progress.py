"""Progress on stderr: one line that fills up, with an estimate of what is left."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from ui.commands import wording

STEADY = 0.05  # the share that must be done before an estimate means anything


def shown_progress() -> Callable[[int, int], None]:
    """Return a callback that shows `done` of `total` passages; silent when all is reused."""
    started = time.monotonic()

    def show(done: int, total: int) -> None:
        share = done / total if total else 1.0
        elapsed = time.monotonic() - started
        left = elapsed / share - elapsed if share > STEADY else None
        end = "\n" if done >= total else "\r"
        print(wording.indexing(done, total, left), end=end, file=sys.stderr, flush=True)

    return show

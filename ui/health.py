"""How the program is: what an administrator looks at first."""

from __future__ import annotations

import shutil
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from logging import Handler, LogRecord
from pathlib import Path

MOST_ERRORS = 20
_UNITS = ("byte", "KiB", "MiB", "GiB", "TiB")
_STEP = 1024


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class LastErrors(Handler):
    """Keeps the last errors of the log: when, where, of what kind; never what somebody wrote."""

    def __init__(self) -> None:
        super().__init__(level="ERROR")
        self.kept: deque[tuple[str, str]] = deque(maxlen=MOST_ERRORS)

    def emit(self, record: LogRecord) -> None:
        """Keep one error."""
        kind = record.exc_info[0] if record.exc_info else None
        told = f"{record.name}: {kind.__name__}" if kind else record.name
        self.kept.appendleft((_now(), told))


@dataclass(frozen=True, slots=True, kw_only=True)
class Health:
    """What is told: facts by name (see `ui.people.wording.FACTS`), then the last errors."""

    facts: Mapping[str, str]
    errors: tuple[tuple[str, str], ...] = field(default=())


def disk(home: Path) -> tuple[str, str]:
    """Return the size of a folder and what is free on its disk, in words."""
    size = sum(file.stat().st_size for file in home.rglob("*") if file.is_file())
    return sized(size), sized(shutil.disk_usage(home).free)


def sized(count: float) -> str:
    """Return a number of bytes in words.

    >>> sized(1536)
    '1,5 KiB'
    """
    for unit in _UNITS:
        if count < _STEP or unit == _UNITS[-1]:
            break
        count /= _STEP
    words = f"{count:.0f}" if unit == _UNITS[0] else f"{count:.1f}".replace(".", ",")
    return f"{words} {unit}"

"""Times as people read them."""

from __future__ import annotations

from datetime import datetime


def moment(kept: str) -> str:
    """Return a time that is kept (ISO 8601, UTC) as the machine's local time, to the minute.

    >>> moment("")
    ''
    """
    if not kept:
        return ""
    return datetime.fromisoformat(kept).astimezone().strftime("%H:%M ngày %d/%m/%Y")

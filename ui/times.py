"""Times as people read them."""

from __future__ import annotations

from datetime import datetime

from ui.tongue import Tongue, tongue


def moment(kept: str) -> str:
    """Return a time that is kept (ISO 8601, UTC) as the machine's local time, to the minute.

    >>> moment("")
    ''
    """
    if not kept:
        return ""
    between = ", " if tongue() is Tongue.ENGLISH else " ngày "
    return datetime.fromisoformat(kept).astimezone().strftime(f"%H:%M{between}%d/%m/%Y")

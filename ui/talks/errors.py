"""What can go wrong with a conversation."""

from __future__ import annotations

from corpus.errors import HoiQuyCheError


class UnknownTalkError(HoiQuyCheError):
    """A conversation or an exchange that there is not, or that is somebody else's."""

    def __init__(self, key: str) -> None:
        self.key = key
        super().__init__(f"there is no conversation {key!r}")

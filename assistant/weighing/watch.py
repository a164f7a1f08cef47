"""A watch: who measures the assistant is told what it found and weighed on the way."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from index.hit import Hit

if TYPE_CHECKING:
    from assistant.weighing.select import Chosen


class Watch(Protocol):
    """Is told, in the order in which it happens; what it is told is not to be changed."""

    def searched(self, text: str, hits: tuple[Hit, ...]) -> None:
        """Take note of the hits for a question or a part of one, best first."""
        ...

    def weighed(self, weighed: Sequence[Chosen]) -> None:
        """Take note of the candidates for a question or a part of one, best first."""
        ...


class Unwatched:
    """The watch when nobody measures."""

    def searched(self, text: str, hits: tuple[Hit, ...]) -> None:
        """Let it pass."""

    def weighed(self, weighed: Sequence[Chosen]) -> None:
        """Let it pass."""


UNWATCHED = Unwatched()

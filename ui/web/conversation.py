"""Conversations as the server keeps them; nothing of them is taken from the browser."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass, field, replace
from enum import StrEnum
from secrets import token_hex
from threading import Lock

from assistant.question import Turn
from assistant.reply import Reply
from ui.plain import reply_text

MOST_CONVERSATIONS = 500
MOST_EXCHANGES = 50
REMEMBERED = 4  # exchanges that the assistant is told of


class Stage(StrEnum):
    """How far an exchange has come."""

    ASKED = "asked"
    ANSWERED = "answered"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question and what came of it; `shown` claims of the reply are on the page.

    `note` is what is said while there is no reply, or why there is none; `before` are the questions
    that the assistant was told of with it, oldest first.
    """

    question: str
    before: tuple[str, ...] = ()
    id: str = field(default_factory=lambda: token_hex(8))
    stage: Stage = Stage.ASKED
    reply: Reply | None = None
    shown: int = 0
    note: str = ""


class Conversations:
    """The conversations of this process, by key; the least recently used one goes first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[Exchange, ...]] = OrderedDict()
        self._lock = Lock()

    def of(self, key: str) -> tuple[Exchange, ...]:
        """Return a conversation, oldest exchange first; empty when there is none."""
        with self._lock:
            return self._kept.get(key, ())

    def begin(self, key: str, exchange: Exchange) -> None:
        """Add an exchange at the end."""
        self._put(key, (*self.of(key), exchange)[-MOST_EXCHANGES:])

    def update(self, key: str, exchange: Exchange) -> bool:
        """Put `exchange` in the place of what it was before; tell whether it was still wanted.

        One that was stopped, cleared away or followed by another question stays as it is.
        """
        kept = self.of(key)
        wanted = bool(kept) and kept[-1].id == exchange.id and kept[-1].stage is Stage.ASKED
        if wanted:
            self._put(key, (*kept[:-1], exchange))
        return wanted

    def stop(self, key: str) -> None:
        """Mark the last exchange as stopped by the reader, unless it had come to its end."""
        kept = self.of(key)
        if kept and kept[-1].stage is Stage.ASKED:
            self.update(key, replace(kept[-1], stage=Stage.STOPPED))

    def clear(self, key: str) -> None:
        """Forget a conversation."""
        with self._lock:
            self._kept.pop(key, None)

    def _put(self, key: str, exchanges: tuple[Exchange, ...]) -> None:
        with self._lock:
            self._kept[key] = exchanges
            self._kept.move_to_end(key)
            while len(self._kept) > MOST_CONVERSATIONS:
                self._kept.popitem(last=False)


def history(exchanges: tuple[Exchange, ...]) -> tuple[Turn, ...]:
    """Return the last answered exchanges as turns, oldest first."""
    answered = [(e.question, e.reply) for e in exchanges if e.reply is not None]
    return tuple(
        turn
        for question, reply in answered[-REMEMBERED:]
        for turn in (Turn("user", question), Turn("assistant", reply_text(reply)))
    )

"""A question and what came of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from secrets import token_hex

from assistant.question import Turn
from assistant.reply import Reply
from ui.plain import reply_text

REMEMBERED = 4  # exchanges that the assistant is told of


class Stage(StrEnum):
    """How far an exchange has come."""

    ASKED = "asked"
    ANSWERED = "answered"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What its reader says of an answer: `about` is the number of a wrong citation, 0 for all."""

    good: bool
    reason: str = ""
    about: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question and what came of it; `shown` claims of the reply are on the page.

    `note` is what is said while there is no reply, or why there is none; `before` are the questions
    that the assistant was told of with it, oldest first; `documents` those that it was limited to,
    `mode` how the answer should be worded ("" as it is set up; neither is kept).
    `index` names the index that was searched, `at` is when it was asked (UTC). `suggested` are
    questions to go on with; they are not kept.
    """

    question: str
    before: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    mode: str = ""
    id: str = field(default_factory=lambda: token_hex(8))
    stage: Stage = Stage.ASKED
    reply: Reply | None = None
    shown: int = 0
    note: str = ""
    at: str = ""
    index: str = ""
    verdict: Verdict | None = None
    suggested: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A conversation as lists show it; times are UTC."""

    id: str
    title: str
    pinned: bool
    began_at: str
    changed_at: str
    exchanges: int


def history(exchanges: tuple[Exchange, ...]) -> tuple[Turn, ...]:
    """Return the last answered exchanges as turns, oldest first."""
    answered = [(e.question, e.reply) for e in exchanges if e.reply is not None]
    return tuple(
        turn
        for question, reply in answered[-REMEMBERED:]
        for turn in (Turn("user", question), Turn("assistant", reply_text(reply)))
    )

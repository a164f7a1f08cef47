"""A chat model as the writer sees it: messages in, pieces of text out, or a fault."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal, Protocol

from corpus.errors import HoiQuyCheError


class Fault(StrEnum):
    """Why a model did not write an answer."""

    ABSENT = "absent"  # none is set up, or its package is not installed
    UNREACHABLE = "unreachable"
    REFUSED = "refused"  # the key, the name of the model or the request
    BUSY = "busy"  # the server says so, or as many as may are writing already
    SLOW = "slow"  # not done when its time was up
    CUT = "cut"  # ended in the middle
    EMPTY = "empty"
    BROKEN = "broken"  # anything else that went wrong
    RESTING = "resting"  # it failed several times and is left alone for a while
    SPENT = "spent"  # the tokens of the day are used up
    UNPROVED = "unproved"  # it wrote, and nothing of it could be proved


class ModelError(HoiQuyCheError):
    """A model that did not do what was asked of it; the message holds nothing of what was asked."""

    def __init__(self, fault: Fault, reason: str = "") -> None:
        self.fault, self.reason = fault, reason
        super().__init__(f"the language model: {fault.value}{f' ({reason})' if reason else ''}")


@dataclass(frozen=True, slots=True)
class Message:
    """One message to a model."""

    role: Literal["system", "user", "assistant"]
    content: str


@dataclass(frozen=True, slots=True)
class Piece:
    """What a model has just written; the last piece may tell how much and with what."""

    text: str
    tokens: int = 0  # written in all, 0 where the server does not say
    read: int = 0  # tokens of the prompt, likewise
    facts: dict[str, str] = field(default_factory=dict)  # what the server says of the model


class ChatModel(Protocol):
    """Something that writes."""

    @property
    def name(self) -> str:
        """What the model is called."""
        ...

    @property
    def parameters(self) -> dict[str, str]:
        """With what it writes: temperature, seed, the most tokens."""
        ...

    def stream(self, messages: tuple[Message, ...]) -> Iterator[Piece]:
        """Yield what the model writes, as it comes.

        Raises:
            ModelError: it does not write, or stops in the middle.
        """
        ...

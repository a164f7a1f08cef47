"""A tape: what a model wrote to which messages, and when, so that it need not write it again.

A change of what checks the sentences is measured on the same words, without the model.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path

from assistant.fluent.guard import Limits
from assistant.fluent.model import ChatModel, Fault, Message, ModelError, Piece

UNASKED = frozenset({Fault.ABSENT, Fault.BUSY, Fault.RESTING})  # the model wrote nothing
PATIENT = Limits(seconds=3600.0, retries=0)  # what is measured is not given up


@dataclass(frozen=True, slots=True, kw_only=True)
class Reel:
    """One generation: its pieces with the second at which each came, and how it ended."""

    key: str
    pieces: list[tuple[float, str]] = field(default_factory=list)
    tokens: int = 0
    read: int = 0
    facts: dict[str, str] = field(default_factory=dict)
    fault: str = ""


class Tape:
    """A chat model that writes what is on the tape; what is not, its model writes onto it.

    `now` is the second of the generation at which the last piece came.
    """

    def __init__(
        self,
        file: Path,
        model: ChatModel | None,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._file, self._model, self._clock = file, model, clock
        self._reels = {reel.key: reel for reel in _read(file)}
        self.now = 0.0

    @property
    def name(self) -> str:
        """What the model is called."""
        return self._model.name if self._model else "tape"

    @property
    def parameters(self) -> dict[str, str]:
        """With what it writes."""
        return self._model.parameters if self._model else {}

    def stream(self, messages: tuple[Message, ...]) -> Iterator[Piece]:
        """Yield what was written to these messages, or is written now.

        Raises:
            ModelError: as the model raised it, or there is neither a tape of it nor a model.
        """
        key = _key(messages)
        if key in self._reels:
            yield from self._played(self._reels[key])
        elif self._model:
            yield from self._taped(key, self._model, messages)
        else:
            raise ModelError(Fault.ABSENT)

    def _played(self, reel: Reel) -> Iterator[Piece]:
        for self.now, text in reel.pieces:
            yield Piece(text)
        yield Piece("", reel.tokens, reel.read, reel.facts)
        if reel.fault:
            raise ModelError(Fault(reel.fault))

    def _taped(self, key: str, model: ChatModel, messages: tuple[Message, ...]) -> Iterator[Piece]:
        pieces: list[tuple[float, str]] = []
        told, facts, fault, begun = Piece(""), dict[str, str](), "", self._clock()
        try:
            for piece in model.stream(messages):
                self.now = round(self._clock() - begun, 3)
                pieces.append((self.now, piece.text))
                told, facts = (piece if piece.tokens else told), facts | piece.facts
                yield piece
        except ModelError as error:
            fault = error.fault.value
            raise
        finally:
            if fault not in UNASKED:
                counts = {"tokens": told.tokens, "read": told.read}
                self._keep(Reel(key=key, pieces=pieces, facts=facts, fault=fault, **counts))

    def _keep(self, reel: Reel) -> None:
        self._reels[reel.key] = reel
        with self._file.open("a", encoding="utf-8") as file:
            file.write(json.dumps(asdict(reel), ensure_ascii=False) + "\n")


def _key(messages: tuple[Message, ...]) -> str:
    told = "\0".join(f"{message.role}\0{message.content}" for message in messages)
    return hashlib.sha256(told.encode()).hexdigest()[:24]


def _read(file: Path) -> Iterator[Reel]:
    lines = file.read_text("utf-8").splitlines() if file.exists() else []
    for line in lines:
        told = json.loads(line)
        yield Reel(**{**told, "pieces": [(at, text) for at, text in told["pieces"]]})

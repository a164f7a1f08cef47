"""One question from asking to the last claim on the page, step by step."""

from __future__ import annotations

import logging
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from assistant.question import Question
from assistant.reply import Reply
from corpus.errors import HoiQuyCheError
from ui import failures, messages
from ui.application import Application
from ui.render import claim_count
from ui.web.conversation import Conversations, Exchange, Stage, history

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast things appear, in seconds: a claim, a look at whether the program is ready."""

    claim: float = 0.07
    whole: float = 1.2  # all claims of a reply together take at most this long
    look: float = 0.25
    patience: float = 120.0


@dataclass(frozen=True, slots=True)
class Answering:
    """Asks for one conversation and remembers what is shown of the reply."""

    application: Application
    conversations: Conversations
    pace: Pace = field(default_factory=Pace)

    def ask(self, key: str, question: str) -> Iterator[Exchange]:
        """Yield the exchange each time that there is more to show of it."""
        before = history(self.conversations.of(key))
        earlier = tuple(turn.content for turn in before if turn.role == "user")
        exchange = Exchange(question=question, before=earlier, note=messages.SEARCHING)
        self.conversations.begin(key, exchange)
        for step in self._steps(exchange, Question(question, before)):
            if not self.conversations.update(key, step):
                return
            yield step

    def _steps(self, exchange: Exchange, question: Question) -> Iterator[Exchange]:
        for words in self._waiting():
            yield replace(exchange, note=words)
        if not self.application.ready():
            why = self.application.progress() or messages.NOT_READY
            yield replace(exchange, stage=Stage.FAILED, note=why)
            return
        yield exchange
        reply = self._reply(question)
        if isinstance(reply, str):
            yield replace(exchange, stage=Stage.FAILED, note=reply)
        else:
            yield from self._shown(replace(exchange, reply=reply, note=""))

    def _waiting(self) -> Iterator[str]:
        until = time.monotonic() + self.pace.patience
        while not self.application.ready() and time.monotonic() < until:
            yield self.application.progress() or messages.PREPARING
            time.sleep(self.pace.look)

    def _reply(self, question: Question) -> Reply | str:
        try:
            return self.application.assistant.ask(question)
        except HoiQuyCheError as error:
            return failures.sentence(error)
        except Exception:  # the edge of the process: the reader gets a sentence, the log the cause
            log.exception("a question could not be answered")
            return messages.UNEXPECTED

    def _shown(self, exchange: Exchange) -> Iterator[Exchange]:
        steps = claim_count(exchange.reply) if exchange.reply else 0
        pause = min(self.pace.claim, self.pace.whole / max(steps, 1))
        for shown in range(1, steps):
            yield replace(exchange, shown=shown)
            time.sleep(pause)
        yield replace(exchange, shown=steps, stage=Stage.ANSWERED)

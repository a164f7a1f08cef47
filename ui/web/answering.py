"""One question from asking to the last claim on the page, step by step."""

from __future__ import annotations

import logging
import time
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace

from assistant.fluent.speaker import Step
from assistant.mode import Mode
from assistant.question import LONGEST_QUESTION, Question
from corpus.errors import HoiQuyCheError, StateError
from ui import failures, messages
from ui.application import Application
from ui.render import claim_count
from ui.talks.exchange import Exchange, Stage, history
from ui.talks.talks import Talks
from ui.writing import WRITING

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pace:
    """How fast things appear, in seconds: a claim, a look at whether the program is ready."""

    claim: float = 0.05
    steps: int = 4  # in which a reply appears: each is drawn anew, for everybody who asks
    whole: float = 0.6  # all claims of a reply together take at most this long
    look: float = 0.25
    patience: float = 120.0


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a reader chose beside a question: the documents, and how the answer is worded."""

    documents: tuple[str, ...] = ()
    mode: str = ""


EVERYTHING = Chosen()


@dataclass(frozen=True, slots=True)
class Answering:
    """Asks for one conversation and remembers what is shown of the reply."""

    application: Application
    talks: Talks
    pace: Pace = field(default_factory=Pace)

    def ask(
        self, owner: str, talk_id: str, text: str, chosen: Chosen = EVERYTHING
    ) -> Generator[tuple[str, Exchange]]:
        """Yield the exchange each time that there is more to show of it, with its conversation.

        An empty `talk_id` begins a new conversation.

        Raises:
            UnknownTalkError: there is no such conversation of this owner, or it is full.
        """
        before = history(self.talks.of(owner, talk_id)) if talk_id else ()
        earlier = tuple(turn.content for turn in before if turn.role == "user")
        exchange = Exchange(
            question=text[: LONGEST_QUESTION + 1],
            before=earlier,
            documents=chosen.documents,
            mode=chosen.mode,
            note=messages.SEARCHING,
            at=self.talks.clock(),
        )
        try:
            key = self.talks.begin(owner, talk_id, exchange)
        except StateError as error:  # the disk is full: what is kept stays, reading goes on
            failed = replace(exchange, stage=Stage.FAILED, note=failures.sentence(error))
            yield talk_id, failed
            return
        mode = Mode(chosen.mode) if chosen.mode in set(Mode) else None
        question = Question(exchange.question, before, frozenset(chosen.documents), mode)
        step = exchange
        try:
            for step in self._steps(exchange, question):
                if not self._keep(step):
                    return
                yield key, step
            if suggested := self._suggested(question, step):
                yield key, replace(step, suggested=suggested)
        finally:
            self.talks.settle(exchange.id)  # the reader may be gone before the end

    def _keep(self, step: Exchange) -> bool:
        """Keep a step, and tell whether it is still wanted; one that cannot be kept is shown."""
        try:
            return self.talks.update(step)
        except StateError:
            log.exception("an answer could not be kept")
            return True

    def _steps(self, exchange: Exchange, question: Question) -> Iterator[Exchange]:
        for words in self._waiting():
            yield replace(exchange, note=words)
        if not self.application.ready():
            why = self.application.progress() or messages.NOT_READY
            yield replace(exchange, stage=Stage.FAILED, note=why)
            return
        yield exchange
        found = replace(exchange, index=self.application.generation())
        shown = 0
        for step in self._replies(question):
            if isinstance(step, str):
                yield replace(exchange, stage=Stage.FAILED, note=step)
                return
            claims = claim_count(step.reply)
            grown = replace(found, reply=step.reply, shown=claims, note=WRITING)
            if step.whole:
                yield from self._shown(replace(grown, note=""), shown)
            else:
                yield grown
            shown = claims

    def _suggested(self, question: Question, whole: Exchange) -> tuple[str, ...]:
        """Return questions to go on with; they are worth no error."""
        if whole.stage is not Stage.ANSWERED or whole.reply is None:
            return ()
        try:
            return self.application.suggest(question, whole.reply)
        except HoiQuyCheError:
            log.exception("no question to go on with was found")
            return ()

    def _waiting(self) -> Iterator[str]:
        until = time.monotonic() + self.pace.patience
        while not self.application.ready() and time.monotonic() < until:
            yield self.application.progress() or messages.PREPARING
            time.sleep(self.pace.look)

    def _replies(self, question: Question) -> Iterator[Step | str]:
        """Yield the reply as it grows, or in the end why there is none."""
        try:
            yield from self.application.assistant.steps(question)
        except HoiQuyCheError as error:
            yield failures.sentence(error)
        except Exception:  # the edge of the process: the reader gets a sentence, the log the cause
            log.exception("a question could not be answered")
            yield messages.UNEXPECTED

    def _shown(self, exchange: Exchange, before: int) -> Iterator[Exchange]:
        """Yield a whole reply, of which some claims are shown already, a few claims at a time."""
        claims = exchange.shown
        at_once = max(1, -(-claims // self.pace.steps))
        pause = min(self.pace.claim, self.pace.whole / max(claims, 1)) * at_once
        for shown in range(before + at_once, claims, at_once):
            yield replace(exchange, shown=shown)
            time.sleep(pause)
        yield replace(exchange, stage=Stage.ANSWERED)

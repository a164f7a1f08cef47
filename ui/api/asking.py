"""The API of questions: an answer whole or claim by claim, and what a search finds."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from typing import Annotated, Literal

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.mode import Mode
from assistant.question import LONGEST_QUESTION, Question, Turn
from assistant.reply import Answer, Reply
from corpus.errors import HoiQuyCheError
from ui import failures, messages
from ui.application import Application
from ui.contract import Json, hit_json, reply_json
from ui.plain import claim_text

MOST_HITS = 100
EVENTS = "text/event-stream"


class TurnIn(BaseModel):
    """A turn of the conversation before the question."""

    model_config = ConfigDict(extra="forbid", strict=True)

    role: Literal["user", "assistant"]
    content: str


class AskIn(BaseModel):
    """The body of `POST /api/ask` and `POST /api/ask/stream`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    question: str
    history: list[TurnIn] = Field(default_factory=list, max_length=100)
    documents: list[str] = Field(default_factory=list, max_length=1000)
    mode: Literal["", "extractive", "fluent", "plain", "compare", "summary", "letter"] = ""

    def asked(self) -> Question:
        """Return the question."""
        turns = tuple(Turn(turn.role, turn.content) for turn in self.history)
        mode = Mode(self.mode) if self.mode else None
        return Question(self.question, turns, frozenset(self.documents), mode)


def asking(application: Application) -> APIRouter:
    """Return the routes for `application`."""
    router = APIRouter(tags=["ask"])

    @router.post("/api/ask", summary="Answer one question")
    def ask_route(body: AskIn) -> Json:
        return ask(application, body.asked())

    @router.post("/api/ask/stream", summary="Answer one question, claim by claim (SSE)")
    def stream_route(body: AskIn) -> StreamingResponse:
        require_ready(application)
        return StreamingResponse(_events(application, body.asked()), media_type=EVENTS)

    @router.get("/api/search", summary="Find passages")
    def search_route(
        q: Annotated[str, Query(min_length=1, max_length=LONGEST_QUESTION)],
        k: Annotated[int, Query(ge=1, le=MOST_HITS)] = 10,
        document: Annotated[list[str], Query(max_length=1000)] = [],  # noqa: B006 - FastAPI copies it
    ) -> Json:
        require_ready(application)
        hits = application.search(q, k, frozenset(document))
        found = [hit_json(h, n, application.library.document) for n, h in enumerate(hits, start=1)]
        return {"query": q, "hits": found}

    return router


def ask(application: Application, question: Question) -> Json:
    """Answer one question in the form of the contract; 503 while the program is getting ready."""
    reply, elapsed = replied(application, question)
    return reply_json(reply, application.library.document, elapsed)


def replied(application: Application, question: Question) -> tuple[Reply, float]:
    """Answer one question, and tell how many milliseconds it took; 503 before it can be."""
    require_ready(application)
    start = time.perf_counter()
    try:
        reply = application.assistant.ask(question)
    except HoiQuyCheError as error:
        raise HTTPException(500, failures.sentence(error)) from error
    return reply, (time.perf_counter() - start) * 1000


def require_ready(application: Application) -> None:
    """Refuse with 503 while the program is getting ready."""
    if not application.ready():
        raise HTTPException(503, application.progress() or messages.NOT_READY)


def pieces(reply: Reply) -> Iterator[str]:
    """Yield the lines of an answer one after the other; nothing of a refusal."""
    if isinstance(reply, Answer):
        for part in reply.parts:
            if part.lead:
                yield part.lead
            yield from map(claim_text, part.claims)


def event(told: object, name: str = "") -> str:
    """Return one server-sent event."""
    head = f"event: {name}\n" if name else ""
    return f"{head}data: {json.dumps(told, ensure_ascii=False)}\n\n"


def _events(application: Application, question: Question) -> Iterator[str]:
    """Yield each line when it stands, then the whole reply; what was sent is never taken back."""
    start, sent = time.perf_counter(), 0
    try:
        for step in application.assistant.steps(question):
            lines = list(pieces(step.reply))
            yield from (event({"text": line}, "claim") for line in lines[sent:])
            sent = max(sent, len(lines))
    except HoiQuyCheError as error:
        yield event({"detail": failures.sentence(error)}, "error")
        return
    elapsed = (time.perf_counter() - start) * 1000
    yield event(reply_json(step.reply, application.library.document, elapsed), "reply")

"""The chat of OpenAI's API, so that its clients can sit on this program.

No language model takes part: the answer is what `POST /api/ask` gives, its citations beside it.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from secrets import token_hex
from typing import Literal

from fastapi import APIRouter, HTTPException
from fastapi.responses import JSONResponse, Response, StreamingResponse
from pydantic import BaseModel, Field

from assistant.question import Question, Turn
from assistant.reply import Answer, Reply
from ui import messages
from ui.api.asking import EVENTS, event, pieces, replied
from ui.application import Application
from ui.contract import Json, reply_json
from ui.plain import named, refusal_text, source_line

MODEL = "hoi-quy-che"


class MessageIn(BaseModel):
    """One message; parts that are no text are refused."""

    role: Literal["system", "developer", "user", "assistant", "tool"]
    content: str | list[dict[str, object]] | None = None

    def text(self) -> str:
        """Return its words."""
        if isinstance(self.content, str):
            return self.content
        parts = (part.get("text", "") for part in self.content or [])
        return "\n".join(str(part) for part in parts if part)


class ChatIn(BaseModel):
    """The body of `POST /v1/chat/completions`; what steers a language model is passed over."""

    model: str = MODEL
    messages: list[MessageIn] = Field(min_length=1, max_length=200)
    stream: bool = False


def chat_api(application: Application) -> APIRouter:
    """Return the routes for `application`."""
    router = APIRouter(tags=["openai"])

    @router.get("/v1/models", summary="List the one model")
    def models() -> Json:
        model = {"id": MODEL, "object": "model", "created": 0, "owned_by": MODEL}
        return {"object": "list", "data": [model]}

    @router.post("/v1/chat/completions", summary="Answer the last message of the user")
    def complete(body: ChatIn) -> Response:
        try:
            reply, elapsed = replied(application, _question(body))
        except HTTPException as error:
            told = {"message": error.detail, "type": "server_error"}
            return JSONResponse({"error": told}, status_code=error.status_code)
        head = {"id": f"chatcmpl-{token_hex(12)}", "created": int(time.time()), "model": MODEL}
        whole = reply_json(reply, application.library.document, elapsed)
        if body.stream:
            return StreamingResponse(_chunks(head, reply, whole), media_type=EVENTS)
        return JSONResponse(_completion(head, reply, whole))

    return router


def _question(body: ChatIn) -> Question:
    """Return the last message of the user with the turns before it; there must be one."""
    spoken = [one for one in body.messages if one.role in {"user", "assistant"}]
    while spoken and spoken[-1].role != "user":
        spoken.pop()
    if not spoken:
        raise HTTPException(400, messages.NO_USER_MESSAGE)
    *before, last = spoken
    turns = tuple(Turn("user" if one.role == "user" else "assistant", one.text()) for one in before)
    return Question(last.text(), turns)


def _lines(reply: Reply) -> Iterator[str]:
    """Yield the lines of a message: claims, warnings, sources; a refusal is one line."""
    if not isinstance(reply, Answer):
        yield refusal_text(reply)
        return
    yield from pieces(reply)
    yield from (f"\n{messages.WARNING}: {warning}" for warning in reply.warnings)
    names = {part.document.id: named(part.document) for part in reply.parts}
    yield f"\n{messages.SOURCES}"
    for citation in reply.citations:
        yield source_line(citation, names.get(citation.document_id, citation.document_id))


def _completion(head: Json, reply: Reply, whole: Json) -> Json:
    message = {"role": "assistant", "content": "\n".join(_lines(reply))}
    choice = {"index": 0, "message": message, "finish_reason": "stop", "logprobs": None}
    used = dict.fromkeys(("prompt_tokens", "completion_tokens", "total_tokens"), 0)
    return {**head, "object": "chat.completion", "choices": [choice], "usage": used, MODEL: whole}


def _chunks(head: Json, reply: Reply, whole: Json) -> Iterator[str]:
    head = {**head, "object": "chat.completion.chunk"}
    yield event({**head, "choices": [_delta({"role": "assistant", "content": ""})]})
    for line in _lines(reply):
        yield event({**head, "choices": [_delta({"content": f"{line}\n"})]})
    yield event({**head, "choices": [_delta({}, "stop")], MODEL: whole})
    yield "data: [DONE]\n\n"


def _delta(delta: Json, finish: str | None = None) -> Json:
    return {"index": 0, "delta": delta, "finish_reason": finish, "logprobs": None}

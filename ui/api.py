"""The API: health, questions, documents, and the sources that the pages open."""

from __future__ import annotations

import time
from typing import Literal

from fastapi import APIRouter, HTTPException, Query
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.question import Question, Turn
from corpus.document import Document
from corpus.errors import HoiQuyCheError, UnknownDocumentError
from corpus.span import Span
from ui import messages
from ui.application import Application, Library
from ui.contract import Json, document_json, reply_json
from ui.markup import Html, joined, tag
from ui.plain import folded
from ui.reading import Mark, particulars_html, source_html

MOST_MARKS = 200


class TurnIn(BaseModel):
    """A turn of the conversation before the question."""

    model_config = ConfigDict(extra="forbid", strict=True)

    role: Literal["user", "assistant"]
    content: str


class AskIn(BaseModel):
    """The body of `POST /api/ask`."""

    model_config = ConfigDict(extra="forbid", strict=True)

    question: str
    history: list[TurnIn] = Field(default_factory=list, max_length=100)
    documents: list[str] = Field(default_factory=list, max_length=1000)


def api(application: Application) -> APIRouter:
    """Return the routes of the API for `application`."""
    router = APIRouter()
    router.add_api_route("/healthz", lambda: health(application))
    router.add_api_route("/api/documents", lambda: documents(application.library))

    @router.post("/api/ask")
    def ask_route(body: AskIn) -> Json:
        return ask(application, body)

    @router.get("/source/{document_id}", response_class=HTMLResponse)
    def source_route(
        document_id: str,
        c: list[str] = Query(default=[]),
        at: int = 0,  # noqa: B008, FAST002
    ) -> str:
        document = _document(application.library, document_id)
        chosen = marks(document, c)
        return source_fragment(application.library, document, chosen, at)

    return router


def health(application: Application) -> Json:
    """Tell whether questions can be answered, and what is being done until then."""
    return {"status": "ok", "ready": application.ready(), "progress": application.progress()}


def documents(library: Library) -> Json:
    """Return the documents with their particulars."""
    return {"documents": [document_json(document) for document in library.documents()]}


def ask(application: Application, body: AskIn) -> Json:
    """Answer one question; 503 while the program is getting ready."""
    if not application.ready():
        raise HTTPException(503, application.progress() or messages.NOT_READY)
    turns = tuple(Turn(turn.role, turn.content) for turn in body.history)
    start = time.perf_counter()
    try:
        reply = application.assistant.ask(Question(body.question, turns, frozenset(body.documents)))
    except HoiQuyCheError as error:
        raise HTTPException(500, messages.sentence(error)) from error
    elapsed = (time.perf_counter() - start) * 1000
    return reply_json(reply, application.library.document, elapsed)


def marks(document: Document, places: list[str]) -> tuple[Mark, ...]:
    """Return the marks that `n.start.end` places name; 400 when one is not inside the text."""
    try:
        found = tuple(_mark(place) for place in places[:MOST_MARKS])
    except ValueError as error:
        raise HTTPException(400, messages.BAD_CITATION) from error
    if any(mark.span.end > len(document.text) for mark in found):
        raise HTTPException(400, messages.BAD_CITATION)
    return found


def _mark(place: str) -> Mark:
    n, start, end = (int(part) for part in place.split("."))
    return Mark(n, Span(start, end))


def source_fragment(
    library: Library, document: Document, chosen: tuple[Mark, ...], at: int
) -> Html:
    """Return what the source panel shows: title, particulars, the text with its marks."""
    whole = tag(
        "a",
        messages.WHOLE_TEXT,
        href=f"/van-ban/{document.id}",
        class_="whole",
    )
    head = tag("header", tag("h2", folded(document.title)), particulars_html(document), whole)
    text = source_html(document, library.passages(document.id), chosen, at)
    return joined((head, text))


def _document(library: Library, document_id: str) -> Document:
    try:
        return library.document(document_id)
    except UnknownDocumentError as error:
        raise HTTPException(404, messages.sentence(error)) from error

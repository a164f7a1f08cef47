"""The API: health, questions, documents, and the sources that the pages open."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import Literal

from fastapi import APIRouter, HTTPException
from fastapi.responses import HTMLResponse
from pydantic import BaseModel, ConfigDict, Field

from assistant.question import Question, Turn
from corpus.document import Document
from corpus.errors import HoiQuyCheError, UnknownDocumentError
from corpus.passage import Passage
from corpus.passages import passages as parsed
from ui import failures, messages
from ui.application import Application, KeepingApplication, Library
from ui.cited import Places, address, edition, marks
from ui.contract import Json, document_json, reply_json
from ui.markup import Html, joined, tag
from ui.plain import named
from ui.reading import Mark, source_html, summary


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


def api(application: KeepingApplication) -> APIRouter:
    """Return the routes of the API for `application`."""
    router = APIRouter()
    router.add_api_route("/healthz", lambda: health(application))
    router.add_api_route("/api/documents", lambda: documents(application.library))

    @router.post("/api/ask")
    def ask_route(body: AskIn) -> Json:
        return ask(application, body)

    @router.get("/source/{document_id}", response_class=HTMLResponse)
    def source_route(document_id: str, places: Places = (), at: int = 0) -> str:
        return cited_source(application, document_id, places, at)

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
        raise HTTPException(500, failures.sentence(error)) from error
    elapsed = (time.perf_counter() - start) * 1000
    return reply_json(reply, application.library.document, elapsed)


def cited_source(
    application: KeepingApplication, document_id: str, places: Sequence[str], at: int
) -> Html:
    """Return the source of citations: the version of the document that has the cited words."""
    document = _document(application.library, document_id)
    versions = (one.document for one in application.keeper.versions(document_id))
    found = edition(document, versions, places)
    if found is None:
        passages = application.library.passages(document.id)
        return source_fragment(document, passages, told=messages.SOURCE_CHANGED)
    if found is document:
        passages = application.library.passages(document.id)
        return source_fragment(document, passages, marks(document, places), at)
    passages, told = parsed(found.id, found.text), messages.OLD_SOURCE
    return source_fragment(found, passages, marks(found, places), at, told=told)


def source_fragment(
    document: Document,
    passages: Sequence[Passage],
    chosen: Sequence[Mark] = (),
    at: int = 0,
    *,
    told: str = "",
) -> Html:
    """Return what the source panel shows: title, particulars, the text with its marks."""
    whole = tag("a", messages.WHOLE_TEXT, href=address(document, chosen, at), class_="whole")
    facts = tag("p", summary(document), " ", whole, class_="facts")
    notice = tag("p", told, class_="facts changed", role="status") if told else Html("")
    head = tag("header", tag("h2", named(document)), facts, notice)
    return joined((head, source_html(document, passages, chosen, at)))


def _document(library: Library, document_id: str) -> Document:
    try:
        return library.document(document_id)
    except UnknownDocumentError as error:
        raise HTTPException(404, failures.sentence(error)) from error

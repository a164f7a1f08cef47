"""The API: health, questions, documents, and the sources that the pages open."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from corpus.document import Document
from corpus.passage import Passage
from corpus.passages import laid_out
from ui import messages
from ui.api.asking import asking
from ui.api.chat import chat_api
from ui.api.library import found_in, library_api
from ui.api.runs import eval_api
from ui.application import Application, FullApplication
from ui.cited import Places, address, edition, marks
from ui.contract import Json
from ui.markup import Html, joined, tag
from ui.plain import named, quotation
from ui.reading import Mark, source_html, summary

NOTHING = Html("")


def api(application: FullApplication) -> APIRouter:
    """Return the routes of the API for `application`."""
    router = APIRouter()
    router.add_api_route("/healthz", lambda: health(application), summary="Tell the state")
    router.include_router(asking(application))
    router.include_router(library_api(application.library))
    router.include_router(eval_api(application.measuring))
    router.include_router(chat_api(application))

    @router.get("/source/{document_id}", response_class=HTMLResponse)
    def source_route(document_id: str, places: Places = (), at: int = 0) -> str:
        return cited_source(application, document_id, places, at)

    return router


def health(application: Application) -> Json:
    """Tell whether questions can be answered, and what is being done until then."""
    return {"status": "ok", "ready": application.ready(), "progress": application.progress()}


def cited_source(
    application: FullApplication, document_id: str, places: Sequence[str], at: int
) -> Html:
    """Return the source of citations: the version of the document that has the cited words."""
    document = found_in(application.library, document_id)
    versions = (one.document for one in application.keeper.versions(document_id))
    found = edition(document, versions, places)
    passages = application.library.passages(document.id)
    force = legal_status(application, document)
    if found is None:
        changed = joined((force, _notice(messages.SOURCE_CHANGED)))
        return source_fragment(document, passages, notes=changed)
    if found is document:
        return source_fragment(document, passages, marks(document, places), at, notes=force)
    old, told = laid_out(found), _notice(messages.OLD_SOURCE)
    return source_fragment(found, old, marks(found, places), at, notes=joined((force, told)))


def legal_status(application: FullApplication, document: Document) -> Html:
    """Return what is known of the force of a document; nothing where it is no known instrument."""
    instrument = application.studio.shelf.instruments.get(document.id)
    if instrument is None:
        return Html("")
    return tag("p", messages.force(instrument.status.value, instrument.basis), class_="facts")


def source_fragment(
    document: Document,
    passages: Sequence[Passage],
    chosen: Sequence[Mark] = (),
    at: int = 0,
    *,
    notes: Html = NOTHING,
) -> Html:
    """Return what the source panel shows: title, particulars, notes, the text with its marks."""
    whole = tag("a", messages.WHOLE_TEXT, href=address(document, chosen, at), class_="whole")
    facts = tag("p", summary(document), " ", whole, class_="facts")
    copying = _copying(document, passages, chosen, at)
    head = tag("header", tag("h2", named(document)), facts, notes, copying)
    return joined((head, source_html(document, passages, chosen, at)))


def _copying(
    document: Document, passages: Sequence[Passage], chosen: Sequence[Mark], at: int
) -> Html:
    """Return the buttons that copy the chosen citation: its words with their place, its address."""
    spans = [mark.span for mark in chosen if mark.n == at]
    if not spans:
        return NOTHING
    inside = [one for one in passages if one.span.overlaps(spans[0])]
    words = quotation(document, spans[0].of(document.text), inside[0] if inside else None)
    told = {"data_done": messages.COPIED, "data_failed": messages.NOT_COPIED}
    link = address(document, chosen, at)
    buttons = (
        tag("button", messages.COPY_QUOTE, type="button", class_="quiet", data_copy=words, **told),
        tag("button", messages.COPY_LINK, type="button", class_="quiet", data_link=link, **told),
    )
    return tag("p", *buttons, class_="copying")


def _notice(words: str) -> Html:
    return tag("p", words, class_="facts changed", role="status")

"""The pages that are read: the library and one document."""

from __future__ import annotations

from collections.abc import Sequence

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from corpus.document import Document
from corpus.errors import UnknownDocumentError
from ui import failures, messages
from ui.application import Application, Library
from ui.cited import Places, marks
from ui.markup import Html, tag
from ui.plain import named
from ui.reading import outline_html, particular, particulars_html, source_html
from ui.web.frame import page

COLUMNS = ("kind", "number", "issuer", "issued_on", "signer")


def pages(application: Application) -> APIRouter:
    """Return the routes of the pages for `application`."""
    router = APIRouter(default_response_class=HTMLResponse)
    router.add_api_route("/van-ban", lambda: library_page(application.library))

    @router.get("/van-ban/{document_id}")
    def document_route(document_id: str, places: Places = (), at: int = 0) -> HTMLResponse:
        try:
            return HTMLResponse(document_page(application.library, document_id, places, at))
        except UnknownDocumentError as error:
            words = failures.sentence(error)
            return HTMLResponse(lost_page(words), status_code=404)

    return router


def library_page(library: Library) -> Html:
    """Return the list of documents with their particulars."""
    documents = library.documents()
    heading = tag("h1", messages.LIBRARY_PAGE)
    if not documents:
        return page(messages.LIBRARY_PAGE, "/van-ban", heading, tag("p", messages.NO_DOCUMENTS))
    names = (messages.TITLE, *(messages.PARTICULARS[name] for name in COLUMNS))
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in names)))
    table = tag("table", head, tag("tbody", *map(_line, documents)), class_="library")
    intro = tag("p", messages.LIBRARY_INTRO, class_="intro")
    return page(messages.LIBRARY_PAGE, "/van-ban", heading, intro, table)


def _line(document: Document) -> Html:
    link = tag("a", named(document), href=f"/van-ban/{document.id}")
    facts = document.facts()
    cells = (
        tag(
            "td",
            _cell(name, document),
            data_name=messages.PARTICULARS[name],
            class_=None if name in facts else "blank",
        )
        for name in COLUMNS
    )
    return tag("tr", tag("th", link, scope="row"), *cells)


def _cell(name: str, document: Document) -> str:
    shown = particular(name, document)
    return messages.ABSENT if shown == messages.NOT_STATED else shown


def document_page(
    library: Library, document_id: str, places: Sequence[str] = (), at: int = 0
) -> Html:
    """Return one document: particulars, outline, text with the cited `places` marked.

    Raises UnknownDocumentError.
    """
    document = library.document(document_id)
    chosen = marks(document, places)
    passages = library.passages(document_id)
    tree = outline_html(passages) or tag("p", messages.NO_OUTLINE, class_="blank")
    outline = tag("nav", tag("h2", messages.OUTLINE), tree, aria_label=messages.OUTLINE)
    back = tag("p", tag("a", messages.BACK_TO_LIBRARY, href="/van-ban"), class_="back")
    head = tag("div", back, tag("h1", named(document)), particulars_html(document))
    reading = tag("div", source_html(document, passages, chosen, at), class_="reading")
    side = tag("div", outline, class_="outline")
    return page(named(document), "/van-ban", head, tag("div", side, reading, class_="sheet"))


def lost_page(words: str) -> Html:
    """Return the page for an address that leads nowhere."""
    more = tag("p", messages.NOT_FOUND_MORE)
    return page(messages.NOT_FOUND, "", tag("h1", messages.NOT_FOUND), tag("p", words), more)

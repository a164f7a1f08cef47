"""The routes of the library: reading it, taking files in, keeping one document."""

from __future__ import annotations

from collections.abc import Callable

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from corpus.corrections import UnprovedCorrectionError
from corpus.errors import UnknownDocumentError
from ui.application import KeepingApplication
from ui.cited import Places
from ui.keeping import Keeper
from ui.web.jobs import Jobs
from ui.web.library import wording as w
from ui.web.library.adding import adding_routes
from ui.web.library.document_page import LABELS
from ui.web.library.parts import ROOT, address_of
from ui.web.library.registry_routes import registry_routes
from ui.web.library.shown import listed, opened, related, version
from ui.web.posted import UNPROCESSABLE, Posted, see, text
from ui.web.routing import router

DONE = {"luu": w.SAVED, "tra": w.RESTORED, "nhan": w.TAGGED, "de-muc": w.MARKED}
MARKS = {"co": True, "khong": False}


def library_pages(application: KeepingApplication, jobs: Jobs) -> APIRouter:
    """Return the routes of the area for `application`."""
    every = APIRouter()
    every.include_router(adding_routes(application, jobs))
    for part in (registry_routes, _keeping, _reading):
        every.include_router(part(application))
    return every


def _reading(application: KeepingApplication) -> APIRouter:
    routes = router(UnknownDocumentError)

    @routes.get(ROOT)
    def every(nhan: str = "") -> str:
        return listed(application, chosen=nhan)

    @routes.get(f"{ROOT}/quan-he")
    def relations(cua: str = "", con: str = "") -> str:
        return related(application, cua, con)

    @routes.get(f"{ROOT}/{{document_id}}")
    def one(
        document_id: str, places: Places = (), at: int = 0, ban: str = "", xong: str = ""
    ) -> str:
        if ban:
            return version(application.keeper, document_id, ban)
        return opened(application, document_id, (places, at), done=DONE.get(xong, ""))

    return routes


def _keeping(application: KeepingApplication) -> APIRouter:
    routes, keeper = router(UnknownDocumentError), application.keeper

    @routes.post(f"{ROOT}/{{document_id}}/nhan")
    def tags(document_id: str, posted: Posted) -> Response:
        _tagged(keeper, document_id, posted)
        return see(f"{address_of(document_id)}?xong=nhan")

    @routes.post(f"{ROOT}/{{document_id}}/thong-tin")
    def correct(document_id: str, posted: Posted) -> Response:
        return _changed(application, document_id, lambda: _corrected(keeper, document_id, posted))

    @routes.post(f"{ROOT}/{{document_id}}/de-muc")
    def outline(document_id: str, posted: Posted) -> Response:
        return _changed(application, document_id, lambda: _marked(keeper, document_id, posted))

    @routes.post(f"{ROOT}/{{document_id}}/bo")
    def remove(document_id: str) -> str:
        removed = keeper.remove(document_id, _silent)
        return listed(application, done=w.REMOVED.format(removed.source))

    return routes


def _changed(
    application: KeepingApplication, document_id: str, change: Callable[[], str]
) -> Response:
    """Change a document and show it, or say which words its text does not have."""
    try:
        return see(f"{address_of(document_id)}?xong={change()}")
    except UnprovedCorrectionError as error:
        words = w.UNPROVED.format(error.value, LABELS.get(error.name, w.OUTLINE).lower())
        page = opened(application, document_id, notice=words)
        return HTMLResponse(page, status_code=UNPROCESSABLE)


def _marked(keeper: Keeper, document_id: str, posted: FormData) -> str:
    """Say of a line what a form says of it, and return what was done."""
    heading = MARKS.get(text(posted, "gesture"))
    keeper.mark(document_id, text(posted, "words"), heading, _silent)
    return "de-muc"


def _tagged(keeper: Keeper, document_id: str, posted: FormData) -> None:
    key, tags = keeper.library.document(document_id).id, keeper.library.tags
    if text(posted, "bo"):
        tags.take(key, text(posted, "bo"))
    if text(posted, "nhan").strip():
        tags.put(key, text(posted, "nhan"))


def _corrected(keeper: Keeper, document_id: str, posted: FormData) -> str:
    """Correct a particular as a form asks, and return what was done."""
    restoring = text(posted, "gesture") == "tra"
    value = None if restoring else text(posted, "value").strip()
    keeper.correct(document_id, text(posted, "name"), value, _silent)
    return "tra" if restoring else "luu"


def _silent(_what: str, _done: int, _total: int, _left: float | None) -> None:
    """Tell nobody: the reader waits for the page."""

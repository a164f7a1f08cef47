"""The routes of one item, whatever paper it is in."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from assistant.quiz.bank.studio import Studio
from assistant.quiz.errors import QuizError
from ui import failures
from ui.web.posted import UNPROCESSABLE, Posted, see, text
from ui.web.quiz.editing import Visit, edit_from, item_page
from ui.web.quiz.parts import ROOT
from ui.web.quiz.routing import router
from ui.wished import number

MOST_VERSIONS = 1_000_000


def item_routes(studio: Studio) -> APIRouter:
    """Return the routes of items."""
    routes = router()

    @routes.get(f"{ROOT}/cau/{{item_id}}")
    def show(item_id: str, de: str = "") -> str:
        return item_page(studio, Visit(studio.bank.item(item_id), _known(studio, de)))

    @routes.post(f"{ROOT}/cau/{{item_id}}")
    def change(item_id: str, posted: Posted) -> Response:
        visit = Visit(studio.bank.item(item_id), _known(studio, text(posted, "de")))
        gesture = text(posted, "gesture")
        try:
            return see(_change(studio, visit, gesture, posted))
        except QuizError as error:
            kept = edit_from(posted) if gesture == "save" else None
            page = item_page(studio, visit, kept, failures.sentence(error))
            return HTMLResponse(page, status_code=UNPROCESSABLE)

    return routes


def _known(studio: Studio, paper_id: str) -> str:
    """Return the id of a paper that there is, "" for any other words."""
    return paper_id if any(head.id == paper_id for head in studio.papers.heads()) else ""


def _change(studio: Studio, visit: Visit, gesture: str, posted: FormData) -> str:
    """Do what was asked for and return where the reader goes on."""
    key = visit.kept.id
    stay = visit.here + (f"?de={visit.paper}" if visit.paper else "")
    if gesture == "save":
        version = number(text(posted, "version"), 1, MOST_VERSIONS)
        studio.revise(key, edit_from(posted), version)
        return visit.back if visit.paper else stay
    if gesture == "restore":
        studio.restore(key, number(text(posted, "number"), 1, MOST_VERSIONS))
    elif gesture == "tags":
        studio.bank.tag(key, text(posted, "tags").split(","))
    elif gesture == "remove":
        studio.bank.remove(key)
        return visit.back.partition("#")[0]
    return stay

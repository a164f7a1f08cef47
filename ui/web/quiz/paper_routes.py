"""The routes of a paper: what is done with it and with each of its items."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from assistant.quiz.bank.kept import Status
from assistant.quiz.bank.studio import Studio
from assistant.quiz.errors import QuizError
from ui import failures
from ui.web.posted import UNPROCESSABLE, Posted, see, text
from ui.web.quiz import wording as w
from ui.web.quiz.card import judged
from ui.web.quiz.paper import paper_page
from ui.web.quiz.parts import ROOT
from ui.web.quiz.routing import router
from ui.web.quiz.taking import MOST_VARIANTS, export_page, file, headers
from ui.wished import number

Gesture = Callable[[Studio, str, str, FormData], str | None]


def paper_routes(studio: Studio) -> APIRouter:
    """Return the routes of papers."""
    routes = router()

    @routes.get(f"{ROOT}/de/{{paper_id}}")
    def show(paper_id: str) -> str:
        return paper_page(studio, studio.papers.paper(paper_id))

    @routes.post(f"{ROOT}/de/{{paper_id}}")
    def change(paper_id: str, posted: Posted) -> Response:
        return _told(studio, paper_id, lambda: _change(studio, paper_id, posted))

    @routes.post(f"{ROOT}/de/{{paper_id}}/cau/{{item_id}}")
    def judge(paper_id: str, item_id: str, posted: Posted) -> Response:
        gesture = GESTURES.get(text(posted, "gesture"))
        if gesture is None:
            return _page(studio, paper_id, w.NOT_ITEM)

        def done() -> str:
            new = gesture(studio, paper_id, item_id, posted)
            return f"{ROOT}/de/{paper_id}#cau-{new or item_id}"

        return _told(studio, paper_id, done)

    return routes


def taking_routes(studio: Studio) -> APIRouter:
    """Return the routes on which a paper is downloaded."""
    routes = router()

    @routes.get(f"{ROOT}/de/{{paper_id}}/tai-ve")
    def choose(paper_id: str) -> str:
        return export_page(studio, studio.papers.paper(paper_id))

    @routes.get(f"{ROOT}/de/{{paper_id}}/tai-ve/{{name}}")
    def download(paper_id: str, name: str, variants: str = "1") -> Response:
        paper = studio.papers.paper(paper_id)
        made = file(studio, paper, name, number(variants, 1, MOST_VARIANTS))
        return Response(made.data, headers=headers(name, paper))

    return routes


def _told(studio: Studio, paper_id: str, do: Callable[[], str]) -> Response:
    """Do something with a paper and show what came of it, or why nothing did."""
    studio.papers.paper(paper_id)
    try:
        return see(do())
    except QuizError as error:
        return _page(studio, paper_id, failures.sentence(error))


def _page(studio: Studio, paper_id: str, notice: str) -> Response:
    page = paper_page(studio, studio.papers.paper(paper_id), notice)
    return HTMLResponse(page, status_code=UNPROCESSABLE)


def _change(studio: Studio, paper_id: str, posted: FormData) -> str:
    gesture = text(posted, "gesture")
    if gesture == "remove":
        studio.papers.remove(paper_id)
        return ROOT
    if gesture == "rename":
        studio.papers.rename(paper_id, text(posted, "title"))
    if gesture == "approve-rest":
        _approve_rest(studio, paper_id)
    return f"{ROOT}/de/{paper_id}"


def _approve_rest(studio: Studio, paper_id: str) -> None:
    """Approve what nobody has judged yet and what is proved by words that still stand."""
    drafts = (x for x in studio.papers.paper(paper_id).items if x.status is Status.DRAFT)
    studio.bank.approve([kept.id for kept in drafts if judged(studio, kept).sound])


def _judging(status: Status) -> Gesture:
    def judge(studio: Studio, _paper: str, item_id: str, posted: FormData) -> None:
        studio.bank.judge(item_id, status, text(posted, "reason"))

    return judge


def _moving(by: int) -> Gesture:
    def move(studio: Studio, paper_id: str, item_id: str, _posted: FormData) -> None:
        studio.papers.move(paper_id, item_id, by)

    return move


def _another(studio: Studio, paper_id: str, item_id: str, _posted: FormData) -> str:
    return studio.another(paper_id, item_id)


def _take_out(studio: Studio, paper_id: str, item_id: str, _posted: FormData) -> None:
    studio.papers.take_out(paper_id, item_id)


def _renew(studio: Studio, _paper: str, item_id: str, _posted: FormData) -> None:
    studio.renew(item_id)


GESTURES: Mapping[str, Gesture] = MappingProxyType(
    {
        "approve": _judging(Status.APPROVED),
        "reject": _judging(Status.REJECTED),
        "draft": _judging(Status.DRAFT),
        "up": _moving(-1),
        "down": _moving(1),
        "another": _another,
        "take-out": _take_out,
        "renew": _renew,
    }
)

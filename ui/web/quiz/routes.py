"""The routes of the studio: every gesture is a form that is posted, and its answer a page."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from assistant.quiz.bank.studio import Studio
from assistant.quiz.errors import QuizError
from assistant.quiz.field import Scope
from ui import failures
from ui.web.jobs import Jobs
from ui.web.posted import UNPROCESSABLE, Posted, see, text, texts
from ui.web.quiz import wording as w
from ui.web.quiz.bank_routes import bank_routes
from ui.web.quiz.compose import compose_page
from ui.web.quiz.item_routes import item_routes
from ui.web.quiz.paper_routes import paper_routes, taking_routes
from ui.web.quiz.parts import ROOT
from ui.web.quiz.progress import progress_page
from ui.web.quiz.routing import router
from ui.web.quiz.trial_routes import trial_routes
from ui.wished import wish_of


def quiz_pages(studio: Studio, making: Jobs) -> APIRouter:
    """Return the routes of the studio's pages."""
    every = APIRouter()
    every.include_router(_composing(studio, making))
    for routes in (paper_routes, taking_routes, item_routes, bank_routes, trial_routes):
        every.include_router(routes(studio))
    return every


def _composing(studio: Studio, making: Jobs) -> APIRouter:
    routes = router()
    routes.add_api_route(ROOT, lambda: compose_page(studio))

    @routes.post(f"{ROOT}/soan")
    def make(posted: Posted) -> Response:
        try:
            key = begin(studio, making, posted)
        except QuizError as error:
            page = compose_page(studio, failures.sentence(error))
            return HTMLResponse(page, status_code=UNPROCESSABLE)
        return see(f"{ROOT}/soan/{key}")

    @routes.get(f"{ROOT}/soan/{{key}}")
    def watch(key: str) -> Response:
        job = making.of(key)
        if job is None or job.fault:
            page = compose_page(studio, job.fault if job else w.LOST_JOB)
            return HTMLResponse(page, status_code=UNPROCESSABLE if job else 404)
        if not job.done.is_set():
            return HTMLResponse(progress_page(key, job.seconds))
        return see(f"{ROOT}/de/{job.made}")

    return routes


def begin(studio: Studio, making: Jobs, posted: FormData) -> str:
    """Begin to make the paper that a form asks for, and return the key of the job."""
    wish = wish_of(
        text(posted, "count"),
        texts(posted, "kind"),
        text(posted, "difficulty"),
        text(posted, "seed") or "0",
    )
    document, _, section = text(posted, "section").partition(" ")
    chosen = frozenset([document] if document else texts(posted, "document"))
    scope = Scope(chosen, section)
    title = text(posted, "title").strip() or w.paper_title(studio.called(scope), section)
    return making.begin(lambda _job: studio.make(title, scope, wish))

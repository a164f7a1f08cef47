"""The routes of runs: every gesture is a form that is posted, and its answer a page."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, JSONResponse, Response
from fastapi.routing import APIRoute
from starlette.datastructures import FormData

from corpus.errors import HoiQuyCheError
from evals.errors import UnknownRunError
from evals.gold import Split
from ui import failures, messages
from ui.application import FullApplication
from ui.markup import tag
from ui.measuring import Asked, Measuring
from ui.web.evaluation import COMPARE, ROOT, evaluation_page, run_address
from ui.web.jobs import Job, Jobs
from ui.web.pages import lost_page
from ui.web.posted import UNPROCESSABLE, Posted, see, text
from ui.web.runs import wording as w
from ui.web.runs.compare_page import compare_page, pair_page
from ui.web.runs.exporting import exported
from ui.web.runs.list_page import list_page
from ui.web.runs.progress import progress_page
from ui.web.runs.row_page import row_page
from ui.web.runs.run_page import Looked, run_page
from ui.web.watching import progress


class _Route(APIRoute):
    """A route whose errors become a page with their sentence."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                return await handle(request)
            except UnknownRunError as error:
                return HTMLResponse(lost_page(failures.sentence(error)), status_code=404)
            except HoiQuyCheError as error:
                heading = tag("h1", messages.FIGURES_PAGE)
                words = failures.sentence(error)
                page = evaluation_page(messages.FIGURES_PAGE, heading, notice=words)
                return HTMLResponse(page, status_code=UNPROCESSABLE)

        return told


def run_pages(application: FullApplication, jobs: Jobs) -> APIRouter:
    """Return the routes of the pages of runs."""
    every = APIRouter()
    for making in (_measuring, _watching):
        every.include_router(making(application, jobs))
    for reading in (_reading, _comparing):
        every.include_router(reading(application))
    return every


def _router() -> APIRouter:
    return APIRouter(default_response_class=HTMLResponse, route_class=_Route)


def _measuring(application: FullApplication, jobs: Jobs) -> APIRouter:
    routes, measuring = _router(), application.measuring

    @routes.get(ROOT)
    def every(done: str = "") -> str:
        return list_page(measuring, done=w.FORGOTTEN.format(done) if done else "")

    @routes.post(f"{ROOT}/do")
    def measure(posted: Posted) -> Response:
        if not application.ready():
            page = list_page(measuring, w.NOT_READY)
            return HTMLResponse(page, status_code=UNPROCESSABLE)
        return see(f"{ROOT}/do/{begin(measuring, jobs, posted)}")

    return routes


def _watching(application: FullApplication, jobs: Jobs) -> APIRouter:
    routes, measuring = _router(), application.measuring

    @routes.get(f"{ROOT}/do/{{key}}")
    def watch(key: str) -> Response:
        job = jobs.of(key)
        if job is None or job.fault:
            page = list_page(measuring, job.fault if job else w.LOST_JOB)
            return HTMLResponse(page, status_code=UNPROCESSABLE if job else 404)
        if not job.done.is_set():
            return HTMLResponse(progress_page(key, job))
        return see(run_address(job.made))

    routes.add_api_route(
        f"{ROOT}/do/{{key}}/tien-do", lambda key: progress(jobs, key), response_class=JSONResponse
    )
    return routes


def begin(measuring: Measuring, jobs: Jobs, posted: FormData) -> str:
    """Begin the run that a form asks for, and return the key of the job."""
    half = text(posted, "half")
    asked = Asked(
        gold=text(posted, "gold"),
        half=Split(half) if half in [*Split] else None,
        name=text(posted, "name"),
    )

    def make(job: Job) -> str:
        def tell(done: int, total: int) -> None:
            job.told = w.asked(done, total)

        return measuring.measure(asked, tell).id

    return jobs.begin(make)


def _reading(application: FullApplication) -> APIRouter:
    routes, runs = _router(), application.measuring.runs
    here = f"{ROOT}/lan-do/{{run_id}}"

    @routes.get(here)
    def one(request: Request, run_id: str) -> str:
        return run_page(runs.run(run_id), Looked.of(request.query_params))

    @routes.get(f"{here}/cau/{{item_id:path}}")
    def row(run_id: str, item_id: str) -> Response:
        page = row_page(runs.run(run_id), item_id, application.library)
        return HTMLResponse(page or lost_page(messages.NOT_FOUND), status_code=200 if page else 404)

    @routes.get(f"{here}/tai.{{form}}")
    def export(run_id: str, form: str) -> Response:
        file = exported(runs.run(run_id), form)
        if file is None:
            return HTMLResponse(lost_page(messages.NOT_FOUND), status_code=404)
        return file

    @routes.post(f"{here}/xoa")
    def forget(run_id: str) -> Response:
        name = runs.run(run_id).name
        runs.remove(run_id)
        return see(f"{ROOT}?{urlencode({'done': name})}")

    return routes


def _comparing(application: FullApplication) -> APIRouter:
    routes, runs = _router(), application.measuring.runs

    @routes.get(COMPARE)
    def compared(truoc: str = "", sau: str = "", nhom: int = 0) -> str:
        return compare_page(runs, (truoc, sau), nhom)

    @routes.get(f"{COMPARE}/{{before}}/{{after}}/{{item_id:path}}")
    def pair(before: str, after: str, item_id: str) -> Response:
        page = pair_page((runs.run(before), runs.run(after)), item_id, application.library)
        return HTMLResponse(page or lost_page(messages.NOT_FOUND), status_code=200 if page else 404)

    return routes

"""The routes of taking files in: posted, watched, told what came of each."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.datastructures import FormData, UploadFile

from corpus.errors import UnknownDocumentError
from corpus.loaders.source import Source, source_name
from ui.application import KeepingApplication
from ui.keeping import INDEXING, Taken, Tell
from ui.web.jobs import Job, Jobs
from ui.web.library import wording as w
from ui.web.library.adding_page import progress_page, result_page
from ui.web.library.parts import ROOT
from ui.web.library.shown import listed
from ui.web.posted import UNPROCESSABLE, Files, see
from ui.web.routing import router
from ui.web.watching import progress

MOST_RESULTS = 50


def adding_routes(application: KeepingApplication, jobs: Jobs) -> APIRouter:
    """Return the routes that take files in."""
    routes, results = router(UnknownDocumentError), Results()

    @routes.post(f"{ROOT}/them")
    async def add(posted: Files) -> Response:
        sources = await _sources(posted)
        if not sources:
            page = listed(application, notice=w.NOTHING_CHOSEN)
            return HTMLResponse(page, status_code=UNPROCESSABLE)
        return see(f"{ROOT}/them/{_begun(application, jobs, sources, results)}")

    @routes.get(f"{ROOT}/them/{{key}}")
    def watch(key: str) -> Response:
        job = jobs.of(key)
        if job is None or job.fault:
            page = listed(application, notice=job.fault if job else w.LOST_JOB)
            return HTMLResponse(page, status_code=UNPROCESSABLE if job else 404)
        done = job.done.is_set()
        return HTMLResponse(result_page(results.of(job.made)) if done else progress_page(key, job))

    routes.add_api_route(
        f"{ROOT}/them/{{key}}/tien-do", lambda key: progress(jobs, key), response_class=JSONResponse
    )
    return routes


async def _sources(posted: FormData) -> list[Source]:
    """Read what was posted; a form without a file posts one without a name."""
    files = [one for one in posted.getlist("files") if isinstance(one, UploadFile)]
    return [
        Source(Path(source_name(Path(one.filename))), await one.read())
        for one in files
        if one.filename
    ]


def _begun(
    application: KeepingApplication, jobs: Jobs, sources: list[Source], results: Results
) -> str:
    def make(job: Job) -> str:
        return results.keep(application.keeper.add(sources, _teller(job)))

    return jobs.begin(make)


def _teller(job: Job) -> Tell:
    def tell(what: str, done: int, total: int, left: float | None) -> None:
        job.told = (
            w.indexing(done, total, left) if what == INDEXING else w.reading(done, total, left)
        )

    return tell


class Results:
    """What came of the files of the last jobs, by a key; the oldest are forgotten first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[str, tuple[Taken, ...]] = OrderedDict()
        self._count = 0

    def keep(self, taken: tuple[Taken, ...]) -> str:
        """Keep what came of the files of a job, and return the key."""
        self._count += 1
        self._kept[str(self._count)] = taken
        while len(self._kept) > MOST_RESULTS:
            self._kept.popitem(last=False)
        return str(self._count)

    def of(self, key: str) -> tuple[Taken, ...]:
        """Return what was kept under a key."""
        return self._kept.get(key, ())

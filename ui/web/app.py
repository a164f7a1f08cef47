"""The web application, put together."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.staticfiles import StaticFiles

from ui import messages
from ui.api import api
from ui.application import Application, FullApplication
from ui.quiz_api import quiz_api
from ui.web.gate import LOOPBACK, Gate
from ui.web.gold.routes import gold_pages
from ui.web.jobs import Jobs
from ui.web.library.routes import library_pages
from ui.web.quiz.routes import quiz_pages
from ui.web.runs.routes import run_pages
from ui.web.shell import Shell

ASSETS = Path(__file__).parent.parent / "assets"
QUIET = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
}


def create_app(application: FullApplication, hosts: Iterable[str] = ()) -> FastAPI:
    """Return the application; `hosts` are names it answers to besides those of this machine."""
    app = FastAPI(title=messages.PRODUCT, docs_url=None, redoc_url=None, openapi_url=None)
    app.add_exception_handler(RequestValidationError, _misformed)
    app.include_router(api(application))
    making, measuring, keeping = Jobs(), Jobs(), Jobs()
    app.include_router(library_pages(application, keeping))
    app.include_router(quiz_api(application.studio, making))
    app.include_router(quiz_pages(application.studio, making))
    app.include_router(run_pages(application, measuring))
    app.include_router(gold_pages(application))
    app.mount("/ui", StaticFiles(directory=ASSETS))
    # in a loop of its own, because Gradio opens one for each of its locks where none runs, and
    # leaves it open; in a thread, because the caller may have a loop already
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, _mount_chat(app, application)).result()
    app.add_middleware(Shell)
    app.add_middleware(Gate, hosts=LOOPBACK | frozenset(hosts))
    return app


async def _mount_chat(app: FastAPI, application: Application) -> None:
    os.environ.update(QUIET)  # read by Gradio when it is imported
    from ui.web.chat import mount_chat  # noqa: PLC0415 - seconds of import, not before the line above

    mount_chat(app, application)


def _misformed(_request: Request, _error: Exception) -> JSONResponse:
    """Say what form is wanted; what was sent is not echoed."""
    return JSONResponse({"detail": messages.BAD_REQUEST}, status_code=422)

"""The web application, put together."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.routing import Route
from starlette.staticfiles import StaticFiles

from ui import messages
from ui.api.description import description_api
from ui.api.quiz import quiz_api
from ui.api.routes import api
from ui.application import FullApplication
from ui.tongue import said
from ui.web.binding import Binding
from ui.web.entrance import Entrance, Proxy
from ui.web.gate import LOOPBACK, Gate
from ui.web.gold.routes import gold_pages
from ui.web.jobs import Jobs
from ui.web.language import language_pages
from ui.web.library.routes import library_pages
from ui.web.mcp_server import PATH, Tools
from ui.web.people.routes import people_pages
from ui.web.quiz.routes import quiz_pages
from ui.web.rights_page import rights_pages
from ui.web.runs.routes import run_pages
from ui.web.shell import Shell
from ui.web.talks.routes import talk_pages

ASSETS = Path(__file__).parent.parent / "assets"
QUIET = {
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_OFFLINE": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """How the application is reached, and how long it keeps conversations.

    `hosts` are names it answers to besides those of this machine; with `numbers` it answers to
    every IP address; `proxy` says which reverse proxies are believed.
    """

    hosts: frozenset[str] = frozenset()
    numbers: bool = False
    keep_days: int = 0
    proxy: Proxy = field(default_factory=Proxy)


def create_app(application: FullApplication, doors: Doors | None = None) -> FastAPI:
    """Return the application."""
    doors = doors or Doors()
    entrance = Entrance(application.people, doors.proxy)
    tools = Tools(application)
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None, lifespan=tools.running)
    app.add_exception_handler(RequestValidationError, _misformed)
    for router in _routers(application, entrance, doors):
        app.include_router(router)
    app.include_router(description_api(app))
    app.mount("/ui", StaticFiles(directory=ASSETS))
    app.router.routes.append(Route(PATH, tools))
    # in a loop of its own, because Gradio opens one for each of its locks where none runs, and
    # leaves it open; in a thread, because the caller may have a loop already
    with ThreadPoolExecutor(1) as aside:
        aside.submit(asyncio.run, _mount_chat(app, application, entrance)).result()
    app.add_middleware(Shell)
    app.add_middleware(Binding)
    hosts = LOOPBACK | doors.hosts
    app.add_middleware(Gate, entrance=entrance, hosts=hosts, numbers=doors.numbers)
    return app


def _routers(application: FullApplication, entrance: Entrance, doors: Doors) -> Iterator[APIRouter]:
    making, measuring, keeping = Jobs(), Jobs(), Jobs()
    yield api(application)
    yield library_pages(application, keeping)
    yield quiz_api(application.studio, making)
    yield quiz_pages(application.studio, making)
    yield rights_pages(application)
    yield talk_pages(application, doors.keep_days)
    yield run_pages(application, measuring)
    yield gold_pages(application)
    yield people_pages(application, entrance)
    yield language_pages(entrance)


async def _mount_chat(app: FastAPI, application: FullApplication, entrance: Entrance) -> None:
    os.environ.update(QUIET)  # read by Gradio when it is imported
    from ui.web.chat import mount_chat  # noqa: PLC0415 - seconds of import, not before the line above

    mount_chat(app, application, entrance)


def _misformed(_request: Request, _error: Exception) -> JSONResponse:
    """Say what form is wanted; what was sent is not echoed."""
    return JSONResponse({"detail": said(messages.BAD_REQUEST)}, status_code=422)

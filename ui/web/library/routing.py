"""A route of the library, whose errors become a page with their sentence."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.routing import APIRoute

from corpus.errors import HoiQuyCheError, UnknownDocumentError
from ui import failures
from ui.web.pages import lost_page
from ui.web.posted import UNPROCESSABLE


class _Route(APIRoute):
    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                return await handle(request)
            except UnknownDocumentError as error:
                return HTMLResponse(lost_page(failures.sentence(error)), status_code=404)
            except HoiQuyCheError as error:
                page = lost_page(failures.sentence(error))
                return HTMLResponse(page, status_code=UNPROCESSABLE)

        return told


def router() -> APIRouter:
    """Return a router for pages."""
    return APIRouter(default_response_class=HTMLResponse, route_class=_Route)

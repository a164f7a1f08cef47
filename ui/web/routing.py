"""Routes of pages: an error becomes a page with its sentence."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.routing import APIRoute

from corpus.errors import HoiQuyCheError
from ui import failures
from ui.web.pages import lost_page
from ui.web.posted import UNPROCESSABLE

Refuse = Callable[[Request, HoiQuyCheError], Response]


def refused(_request: Request, error: HoiQuyCheError) -> Response:
    """Return a page with nothing but the sentence of an error."""
    return HTMLResponse(lost_page(failures.sentence(error)), status_code=UNPROCESSABLE)


def router(*lost: type[HoiQuyCheError], refuse: Refuse = refused) -> APIRouter:
    """Return a router for pages; the errors `lost` mean that what was asked for is not there.

    Of every other error `refuse` makes a page.
    """

    class Route(APIRoute):
        def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
            handle = super().get_route_handler()

            async def told(request: Request) -> Response:
                try:
                    return await handle(request)
                except lost as error:
                    return HTMLResponse(lost_page(failures.sentence(error)), status_code=404)
                except HoiQuyCheError as error:
                    return refuse(request, error)

            return told

    return APIRouter(default_response_class=HTMLResponse, route_class=Route)

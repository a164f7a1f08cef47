"""The route by which a reader chooses the language of the page."""

from __future__ import annotations

from urllib.parse import urlsplit

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from ui.tongue import COOKIE, Tongue
from ui.web.entrance import Entrance

HERE = "/tieng"
_YEAR = 365 * 24 * 3600


def language_pages(entrance: Entrance) -> APIRouter:
    """Return the route; it leads back to the page that the reader came from."""
    routes = APIRouter()

    @routes.get(f"{HERE}/{{code}}")
    def choose(code: Tongue, request: Request) -> Response:
        answer = RedirectResponse(_back(request), status_code=303)
        answer.set_cookie(
            COOKIE,
            code.value,
            max_age=_YEAR,
            httponly=True,
            samesite="lax",
            secure=entrance.is_secure(request.scope),
        )
        return answer

    return routes


def _back(request: Request) -> str:
    """Return the path of the page that led here, if it is one of ours."""
    came = urlsplit(request.headers.get("referer", ""))
    if came.netloc != request.headers.get("host") or not came.path.startswith("/"):
        return "/"
    path = "/" + came.path.lstrip("/\\")
    return f"{path}?{came.query}" if came.query else path

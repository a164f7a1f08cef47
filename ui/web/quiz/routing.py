"""What every route of the studio shares: its errors are told as a page."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.routing import APIRoute

from assistant.quiz.bank.errors import UnknownItemError, UnknownPaperError
from assistant.quiz.errors import QuizError
from corpus.errors import HoiQuyCheError
from ui import failures, messages
from ui.errors import LostTrialError
from ui.markup import tag
from ui.web.pages import lost_page
from ui.web.posted import UNPROCESSABLE
from ui.web.quiz.parts import studio_page

LOST = (UnknownItemError, UnknownPaperError, LostTrialError)
BROKEN = 500


class _Route(APIRoute):
    """A route whose errors of the quiz become a page with their sentence."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                return await handle(request)
            except LOST as error:
                return HTMLResponse(lost_page(failures.sentence(error)), status_code=404)
            except QuizError as error:
                return unfit(failures.sentence(error))
            except HoiQuyCheError as error:  # the disk is full, the database is damaged
                return unfit(failures.sentence(error), BROKEN)

        return told


def router() -> APIRouter:
    """Return a router for pages of the studio."""
    return APIRouter(default_response_class=HTMLResponse, route_class=_Route)


def unfit(words: str, status: int = UNPROCESSABLE) -> HTMLResponse:
    """Return a page that says why what was posted did not do anything."""
    page = studio_page(messages.QUIZ_PAGE, tag("h1", messages.QUIZ_PAGE), notice=words)
    return HTMLResponse(page, status_code=status)

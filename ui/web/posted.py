"""What is posted by a form, and where the reader goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

UNPROCESSABLE = 422
MOST_FILES = 500  # in one posting


async def _posted(request: Request) -> AsyncIterator[FormData]:
    async with request.form(max_files=1, max_fields=2000) as posted:
        yield posted


Posted = Annotated[FormData, Depends(_posted)]


async def _files(request: Request) -> AsyncIterator[FormData]:
    async with request.form(max_files=MOST_FILES, max_fields=100) as posted:
        yield posted


Files = Annotated[FormData, Depends(_files)]


def see(path: str) -> RedirectResponse:
    """Send the browser on, so that loading the page again does nothing twice."""
    return RedirectResponse(path, status_code=303)


def texts(posted: FormData, name: str) -> list[str]:
    """Return the texts that were posted under a name; files are none."""
    return [value for value in posted.getlist(name) if isinstance(value, str)]


def text(posted: FormData, name: str) -> str:
    """Return the first text that was posted under a name, "" when there is none."""
    return next(iter(texts(posted, name)), "")

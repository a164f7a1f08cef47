"""The description of the API (OpenAPI), of what is for programs only."""

from __future__ import annotations

from fastapi import APIRouter, FastAPI
from fastapi.openapi.utils import get_openapi

from ui import messages
from ui.contract import Json

FOR_PROGRAMS = ("/api/", "/v1/", "/healthz")


def description_api(app: FastAPI) -> APIRouter:
    """Return the route that describes `app`."""
    router = APIRouter()

    @router.get("/api/openapi.json", include_in_schema=False)
    def description() -> Json:
        told = get_openapi(title=messages.PRODUCT, version="1", routes=app.routes)
        every = told["paths"].items()
        told["paths"] = {path: how for path, how in every if path.startswith(FOR_PROGRAMS)}
        return told

    return router

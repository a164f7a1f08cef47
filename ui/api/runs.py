"""The API of evaluation runs: which are kept, and one of them whole."""

from __future__ import annotations

from dataclasses import asdict

from fastapi import APIRouter, HTTPException, Response

from evals.errors import UnknownRunError
from ui import failures
from ui.contract import Json
from ui.measuring import Measuring


def eval_api(measuring: Measuring) -> APIRouter:
    """Return the routes for what `measuring` keeps."""
    router = APIRouter(tags=["eval"])

    @router.get("/api/eval/runs", summary="List the runs, the latest first")
    def every() -> Json:
        return {"runs": [asdict(head) for head in measuring.runs.heads()]}

    @router.get("/api/eval/runs/{name}", summary="Return one run with every outcome")
    def one(name: str) -> Response:
        try:
            run = measuring.runs.run(name)
        except UnknownRunError as error:
            raise HTTPException(404, failures.sentence(error)) from error
        return Response(run.as_json(), media_type="application/json")

    return router

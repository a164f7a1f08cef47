"""The files of a run that the page gives out."""

from __future__ import annotations

from urllib.parse import quote

from fastapi.responses import Response

from evals.runs.run import Run
from ui.reports.every import REPORTS, Made

FORMS = {"html": "HTML", "md": "Markdown", "csv": "CSV", "json": "JSON"}


def exported(run: Run, form: str) -> Response | None:
    """Return a run as a file to be kept; None for a form that there is not."""
    made = REPORTS.get(form)
    return None if made is None else _file(made, run, form)


def _file(made: Made, run: Run, form: str) -> Response:
    named = f"filename=\"lan-do.{form}\"; filename*=UTF-8''{quote(f'{run.name}.{form}', safe='')}"
    headers = {"Content-Disposition": f"attachment; {named}"}
    return Response(made.of(run).encode("utf-8"), media_type=made.kind, headers=headers)

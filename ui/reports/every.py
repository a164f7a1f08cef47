"""Every form that a run can be given out in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from evals.runs.run import Run
from ui.reports.markdown import markdown
from ui.reports.page import html
from ui.reports.sheet import csv


@dataclass(frozen=True, slots=True)
class Made:
    """How a form is made, and its media type."""

    of: Callable[[Run], str]
    kind: str


REPORTS: Mapping[str, Made] = MappingProxyType(
    {
        "html": Made(html, "text/html; charset=utf-8"),
        "md": Made(markdown, "text/markdown; charset=utf-8"),
        "csv": Made(csv, "text/csv; charset=utf-8"),
        "json": Made(Run.as_json, "application/json"),
    }
)

"""The last report, kept in the state folder so that the page can show it."""

from __future__ import annotations

from pathlib import Path

from pydantic import ValidationError

from evals.errors import EvaluationFileError
from evals.report import Report, from_json

NAME = "evaluation.json"


def save(report: Report, folder: Path) -> Path:
    """Keep a report in `folder`, in place of the one before; a reader sees one or the other."""
    folder.mkdir(parents=True, exist_ok=True)
    path, beside = folder / NAME, folder / f"{NAME}.new"
    beside.write_text(report.as_json(), encoding="utf-8")
    beside.replace(path)
    return path


def load(folder: Path) -> Report | None:
    """Return the report kept in `folder`, None when there is none yet.

    Raises EvaluationFileError when the file is damaged or of another version.
    """
    path = folder / NAME
    if not path.exists():
        return None
    try:
        return from_json(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, ValidationError) as error:
        raise EvaluationFileError(path, "it is damaged or of another version") from error

"""Watching a job: the line that says how far it is, which the script keeps up to date."""

from __future__ import annotations

from ui.markup import Html, tag
from ui.web.jobs import Job, Jobs

SECONDS = "giây"


def watched(here: str, job: Job) -> Html:
    """Return the line; the script asks `here`/tien-do how far it is and then goes to `here`."""
    return tag(
        "p",
        tag("span", job.told, class_="told"),
        " · ",
        tag("span", f"{job.seconds} {SECONDS}", class_="seconds"),
        class_="working",
        role="status",
        data_watch=f"{here}/tien-do",
        data_then=here,
        data_unit=SECONDS,
    )


def progress(jobs: Jobs, key: str) -> dict[str, object]:
    """Return how far a job is, as the script reads it; one that is not known is done."""
    job = jobs.of(key)
    if job is None:
        return {"done": True, "seconds": 0, "told": ""}
    return {"done": job.done.is_set(), "seconds": job.seconds, "told": job.told}

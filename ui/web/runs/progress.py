"""The page of a run that is being made."""

from __future__ import annotations

from ui.markup import Html, tag
from ui.web.evaluation import ROOT, evaluation_page
from ui.web.jobs import Job
from ui.web.parts import link
from ui.web.runs import wording as w
from ui.web.watching import watched


def progress_page(key: str, job: Job) -> Html:
    """Return the page; the script asks how far it is and goes on to the run."""
    here = f"{ROOT}/do/{key}"
    told = watched(here, job)
    more = tag("p", w.MEASURING_MORE, class_="intro")
    again = tag("noscript", link(w.SEE_RESULT, here))
    bar = tag("progress", aria_label=w.MEASURING)
    return evaluation_page(w.MEASURING, tag("h1", w.MEASURING), more, told, bar, again)

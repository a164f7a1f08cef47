"""The page of a paper in the making."""

from __future__ import annotations

from ui.markup import Html, tag
from ui.web.parts import link
from ui.web.quiz import wording as w
from ui.web.quiz.parts import ROOT, studio_page


def progress_page(key: str, seconds: int) -> Html:
    """Return the page; the script asks how far it is and goes on to the paper."""
    here = f"{ROOT}/soan/{key}"
    told = tag(
        "p",
        tag("span", w.MAKING_MORE),
        " ",
        tag("span", f"{seconds} {w.SECONDS}", class_="seconds"),
        class_="working",
        role="status",
        data_watch=f"/api/quiz/jobs/{key}",
        data_then=here,
        data_unit=w.SECONDS,
    )
    again = tag("noscript", link(w.SEE_RESULT, here))
    return studio_page(
        w.MAKING, tag("h1", w.MAKING), told, tag("progress", aria_label=w.MAKING), again
    )

"""The frame of the studio's pages."""

from __future__ import annotations

from ui import messages
from ui.markup import Html, tag
from ui.web.frame import page
from ui.web.quiz import wording as w

ROOT = "/trac-nghiem"
BANK = f"{ROOT}/ngan-hang"


def studio_page(title: str, *content: str, area: str = ROOT, notice: str = "") -> Html:
    """Return a page of the studio; `notice` is what went wrong with the last gesture."""
    places = ((ROOT, w.STUDIO), (BANK, w.BANK))
    links = (
        tag("a", name, href=path, aria_current="page" if path == area else None)
        for path, name in places
    )
    nav = tag("nav", *links, class_="sub", aria_label=w.STUDIO_AREAS)
    told = tag("p", notice, class_="notice-box", role="alert") if notice else Html("")
    body = tag("div", nav, told, *content, class_="studio")
    return page(f"{title} – {messages.QUIZ_PAGE}", ROOT, body, assets=("studio",))

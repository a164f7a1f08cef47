"""The frame of the area Đánh giá."""

from __future__ import annotations

from urllib.parse import quote

from ui import messages
from ui.markup import Html, tag
from ui.web.frame import page

ROOT = "/danh-gia"
COMPARE = f"{ROOT}/so-sanh"
GOLD = f"{ROOT}/bo-cau-hoi"
FROM_TALK = f"{GOLD}/tu-hoi-dap"
JUDGED = f"{ROOT}/y-kien"
AREAS = (
    (ROOT, messages.RUNS_AREA),
    (COMPARE, messages.COMPARE_AREA),
    (GOLD, messages.GOLD_AREA),
    (JUDGED, messages.JUDGED_AREA),
)


def evaluation_page(
    title: str, *content: str, area: str = ROOT, notice: str = "", script: str = ""
) -> Html:
    """Return a page of the area; `notice` is what went wrong with the last gesture.

    `script` is the name of a script, with its stylesheet, that only this page loads.
    """
    links = (
        tag("a", name, href=path, aria_current="page" if path == area else None)
        for path, name in AREAS
    )
    nav = tag("nav", *links, class_="sub", aria_label=messages.EVALUATION_AREAS)
    told = tag("p", notice, class_="notice-box", role="alert") if notice else Html("")
    body = tag("div", nav, told, *content, class_="studio evaluation")
    name = messages.FIGURES_PAGE
    shown = title if title == name else f"{title} – {name}"
    return page(shown, ROOT, body, assets=("studio", *filter(None, (script,))))


def run_address(run_id: str) -> str:
    """Return the address of the page of a run."""
    return f"{ROOT}/lan-do/{run_id}"


def item_address(run_id: str, item_id: str) -> str:
    """Return the address of the page of one question of a run."""
    return f"{run_address(run_id)}/cau/{quote(item_id, safe='')}"


def pair_address(before: str, after: str, item_id: str) -> str:
    """Return the address of the page of one question in two runs."""
    return f"{COMPARE}/{before}/{after}/{quote(item_id, safe='')}"


def set_address(name: str) -> str:
    """Return the address of the page of a gold set."""
    return f"{GOLD}/bo/{quote(name, safe='')}"


def kept_address(name: str, item_id: str) -> str:
    """Return the address of the page of one item of a gold set."""
    return f"{set_address(name)}/cau/{quote(item_id, safe='')}"

"""The frame of every page: head, areas, the panel in which a source opens."""

from __future__ import annotations

from collections.abc import Sequence

from ui import messages
from ui.markup import Html, joined, tag
from ui.people.role import Right
from ui.tongue import NAMES, Tongue, tongue
from ui.visitor import may, visitor

AREAS = (
    ("/", messages.ASK_PAGE, Right.ASK),
    ("/quyen", messages.RIGHTS_PAGE, Right.ASK),
    ("/van-ban", messages.LIBRARY_PAGE, Right.ASK),
    ("/trac-nghiem", messages.QUIZ_PAGE, Right.QUIZ),
    ("/danh-gia", messages.FIGURES_PAGE, Right.MEASURE),
    ("/quan-tri", messages.ADMINISTRATION_PAGE, Right.ADMINISTER),
)


def page(title: str, area: str, *content: str, assets: Sequence[str] = ()) -> Html:
    """Return a whole page of our own; `area` is the path of the area it belongs to.

    `assets` are the names of a stylesheet and a script that only this area loads.
    """
    head = tag(
        "head",
        tag("meta", charset="utf-8"),
        tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
        tag("title", f"{title} – {messages.PRODUCT}"),
        links(),
        *(more for name in assets for more in _assets(name)),
    )
    body = tag("body", top(area), tag("main", *content, id="main", tabindex=-1), source_panel())
    return Html("<!doctype html>") + tag("html", head, body, lang=tongue())  # type: ignore[return-value]


def links() -> Html:
    """Return what the head of every page loads, all of it from this server."""
    return joined(
        (
            tag("link", rel="icon", href="/ui/icon.svg", type="image/svg+xml"),
            tag("link", rel="stylesheet", href="/ui/fonts.css"),
            tag("link", rel="stylesheet", href="/ui/page.css"),
            tag("link", rel="stylesheet", href="/ui/talks.css"),
            tag("link", rel="stylesheet", href="/ui/writing.css"),
            tag("script", src="/ui/source.js", defer=True),
            tag("script", src="/ui/talks.js", defer=True),
        )
    )


def _assets(name: str) -> tuple[Html, Html]:
    style = tag("link", rel="stylesheet", href=f"/ui/{name}.css")
    return style, tag("script", src=f"/ui/{name}.js", defer=True)


def top(area: str, heading: str = "") -> Html:
    """Return the head line: the name of the product, the areas and what is the reader's own.

    `heading` is that of a page that shows none.
    """
    shown = [(path, name) for path, name, right in AREAS if may(right)]
    areas = joined(_area(path, name, area) for path, name in (*shown, *_own()))
    other = Tongue.VIETNAMESE if tongue() is Tongue.ENGLISH else Tongue.ENGLISH
    toggle = tag("a", NAMES[other], href=f"/tieng/{other}", lang=other, class_="tongue")
    return joined(
        (
            tag("a", messages.SKIP, href="#composer" if area == "/" else "#main", class_="skip"),
            tag(
                "header",
                tag("a", messages.PRODUCT, href="/", class_="brand", title=messages.TAGLINE),
                heading,
                tag("nav", areas, toggle, aria_label=messages.AREAS),
                class_="top",
            ),
        )
    )


def _own() -> tuple[tuple[str, str], ...]:
    person = visitor()
    if person is None:
        return ()
    account = (("/tai-khoan", person.name),) if person.name else ()
    return ((messages.TALKS, messages.TALKS_PAGE), *account)


def _area(path: str, name: str, area: str) -> Html:
    own = "own" if path in {messages.TALKS, "/tai-khoan"} else None
    return tag("a", name, href=path, class_=own, aria_current="page" if path == area else None)


def source_panel() -> Html:
    """Return the closed panel, which the script fills, and the place it speaks from."""
    buttons = joined(
        _button(name, label, sign)
        for name, label, sign in (
            ("previous", messages.PREVIOUS, "‹"),
            ("next", messages.NEXT, "›"),
            ("close", messages.CLOSE, "×"),
        )
    )
    said = tag("p", id="said", role="status", class_="unseen")
    where = tag("p", class_="source-where", aria_live="polite")
    panel = tag(
        "dialog",
        tag("div", where, tag("div", buttons, class_="source-steps"), class_="source-bar"),
        tag("div", class_="source-view", tabindex=0, aria_label=messages.READING, role="region"),
        id="source",
        aria_label=messages.SOURCE_PANEL,
        data_opening=messages.OPENING,
        data_failed=messages.NOT_OPENED,
    )
    return joined((said, panel))


def _button(name: str, label: str, sign: str) -> Html:
    drawn = tag("span", sign, aria_hidden="true")
    return tag("button", drawn, type="button", data_step=name, aria_label=label, title=label)

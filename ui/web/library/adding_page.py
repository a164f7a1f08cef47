"""The pages of files that are being taken in: how far it is, and what came of each."""

from __future__ import annotations

from collections.abc import Sequence

from ui import messages
from ui.keeping import Taken
from ui.markup import Html, joined, tag
from ui.plain import named
from ui.web.frame import page
from ui.web.jobs import Job
from ui.web.library import wording as w
from ui.web.library.parts import ROOT, address_of, how_read
from ui.web.parts import badge, link
from ui.web.watching import watched


def progress_page(key: str, job: Job) -> Html:
    """Return the page; the script asks how far it is and goes on to the result."""
    here = f"{ROOT}/them/{key}"
    told = watched(here, job)
    again = tag("noscript", link(w.SEE_RESULT, here))
    bar = tag("progress", aria_label=w.ADDING)
    more = tag("p", w.ADDING_MORE, class_="intro")
    body = tag("div", tag("h1", w.ADDING), more, told, bar, again, class_="studio keeping")
    return _page(w.ADDING, body)


def result_page(taken: Sequence[Taken]) -> Html:
    """Return what came of each file."""
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in w.FILE_COLUMNS)))
    table = tag("table", head, tag("tbody", *map(_row, taken)), class_="library taken")
    back = link(w.TO_LIBRARY, ROOT)
    body = tag("div", tag("h1", w.ADDED_PAGE), table, tag("p", back), class_="studio keeping")
    return _page(w.ADDED_PAGE, body)


def _row(taken: Taken) -> Html:
    document = taken.document
    name = tag("a", named(document), href=address_of(document.id)) if document else taken.name
    file = tag("small", taken.name) if document else Html("")
    return tag(
        "tr",
        tag("th", name, file, scope="row"),
        tag("td", _state(taken), data_name=w.FILE_COLUMNS[1]),
        tag("td", _details(taken), data_name=w.FILE_COLUMNS[2]),
    )


def _state(taken: Taken) -> Html:
    if taken.fault:
        return badge(w.REFUSED, "bad")
    if taken.unchanged:
        return badge(w.UNCHANGED, "quiet")
    return badge(w.REPLACED if taken.replaced else w.FRESH, "good")


def _details(taken: Taken) -> Html:
    if taken.fault or taken.document is None:
        return tag("span", taken.fault)
    near = (
        tag("p", w.NEAR.format(named(other), round(100 * share)), class_="near")
        for other, share in taken.near
    )
    return joined([how_read(taken.document), *near])


def _page(title: str, body: Html) -> Html:
    return page(f"{title} – {messages.LIBRARY_PAGE}", ROOT, body, assets=("studio", "library"))

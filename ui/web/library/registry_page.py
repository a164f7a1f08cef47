"""The pages of legal status: every instrument on record, its source, a form to record another."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from urllib.parse import urlencode

from corpus.facts import COLUMNS
from corpus.instrument import Instrument, LegalStatus
from ui import messages
from ui.markup import Html, joined, tag
from ui.tongue import said
from ui.web.frame import page
from ui.web.library import wording as w
from ui.web.library.parts import ROOT, notice_box
from ui.web.parts import badge, button, form, hidden, labelled, link, select

HERE = f"{ROOT}/hieu-luc"
LONG = frozenset({"basis", "note", "name"})
LOOKS: Mapping[LegalStatus, str] = {
    LegalStatus.IN_FORCE: "good",
    LegalStatus.AMENDED: "quiet",
    LegalStatus.ENDED: "bad",
    LegalStatus.UNCERTAIN: "warn",
}


def registry_page(
    instruments: Sequence[Instrument], own: Collection[str], notice: str = "", done: str = ""
) -> Html:
    """Return the list; `own` are the numbers that people recorded here."""
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in w.STATUS_COLUMNS)))
    rows = (_row(one, one.number in own) for one in instruments)
    table = tag("table", head, tag("tbody", *rows), class_="library cited")
    return _page(
        w.STATUS_PAGE,
        notice_box(notice),
        notice_box(done, good=True),
        tag("p", w.STATUS_INTRO, class_="intro"),
        tag("p", link(w.STATUS_NEW, f"{HERE}/sua"), " ", link(w.STATUS_EXPORT, f"{HERE}/csv")),
        _import(),
        table,
    )


def fact_page(row: Mapping[str, str], notice: str = "", *, own: bool = False) -> Html:
    """Return the form of one instrument, filled with a row of facts."""
    fields = (
        labelled(w.FACTS[name], _field(name, row.get(name, "")), w.FACT_HINTS.get(name, ""))
        for name in COLUMNS
        if name != "certain"
    )
    save = form(HERE, *fields, button(w.STATUS_SAVE, look="primary"))
    back = tag("p", tag("a", w.STATUS_PAGE, href=HERE), class_="back")
    forget = form(f"{HERE}/bo", hidden(number=row.get("number", "")), button(w.STATUS_FORGET))
    return _page(w.STATUS_FORM, notice_box(notice), save, forget if own else Html(""), back)


def _import() -> Html:
    file = tag("input", type="file", name="file", accept=".csv", required=True)
    sent = tag(
        "form",
        labelled(w.STATUS_FILE, file, w.STATUS_FILE_HINT),
        button(w.STATUS_IMPORT),
        method="post",
        action=f"{HERE}/nhap",
        enctype="multipart/form-data",
    )
    return tag("details", tag("summary", w.STATUS_IMPORT), sent, class_="adding")


def _row(one: Instrument, own: bool) -> Html:  # noqa: FBT001  a row is one or the other
    edit = tag("a", one.label, href=f"{HERE}/sua?{urlencode({'so': one.number})}")
    marks = tag("span", badge(w.STATUS_OWN, "good"), class_="marks") if own else Html("")
    since = f" {said(w.SINCE)} {one.since:%d/%m/%Y}" if one.since else ""
    after = ", ".join((*one.replaced_by, *one.amended_by))
    looked = f"{one.as_of:%d/%m/%Y}" if one.as_of else messages.ABSENT
    status = joined([badge(one.status.value, LOOKS[one.status]), f"{since} {after}".rstrip()])
    cells = (status, one.basis, looked)
    names = w.STATUS_COLUMNS[1:]
    drawn = (tag("td", cell, data_name=name) for cell, name in zip(cells, names, strict=True))
    return tag("tr", tag("th", edit, marks, scope="row"), *drawn)


def _field(name: str, value: str) -> Html:
    if name == "status":
        return select(name, ((one.value, one.value) for one in LegalStatus), value)
    if name in LONG:
        return tag("textarea", value, name=name, rows=2)
    return tag("input", type="text", name=name, value=value)


def _page(title: str, *content: str) -> Html:
    back = tag("p", tag("a", messages.BACK_TO_LIBRARY, href=ROOT), class_="back")
    body = tag("div", back, tag("h1", title), *content, class_="studio keeping")
    named = f"{title} – {messages.LIBRARY_PAGE}"
    return page(named, ROOT, body, assets=("studio", "library"))


def empty_row() -> dict[str, str]:
    """Return a row with nothing in it but the most careful status."""
    return {**dict.fromkeys(COLUMNS, ""), "status": LegalStatus.UNCERTAIN.value}

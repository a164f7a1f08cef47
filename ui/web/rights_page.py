"""The table of rights: who may know, discuss, advise on and supervise what, each with its proof."""

from __future__ import annotations

import csv
import io
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse, Response

from assistant.evidence.grants import PEOPLE, Deed, Grant, grants
from assistant.reply import Citation
from assistant.shelf import Shelf
from corpus.document import Document
from ui import messages
from ui import rights_words as w
from ui.application import FullApplication
from ui.markup import Html, tag, text
from ui.plain import named, shown
from ui.render import chip
from ui.tongue import said, theirs
from ui.web.frame import page
from ui.web.pages import lost_page
from ui.web.parts import button, labelled, select
from ui.web.routing import router

HERE = "/quyen"
Named = Annotated[str, Query(alias="van-ban")]
MOST = 300  # rows of one page; the export has them all
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for; "" is everything."""

    who: str = ""
    deed: str = ""
    document: str = ""

    def chosen(self, every: Iterable[Grant]) -> tuple[Grant, ...]:
        """Return the rows that are looked for."""
        return tuple(grant for grant in every if self._fits(grant))

    def _fits(self, grant: Grant) -> bool:
        deeds = {deed.value for deed in grant.deeds}
        return (
            (not self.who or self.who in grant.who)
            and (not self.deed or self.deed in deeds)
            and (not self.document or self.document == grant.citation.document_id)
        )

    def address(self, **other: str) -> str:
        """Return the address of what is looked for, with other values in places."""
        told = {"ai": self.who, "quyen": self.deed, "van-ban": self.document, **other}
        return f"{HERE}?{urlencode({name: value for name, value in told.items() if value})}"


class Table:
    """The rows of a library, made once for each state of it."""

    def __init__(self, application: FullApplication) -> None:
        self._application = application
        self._made: tuple[Shelf, tuple[Grant, ...]] | None = None

    def rows(self) -> tuple[Grant, ...]:
        """Return every row."""
        shelf = self._application.studio.shelf
        if self._made is None or self._made[0] is not shelf:
            self._made = shelf, grants(shelf)
        return self._made[1]

    def documents(self) -> dict[str, Document]:
        """Return the documents that have rows, by id."""
        every = self._application.studio.shelf.documents
        return {row.citation.document_id: every[row.citation.document_id] for row in self.rows()}


def rights_pages(application: FullApplication) -> APIRouter:
    """Return the routes of the table."""
    routes, table = router(), Table(application)

    @routes.get(HERE)
    def every(ai: str = "", quyen: str = "", van_ban: Named = "") -> str:
        return rights_page(table.rows(), table.documents(), Wanted(ai, quyen, van_ban))

    @routes.get(f"{HERE}/tai.{{form}}")
    def export(form: str, ai: str = "", quyen: str = "", van_ban: Named = "") -> Response:
        if form not in EXPORTS:
            return HTMLResponse(lost_page(messages.NOT_FOUND), status_code=404)
        written, kind = EXPORTS[form]
        chosen = Wanted(ai, quyen, van_ban).chosen(table.rows())
        name = {"content-disposition": f"attachment; filename=bang-quyen.{form}"}
        data = written(chosen, table.documents()).encode("utf-8-sig" if form == "csv" else "utf-8")
        return Response(data, media_type=kind, headers=name)

    return routes


def rights_page(rows: Sequence[Grant], documents: dict[str, Document], wanted: Wanted) -> Html:
    """Return the rows that are looked for, under how many there are of each kind."""
    chosen = wanted.chosen(rows)
    heads = tag("tr", *(tag("th", name, scope="col") for name in w.COLUMNS))
    body = tag("tbody", *(_row(grant, documents) for grant in chosen[:MOST]))
    table = tag(
        "div", tag("table", tag("thead", heads), body, class_="library"), class_="wide rights"
    )
    query = wanted.address().partition("?")[2]
    exports = (
        tag("a", words, href=f"{HERE}/tai.{form}?{query}", class_="button", download=True)
        for form, words in (("csv", w.CSV), ("json", w.JSON))
    )
    parts = (
        tag("h1", w.TITLE),
        tag("p", w.INTRO, class_="intro"),
        _matrix(rows, wanted),
        _filter(documents, wanted),
        tag("p", w.COUNTED.format(len(chosen)), " ", *exports, class_="gestures"),
        table if chosen else tag("p", w.EMPTY),
    )
    return page(w.TITLE, HERE, tag("div", *parts, class_="studio"), assets=("studio",))


def _row(grant: Grant, documents: dict[str, Document]) -> Html:
    cited = [grant.citation]
    if grant.basis.span != grant.citation.span:
        cited.append(replace(grant.basis, n=2))
    chips = tag("span", *(chip(one) for one in cited), class_="reply")
    deeds = "; ".join(said(deed.value) for deed in grant.deeds)
    return tag(
        "tr",
        tag("th", ", ".join(map(said, grant.who)), scope="row"),
        tag("td", deeds, data_name=w.COLUMNS[1]),
        tag("td", text(shown(grant.citation.quote)), lang=theirs(), data_name=w.COLUMNS[2]),
        tag("td", grant.citation.address, " ", chips, data_name=w.COLUMNS[3]),
        tag("td", named(documents[grant.citation.document_id]), data_name=w.COLUMNS[4]),
    )


def _matrix(rows: Sequence[Grant], wanted: Wanted) -> Html:
    counts = Counter((name, deed) for row in rows for name in row.who for deed in row.deeds)
    people = [name for name in PEOPLE if any(counts[name, deed] for deed in Deed)]
    heads = tag("tr", tag("td"), *(tag("th", deed.value, scope="col") for deed in Deed))
    lines = (
        tag(
            "tr",
            tag("th", name, scope="row"),
            *(_cell(counts[name, deed], _address(wanted, name, deed)) for deed in Deed),
        )
        for name in people
    )
    caption = tag("caption", w.MATRIX)
    table = tag("table", caption, tag("thead", heads), tag("tbody", *lines), class_="matrix")
    return tag("div", table, class_="wide")


def _address(wanted: Wanted, who: str, deed: Deed) -> str:
    return wanted.address(ai=who, quyen=deed.value)


def _cell(count: int, address: str) -> Html:
    return tag("td", tag("a", str(count), href=address) if count else messages.ABSENT)


def _filter(documents: dict[str, Document], wanted: Wanted) -> Html:
    every = ("", w.EVERY)
    who = select("ai", [every, *((name, name) for name in PEOPLE)], wanted.who)
    deeds = select("quyen", [every, *((d.value, d.value) for d in Deed)], wanted.deed)
    titles = [(key, named(document)[:90]) for key, document in documents.items()]
    which = select("van-ban", [every, *titles], wanted.document)
    return tag(
        "form",
        labelled(w.WHO, who),
        labelled(w.DEED, deeds),
        labelled(w.DOCUMENT, which),
        button(w.FILTER),
        method="get",
        action=HERE,
        class_="line",
    )


def as_csv(rows: Iterable[Grant], documents: dict[str, Document]) -> str:
    """Return rows as CSV; a cell that a spreadsheet would take for a formula begins with "'"."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow((*w.COLUMNS, w.BASIS))
    for row in rows:
        where = (row.citation.address, named(documents[row.citation.document_id]))
        what = (", ".join(row.who), "; ".join(deed.value for deed in row.deeds))
        cells = (*what, shown(row.citation.quote), *where, shown(row.basis.quote))
        writer.writerow(f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells)
    return file.getvalue()


def as_json(rows: Iterable[Grant], documents: dict[str, Document]) -> str:
    """Return rows as JSON, each with the places of its words."""
    told = [
        {
            "who": list(row.who),
            "rights": [deed.value for deed in row.deeds],
            "citation": _place(row.citation, documents),
            "basis": _place(row.basis, documents),
        }
        for row in rows
    ]
    return json.dumps({"rights": told}, ensure_ascii=False, indent=1)


def _place(citation: Citation, documents: dict[str, Document]) -> dict[str, object]:
    return {
        "document": citation.document_id,
        "source": documents[citation.document_id].source,
        "address": citation.address,
        "quote": citation.quote,
        "start": citation.span.start,
        "end": citation.span.end,
    }


EXPORTS = {"csv": (as_csv, "text/csv; charset=utf-8"), "json": (as_json, "application/json")}

"""The page of the audit log, and its export."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from urllib.parse import urlencode

from ui.markup import Html, tag
from ui.people import wording as w
from ui.people.audit import Entry
from ui.times import moment
from ui.web.parts import button, labelled, wide
from ui.web.people.users_page import AUDIT, administration

SHOWN = 100  # lines of one page
_FIELDS = ("n", "at", "who", "deed", "thing", "source", "digest")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # what a spreadsheet would run


def audit_page(entries: Sequence[Entry], who: str, altered: int | None) -> Html:
    """Return lines of the log, the newest first, and whether the log is whole."""
    words = w.AUDIT_WHOLE if altered is None else w.AUDIT_ALTERED.format(altered)
    whole = tag("p", words, class_="notice-box" if altered else "counted", role="status")
    search = tag(
        "form",
        labelled(w.AUDIT_WHO, tag("input", name="ai", value=who)),
        button(w.AUDIT_SHOW),
        method="get",
        action=AUDIT,
        class_="line",
    )
    heads = tag("tr", *(tag("th", name, scope="col") for name in w.AUDIT_COLUMNS))
    table = tag("table", tag("thead", heads), tag("tbody", *map(_row, entries)))
    exports = (
        tag("a", w.EXPORT_CSV, href=f"{AUDIT}/tai.csv", class_="button", download=True),
        tag("a", w.EXPORT_JSONL, href=f"{AUDIT}/tai.jsonl", class_="button", download=True),
    )
    older = _older(entries, who)
    parts = (tag("p", w.AUDIT_INTRO, class_="intro"), whole, tag("p", *exports, class_="gestures"))
    return administration(w.AUDIT, AUDIT, *parts, search, wide(table, w.AUDIT), older)


def as_csv(entries: Iterable[Entry]) -> str:
    """Return lines as CSV; a cell that a spreadsheet would take for a formula begins with "'"."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(_FIELDS)
    for entry in entries:
        told = asdict(entry) | {"deed": entry.deed.value}
        writer.writerow(_cell(str(told[name])) for name in _FIELDS)
    return file.getvalue()


def as_lines(entries: Iterable[Entry]) -> str:
    """Return lines as JSON Lines."""
    rows = (asdict(entry) | {"deed": entry.deed.value} for entry in entries)
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


def _cell(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA) else words


def _row(entry: Entry) -> Html:
    who = entry.who or w.NOBODY
    facts = (moment(entry.at), who, w.DEEDS[entry.deed], entry.thing, entry.source)
    return tag("tr", tag("th", str(entry.n), scope="row"), *(tag("td", one) for one in facts))


def _older(entries: Sequence[Entry], who: str) -> Html:
    if len(entries) < SHOWN:
        return Html("")
    query = urlencode({"truoc": entries[-1].n, **({"ai": who} if who else {})})
    return tag("p", tag("a", w.AUDIT_OLDER, href=f"{AUDIT}?{query}", class_="button"))

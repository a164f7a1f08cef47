"""The first page of gold sets: those that there are, a new one, one from a file."""

from __future__ import annotations

from evals.bank.bank import GoldBank
from evals.gold import Status
from ui.markup import Html, joined, tag
from ui.web.evaluation import GOLD, evaluation_page, set_address
from ui.web.gold import wording as w
from ui.web.parts import badge, button, labelled

FORMS = {"jsonl": "JSONL", "csv": "CSV", "xlsx": "XLSX"}


def sets_page(bank: GoldBank, notice: str = "", done: str = "") -> Html:
    """Return the page; `done` says what was done, `notice` what could not be."""
    told = tag("p", done, class_="done", role="status") if done else Html("")
    intro = tag("p", w.INTRO, class_="intro")
    sets = tag("section", tag("h2", w.SETS), _sets(bank), class_="panel")
    new = tag("section", tag("h2", w.NEW_SET), _new(), class_="panel")
    take = tag("section", tag("h2", w.IMPORT), _import(), class_="panel")
    both = tag("div", sets, tag("div", new, take, class_="stack"), class_="compose")
    return evaluation_page(w.TITLE, tag("h1", w.TITLE), intro, told, both, area=GOLD, notice=notice)


def _sets(bank: GoldBank) -> Html:
    sets = bank.sets()
    if not sets:
        return tag("p", w.NO_SETS, class_="blank")
    return tag("ul", *(_set(name, counts) for name, counts in sets.items()), class_="asked")


def _set(name: str, counts: dict[Status, int]) -> Html:
    link = tag("a", name, href=set_address(name))
    states = (
        badge(f"{w.STATUSES[status]} {count}", w.LOOKS[status])
        for status, count in counts.items()
        if count
    )
    files = joined(
        joined((" ", tag("a", words, href=f"{set_address(name)}/tai.{form}")))
        for form, words in FORMS.items()
    )
    out = tag("small", f"{w.EXPORT}:", files)
    return tag("li", link, tag("p", *states, class_="badges"), out)


def _new() -> Html:
    name = tag("input", type="text", name="bo", required=True, maxlength=60, autocomplete="off")
    return tag(
        "form",
        labelled(w.SET_NAME, name, w.SET_HINT),
        button(w.BEGIN, look="main"),
        method="get",
        action=f"{GOLD}/viet",
    )


def _import() -> Html:
    name = tag("input", type="text", name="name", required=True, maxlength=60)
    who = tag("input", type="text", name="who", required=True, maxlength=60, data_remember="who")
    file = tag("input", type="file", name="file", required=True, accept=".jsonl,.csv,.xlsx")
    return tag(
        "form",
        labelled(w.SET_NAME, name),
        labelled(w.WHO, who),
        labelled(w.FILE, file, w.FILE_HINT),
        button(w.TAKE_IN),
        method="post",
        action=f"{GOLD}/nhap",
        enctype="multipart/form-data",
    )

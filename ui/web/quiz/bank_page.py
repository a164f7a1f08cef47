"""The page of the bank: what is kept is looked for, put into papers, and taken in from files."""

from __future__ import annotations

from dataclasses import dataclass, field

from assistant.quiz.bank.bank import MOST_FOUND, Wanted
from assistant.quiz.bank.kept import Kept
from assistant.quiz.bank.studio import Studio
from ui.markup import Html, joined, tag
from ui.web.parts import button, form, labelled, select
from ui.web.quiz import wording as w
from ui.web.quiz.card import badges, judged, question_html
from ui.web.quiz.parts import BANK, ROOT, studio_page

STALE = "stale"  # in place of a decision: what rests on words that changed


@dataclass(frozen=True, slots=True)
class Looked:
    """What is looked for; `stale` narrows it to what has to be looked at again."""

    wanted: Wanted = field(default_factory=Wanted)
    stale: bool = False

    def found(self, studio: Studio) -> tuple[Kept, ...]:
        """Return what is found."""
        if self.stale:
            return studio.all_stale(self.wanted)[:MOST_FOUND]
        return studio.bank.find(self.wanted)


def bank_page(studio: Studio, looked: Looked, notice: str = "", done: str = "") -> Html:
    """Return the page; `done` says what was done, `notice` what could not be."""
    heading = tag("h1", w.BANK)
    intro = tag("p", w.BANK_INTRO, class_="intro")
    told = tag("p", done, class_="done", role="status") if done else Html("")
    content = (heading, intro, told, _search(studio, looked), _results(studio, looked), _import())
    return studio_page(w.BANK, *content, area=BANK, notice=notice)


def _search(studio: Studio, looked: Looked) -> Html:
    wanted = looked.wanted
    decision = STALE if looked.stale else wanted.status or ""
    kinds = (("", w.ANY), *((kind.value, name) for kind, name in w.KIND_NAMES.items()))
    states = (
        ("", w.ANY),
        *((status.value, name) for status, name in w.STATUSES.items()),
        (STALE, w.STALE),
    )
    tags = (("", w.ANY), *((name, name) for name in studio.bank.tags()))
    words = tag("input", type="search", name="tu", value=wanted.words, placeholder=w.SEARCH_HINT)
    return tag(
        "form",
        labelled(w.SEARCH_WORDS, words),
        labelled(w.TAGS, select("nhan", tags, wanted.tag)),
        labelled(w.KIND, select("loai", kinds, wanted.kind or "")),
        labelled(w.STATUS, select("quyet-dinh", states, decision)),
        button(w.SEARCH, look="main"),
        method="get",
        action=BANK,
        class_="search",
        role="search",
    )


def _results(studio: Studio, looked: Looked) -> Html:
    items = looked.found(studio)
    if not items:
        return tag("p", w.NOTHING_FOUND, class_="blank")
    counted = tag("p", w.found(len(items), MOST_FOUND), class_="counted", role="status")
    rows = tag("ul", *(_row(studio, kept) for kept in items), class_="cards found")
    return joined((counted, form(f"{BANK}/chon", rows, _chosen(studio))))


def _row(studio: Studio, kept: Kept) -> Html:
    stem = kept.content.stem
    box = tag(
        "input", type="checkbox", name="item", value=kept.id, aria_label=f"{w.CHOOSE}: {stem}"
    )
    head = tag("div", box, badges(judged(studio, kept)), class_="card-head")
    edit = tag("a", w.CHECK_ITEM, href=f"{ROOT}/cau/{kept.id}")
    shown = tag("details", tag("summary", stem), question_html(kept.content), edit)
    return tag("li", head, shown, class_=f"card {kept.status.value}")


def _chosen(studio: Studio) -> Html:
    """Return what can be done with the items that are chosen."""
    title = tag("input", name="title", maxlength=200)
    new = (labelled(w.NEW_TITLE, title), button(w.GATHER, gesture="gather", look="main"))
    papers = [(head.id, head.title) for head in studio.papers.heads()]
    put: tuple[Html, ...] = ()
    if papers:
        put = (labelled(w.PUT, select("paper", papers)), button(w.PUT_BUTTON, gesture="put"))
    return tag(
        "div", tag("div", *new, class_="line"), tag("div", *put, class_="line"), class_="bar"
    )


def _import() -> Html:
    file = tag("input", type="file", name="file", required=True, accept=".xml,.txt,.gift")
    posted = tag(
        "form",
        labelled(w.IMPORT_FILE, file),
        labelled(w.IMPORT_FORMAT, select("format", w.IMPORT_FORMATS.items())),
        button(w.IMPORT_BUTTON),
        method="post",
        action=f"{BANK}/nhap",
        enctype="multipart/form-data",
        class_="line",
    )
    hint = tag("p", w.IMPORT_HINT, class_="hint-line below")
    return tag("section", tag("h2", w.IMPORT), posted, hint, class_="panel import")

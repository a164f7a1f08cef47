"""The first page of the studio: what to make a paper from, and the papers that there are."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from assistant.quiz.bank.bank import Wanted
from assistant.quiz.bank.kept import PaperHead
from assistant.quiz.bank.studio import Studio
from assistant.quiz.item import Kind
from assistant.quiz.wording import raised
from corpus.address import address
from corpus.document import Document
from corpus.passage import Passage, PassageKind
from ui import messages
from ui.markup import Html, joined, tag
from ui.plain import shown
from ui.web.parts import button, checks, form, labelled, select
from ui.web.quiz import wording as w
from ui.web.quiz.bank_page import STALE
from ui.web.quiz.parts import BANK, ROOT, studio_page
from ui.wished import MIXED, MOST

USUAL = 20  # items that are asked for when nobody says otherwise
LONGEST = 60  # characters of a heading in the list of sections


def compose_page(studio: Studio, notice: str = "") -> Html:
    """Return the page."""
    heading = tag("h1", messages.QUIZ_PAGE)
    intro = tag("p", w.INTRO, class_="intro")
    documents = studio.documents()
    made = _form(studio, documents) if documents else tag("p", messages.NO_DOCUMENTS)
    new = tag("section", tag("h2", w.NEW_PAPER), made, class_="panel")
    papers = tag("section", tag("h2", w.PAPERS), _papers(studio.papers.heads()))
    both = tag("div", new, papers, class_="compose")
    content = (heading, intro, _stale(studio), both)
    return studio_page(messages.QUIZ_PAGE, *content, notice=notice)


def _stale(studio: Studio) -> Html:
    """Return how many items have to be looked at again, with the way to them."""
    count = len(studio.all_stale(Wanted()))
    if not count:
        return Html("")
    see = tag("a", w.SEE_STALE, href=f"{BANK}?quyet-dinh={STALE}")
    return tag("p", w.stale_items(count), " ", see, class_="fewer", role="note")


def _form(studio: Studio, documents: tuple[Document, ...]) -> Html:
    names = ((key, raised(name)) for key, name in studio.names().items())
    kinds = ((kind.value, w.KIND_NAMES[kind]) for kind in Kind)
    levels = ((MIXED, w.MIXED), *((d.value, name) for d, name in w.DIFFICULTIES.items()))
    count = _number("count", USUAL, 1, MOST)
    seed = _number("seed", 0, 0, 2**31)
    title = tag("input", name="title", maxlength=200, placeholder=w.PAPER_TITLE_HINT)
    pair = tag(
        "div",
        labelled(w.COUNT, count),
        labelled(w.DIFFICULTY, select("difficulty", levels)),
        class_="pair",
    )
    more = tag(
        "details",
        tag("summary", w.MORE_OPTIONS),
        labelled(w.PAPER_TITLE, title),
        labelled(w.SEED, seed, w.SEED_HINT),
    )
    return form(
        f"{ROOT}/soan",
        checks("document", w.DOCUMENTS, names, on=False),
        tag("p", w.DOCUMENTS_HINT, class_="hint-line"),
        labelled(w.SECTION, _sections(studio, documents)),
        pair,
        checks("kind", w.KINDS, kinds, on=True),
        more,
        button(w.MAKE, look="main"),
    )


def _number(name: str, value: int, least: int, most: int) -> Html:
    return tag(
        "input",
        type="number",
        name=name,
        value=value,
        min=least,
        max=most,
        required=True,
        inputmode="numeric",
    )


def _sections(studio: Studio, documents: Iterable[Document]) -> Html:
    groups = [tag("option", w.NO_SECTION, value="")]
    for document in documents:
        headings = [p for p in studio.passages(document.id) if _is_section(p)]
        if headings:
            options = (_section(document.id, p) for p in headings)
            groups.append(tag("optgroup", *options, label=raised(studio.names()[document.id])))
    return tag("select", *groups, name="section")


def _is_section(passage: Passage) -> bool:
    """Tell whether a heading can be named as a section: its address has no dots within a part."""
    plain = all("." not in part and not part.startswith("phần “") for part in passage.path)
    return passage.kind is PassageKind.HEADING and bool(passage.path) and plain


def _section(document_id: str, passage: Passage) -> Html:
    words = textwrap.shorten(shown(passage.text), LONGEST, placeholder=" …")
    told = f"{address(passage)}: {words}"
    return tag("option", told, value=f"{document_id} {'.'.join(passage.path)}")


def _papers(heads: tuple[PaperHead, ...]) -> Html:
    if not heads:
        return tag("p", w.NO_PAPERS, class_="blank")
    return tag("ul", *map(_head, heads), class_="papers")


def _head(head: PaperHead) -> Html:
    name = tag("a", head.title, href=f"{ROOT}/de/{head.id}")
    counted = w.counted(head.items, head.approved)
    return tag("li", joined((name, tag("small", f"{counted} · {day(head.made_at)}"))))


def day(at: str) -> str:
    """Return the day of a moment as it is written here.

    >>> day("2026-11-03T08:00:00+00:00")
    '03/11/2026'
    """
    year, month, number = at[:10].split("-")
    return f"{number}/{month}/{year}"

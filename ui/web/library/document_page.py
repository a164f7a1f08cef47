"""The page of one document: its particulars, outline and text, and how it is kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from corpus.corrections import NAMES
from corpus.document import Document
from corpus.life import Version
from corpus.outline import one_line
from corpus.passage import Passage, PassageKind
from ui import messages, reading_words
from ui.markup import Html, tag
from ui.plain import named
from ui.reading import Mark, outline_html, particulars_html, source_html
from ui.web.frame import page
from ui.web.library import wording as w
from ui.web.library.parts import ROOT, address_of, how_read, notice_box
from ui.web.parts import badge, button, form, hidden, labelled

LABELS: Mapping[str, str] = {**messages.PARTICULARS, "title": messages.TITLE}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A document as it is opened: its passages, the marks in it, what is kept beside it."""

    document: Document
    passages: Sequence[Passage]
    marks: Sequence[Mark] = ()
    at: int = 0
    tags: Sequence[str] = ()
    versions: Sequence[Version] = ()
    outline: Mapping[str, bool] = field(default_factory=dict)
    notice: str = ""
    done: str = ""


def document_page(opened: Opened) -> Html:
    """Return one document: particulars, outline, text with the cited places marked."""
    document = opened.document
    back = tag("p", tag("a", messages.BACK_TO_LIBRARY, href=ROOT), class_="back")
    head = tag(
        "div",
        back,
        notice_box(opened.notice),
        notice_box(opened.done, good=True),
        tag("h1", named(document)),
        tag("p", reading_words.RECOGNISED, class_="notice-box")
        if document.reading.recognised
        else Html(""),
        particulars_html(document),
        _keeping(opened),
    )
    return _page(document, head, _sheet(opened))


def version_page(
    version: Version, passages: Sequence[Passage], cited: tuple[Sequence[Mark], int] = ((), 0)
) -> Html:
    """Return an older version of a document, as it was read, with the cited places marked."""
    document = version.document
    day = f"{version.replaced_at:%d/%m/%Y}"
    told = tag("p", w.OLD_VERSION.format(day), " ", class_="notice-box")
    now = tag("p", tag("a", w.CURRENT, href=address_of(document.id)), class_="back")
    head = tag("div", now, told, tag("h1", named(document)), particulars_html(document))
    marks, at = cited
    opened = Opened(document=document, passages=passages, marks=marks, at=at)
    return _page(document, head, _sheet(opened))


def _page(document: Document, head: Html, sheet: Html) -> Html:
    body = tag("div", head, class_="studio keeping")
    return page(named(document), ROOT, body, sheet, assets=("studio", "library"))


def _sheet(opened: Opened) -> Html:
    tree = outline_html(opened.passages) or tag("p", messages.NO_OUTLINE, class_="blank")
    outline = tag("nav", tag("h2", messages.OUTLINE), tree, aria_label=messages.OUTLINE)
    text = source_html(opened.document, opened.passages, opened.marks, opened.at)
    side = tag("div", outline, class_="outline")
    return tag("div", side, tag("div", text, class_="reading"), class_="sheet")


def _keeping(opened: Opened) -> Html:
    parts = (
        _part(w.HOW_READ, how_read(opened.document, opened.passages)),
        _part(w.TAGS, _tags(opened)),
        _part(w.PARTICULARS, _corrections(opened.document)),
        _part(w.OUTLINE, _headings(opened)),
        _part(w.VERSIONS, _versions(opened)) if opened.versions else Html(""),
        _part(w.REMOVE, _removal(opened.document)),
    )
    marks = (badge(name, "quiet") for name in opened.tags)
    summary = tag("summary", w.KEEPING, " ", *marks)
    return tag("details", summary, *parts, class_="keep", open=bool(opened.notice or opened.done))


def _part(title: str, *content: str) -> Html:
    return tag("section", tag("h2", title), *content)


def _tags(opened: Opened) -> Html:
    action = f"{address_of(opened.document.id)}/nhan"
    taken = (
        tag(
            "button",
            f"{name} ×",
            name="bo",
            value=name,
            class_="button small",
            aria_label=f"{w.TAKE_TAG}: {name}",
        )
        for name in opened.tags
    )
    given = form(action, *taken, class_="tags") if opened.tags else tag("p", w.NO_TAGS)
    name = tag("input", type="text", name="nhan", maxlength=60, required=True)
    new = form(action, labelled(w.ADD_TAG, name, w.TAG_HINT), button(w.ADD_TAG), class_="row")
    return tag("div", given, new)


def _corrections(document: Document) -> Html:
    action = f"{address_of(document.id)}/thong-tin"
    facts = document.facts()
    rows = (_correction(action, document, name, name in facts) for name in NAMES)
    return tag("div", tag("p", w.PARTICULARS_HINT, class_="aside"), *rows, class_="corrections")


def _correction(action: str, document: Document, name: str, stated: bool) -> Html:  # noqa: FBT001
    fact = document.facts().get(name)
    value = fact.span.of(document.text) if fact and stated else ""
    words = tag("input", type="text", name="value", value=" ".join(value.split()))
    return form(
        action,
        hidden(name=name),
        labelled(LABELS[name], words),
        button(w.SAVE, gesture="luu"),
        button(w.RESTORE, gesture="tra", look="quiet"),
        class_="row",
    )


def _headings(opened: Opened) -> Html:
    """Return the headings with a button for each that is none, and a field for one that is."""
    action = f"{address_of(opened.document.id)}/de-muc"
    found = dict.fromkeys(
        one_line(p.text) for p in opened.passages if p.kind is PassageKind.HEADING
    )
    rows = (
        form(
            action,
            hidden(words=words),
            tag("span", words, class_="line"),
            button(w.NO_HEADING, gesture="khong", look="quiet"),
            class_="row",
        )
        for words in found
        if words not in opened.outline
    )
    said = (
        form(
            action,
            hidden(words=words),
            tag("span", f"{w.SAID[heading]}: {words}", class_="line"),
            button(w.FORGET_MARK, gesture="bo", look="quiet"),
            class_="row",
        )
        for words, heading in opened.outline.items()
    )
    line = tag("input", type="text", name="words", required=True)
    new = form(
        action,
        labelled(w.NEW_HEADING, line, w.NEW_HEADING_HINT),
        button(w.IS_HEADING, gesture="co"),
        class_="row",
    )
    more = tag("details", tag("summary", w.HEADINGS.format(len(found))), *rows)
    return tag("div", *said, new, more, class_="headings")


def _versions(opened: Opened) -> Html:
    here = address_of(opened.document.id)
    links = (
        tag(
            "a",
            w.VERSION.format(f"{one.replaced_at:%d/%m/%Y %H:%M}"),
            href=f"{here}?ban={one.sha256[:12]}",
        )
        for one in opened.versions
    )
    return tag("ul", *(tag("li", one) for one in links))


def _removal(document: Document) -> Html:
    action = f"{address_of(document.id)}/bo"
    ask = form(action, tag("p", w.REMOVE_MORE), button(w.REMOVE, look="danger"))
    return tag("details", tag("summary", w.REMOVE), ask)

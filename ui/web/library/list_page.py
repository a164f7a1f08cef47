"""The page that lists the documents, and takes files in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from corpus.document import Document
from ui import messages
from ui.markup import Html, tag
from ui.plain import named
from ui.reading import particular
from ui.web.frame import page
from ui.web.library import wording as w
from ui.web.library.parts import ROOT, notice_box
from ui.web.parts import badge

COLUMNS = ("kind", "number", "issuer", "issued_on", "signer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What the list shows beside the documents: their tags, the tag chosen, what was just done."""

    tags: Mapping[str, Sequence[str]] = field(default_factory=dict)
    chosen: str = ""
    notice: str = ""
    done: str = ""


def library_page(documents: Sequence[Document], listed: Listed | None = None) -> Html:
    """Return the list of documents with their particulars, of one tag where one is chosen."""
    listed = listed or Listed()
    heading = tag("h1", messages.LIBRARY_PAGE)
    body = [heading, notice_box(listed.notice), notice_box(listed.done, good=True)]
    if documents:
        more = tag("a", w.RELATIONS, href=f"{ROOT}/quan-he")
        status = tag("a", w.STATUS_PAGE, href=f"{ROOT}/hieu-luc")
        intro = tag("p", messages.LIBRARY_INTRO, " ", more, " · ", status, class_="intro")
        body += [intro, _adding()]
        body += [_filter(listed), _table(_chosen(documents, listed), listed)]
    else:
        body += [tag("p", messages.NO_DOCUMENTS), _adding()]
    shown = tag("div", *body, class_="studio keeping")
    return page(messages.LIBRARY_PAGE, ROOT, shown, assets=("studio", "library"))


def _adding() -> Html:
    file = tag("input", type="file", name="files", multiple=True, required=True)
    words = tag("span", w.CHOOSE, class_="drop-words", data_chosen=w.CHOSEN)
    zone = tag("label", file, words, class_="drop")
    send = tag("button", w.ADD_TO_LIBRARY, class_="button primary")
    form = tag(
        "form",
        zone,
        tag("p", w.FORMATS, class_="aside"),
        send,
        method="post",
        action=f"{ROOT}/them",
        enctype="multipart/form-data",
    )
    return tag("details", tag("summary", w.ADD, class_="button"), form, class_="adding")


def _filter(listed: Listed) -> Html:
    counts = Counter(name for names in listed.tags.values() for name in names)
    if not counts:
        return Html("")
    links = [("", w.ALL_TAGS), *((n, f"{n} ({counts[n]})") for n in sorted(counts))]
    drawn = (
        tag(
            "a",
            words,
            href=f"{ROOT}?nhan={quote(name)}" if name else ROOT,
            aria_current="true" if name == listed.chosen else None,
        )
        for name, words in links
    )
    return tag("nav", *drawn, class_="tags", aria_label=w.TAGS)


def _chosen(documents: Sequence[Document], listed: Listed) -> Sequence[Document]:
    if not listed.chosen:
        return documents
    return [one for one in documents if listed.chosen in listed.tags.get(one.id, ())]


def _table(documents: Sequence[Document], listed: Listed) -> Html:
    names = (messages.TITLE, *(messages.PARTICULARS[name] for name in COLUMNS))
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in names)))
    lines = (_line(one, listed.tags.get(one.id, ())) for one in documents)
    return tag("table", head, tag("tbody", *lines), class_="library")


def _line(document: Document, tags: Sequence[str]) -> Html:
    link = tag("a", named(document), href=f"{ROOT}/{document.id}")
    marks = [badge(name, "quiet") for name in tags]
    if document.reading.recognised:
        marks.append(badge("OCR", "warn"))
    named_by = tag("span", *marks, class_="marks") if marks else Html("")
    facts = document.facts()
    cells = (
        tag(
            "td",
            _cell(name, document),
            data_name=messages.PARTICULARS[name],
            class_=None if name in facts else "blank",
        )
        for name in COLUMNS
    )
    return tag("tr", tag("th", link, named_by, scope="row"), *cells)


def _cell(name: str, document: Document) -> str:
    shown = particular(name, document)
    return messages.ABSENT if shown == messages.NOT_STATED else shown

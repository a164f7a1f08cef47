"""What a person takes home: the approved items of a paper in a format, and what that loses."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from assistant.quiz.bank.kept import Kept, Paper, Status
from assistant.quiz.bank.studio import Studio
from assistant.quiz.export.formats import PRINTED, exported
from assistant.quiz.export.question import Exported, Question, questions
from ui.markup import Html, tag
from ui.web.parts import button, link
from ui.web.quiz import wording as w
from ui.web.quiz.paper import address
from ui.web.quiz.parts import studio_page

SUFFIXES = {
    "moodle-xml": ("xml", "application/xml"),
    "gift": ("gift.txt", "text/plain; charset=utf-8"),
    "aiken": ("aiken.txt", "text/plain; charset=utf-8"),
    "csv": ("csv", "text/csv; charset=utf-8"),
    "qti": ("qti.zip", "application/zip"),
    "docx": ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "pdf": ("pdf", "application/pdf"),
}
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_VARIANTS = 24


def ready(studio: Studio, kept: Sequence[Kept]) -> tuple[Kept, ...]:
    """Return what may go out: approved, and its words still stand."""
    approved = (one for one in kept if one.status is Status.APPROVED)
    return tuple(one for one in approved if not studio.stale(one))


def asked(studio: Studio, kept: Sequence[Kept]) -> tuple[Question, ...]:
    """Return items as questions, named by their place."""
    names = studio.names()
    width = len(str(len(kept)))
    found = []
    for number, one in enumerate(kept, start=1):
        content = one.content
        made = content if isinstance(content, Question) else questions((content,), names)[0]
        found.append(replace(made, name=f"{number:0{width}d}-{one.id}"))
    return tuple(found)


def file(studio: Studio, paper: Paper, name: str, variants: int = 1) -> Exported:
    """Return the file of a paper in a format.

    Raises:
        UnknownKindError: there is no format of that name.
    """
    found = asked(studio, ready(studio, paper.items))
    return exported(name, found, variants=variants, seed=paper.recipe.wish.seed)


def headers(name: str, paper: Paper) -> dict[str, str]:
    """Return the headers that make a browser keep the file."""
    suffix, kind = SUFFIXES.get(name, (f"{name}.xlsx", SHEET))
    told = f'attachment; filename="de-{paper.id}.{suffix}"'
    return {"content-type": kind, "content-disposition": told}


def export_page(studio: Studio, paper: Paper) -> Html:
    """Return the page on which a format is chosen, each with what it loses."""
    back = tag("p", tag("a", w.PAPER_AGAIN, href=address(paper)), class_="back")
    heading = tag("h1", f"{w.EXPORT}: {paper.title}")
    found = ready(studio, paper.items)
    stale = len(paper.approved) - len(found)
    told = tag("p", w.left_out(stale), class_="faults", role="note") if stale else Html("")
    if not found:
        none = tag("p", w.NONE_APPROVED, class_="blank")
        return studio_page(w.EXPORT, back, heading, told, none)
    names = (w.FORMAT, w.HOLDS, w.LOSSES_OF, w.DOWNLOAD)
    head = tag("thead", tag("tr", *(tag("th", name, scope="col") for name in names)))
    questions_ = asked(studio, found)
    body = tag("tbody", *(_row(paper, name, questions_) for name in w.FORMATS))
    counted = tag("p", w.counted(len(paper.items), len(paper.approved)), class_="counted")
    table = tag("table", head, body, class_="formats")
    return studio_page(w.EXPORT, back, heading, counted, told, table)


def _row(paper: Paper, name: str, found: Sequence[Question]) -> Html:
    title, use = w.FORMATS[name]
    losses = Counter(loss.lost for loss in exported(name, found).losses)
    lost = "; ".join(w.LOSSES[one].format(count) for one, count in losses.items())
    action = f"{address(paper)}/tai-ve/{name}"
    told = f"{w.DOWNLOAD} {title}"
    get = _variants(action, told) if name in PRINTED else link(told, action)
    return tag(
        "tr",
        tag("th", title, scope="row"),
        tag("td", use, data_name=w.HOLDS),
        tag("td", lost or w.NOTHING_LOST, data_name=w.LOSSES_OF),
        tag("td", get),
    )


def _variants(action: str, told: str) -> Html:
    number = tag("input", type="number", name="variants", value=1, min=1, max=MOST_VARIANTS)
    label = tag("label", tag("span", w.VARIANTS), number)
    return tag("form", label, button(told), method="get", action=action, class_="line")

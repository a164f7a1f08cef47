"""The page of one gold item: its form, the source to pick evidence from, review, history."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from evals.bank.kept import Change, Gesture, Kept, differing
from evals.gold import Kind, Status
from ui.application import Library
from ui.compared import KINDS
from ui.markup import Html, joined, tag
from ui.plain import named
from ui.web.evaluation import GOLD, evaluation_page, kept_address, set_address
from ui.web.gold import wording as w
from ui.web.gold.formed import Cells
from ui.web.gold.items_page import standing
from ui.web.parts import button, hidden, labelled, link, select

AREAS = (  # name, label, hint, lines
    ("history", w.HISTORY, w.HISTORY_HINT, 2),
    ("reference", w.REFERENCE, w.REFERENCE_HINT, 4),
    ("key_points", w.KEY_POINTS, w.KEY_POINTS_HINT, 4),
    ("evidence", w.EVIDENCE, w.EVIDENCE_HINT, 6),
    ("allowed", w.ALLOWED, w.ALLOWED_HINT, 2),
    ("forbidden", w.FORBIDDEN, w.FORBIDDEN_HINT, 2),
    ("tags", w.TAGS, w.TAGS_HINT, 2),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """A new item that is written: the set ("" asks for one), what is typed, the sets there are."""

    name: str
    cells: Cells
    sets: tuple[str, ...] = ()
    notice: str = ""


def writing_page(writing: Writing, library: Library) -> Html:
    """Return the page of a new item."""
    title = w.NEW_ITEM if writing.name else w.FROM_CHAT_TITLE
    back = set_address(writing.name) if writing.name else GOLD
    form = tag(
        "form",
        _set_field(writing),
        *_fields(writing.cells),
        _who(),
        button(w.SAVE, look="main"),
        method="post",
        action=f"{GOLD}/viet",
        class_="item-form",
    )
    return _page(title, (_back(back), tag("h1", title)), (form,), library, writing.notice)


def _set_field(writing: Writing) -> Html:
    known = tag("datalist", *(tag("option", value=name) for name in writing.sets), id="sets")
    name = tag(
        "input",
        type="text",
        name="bo",
        value=writing.name,
        required=True,
        maxlength=60,
        list="sets",
        autocomplete="off",
    )
    return joined((labelled(w.SET_NAME, name, w.SET_HINT), known))


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A kept item that is looked at: its faults in words, its changes, what went wrong or well."""

    kept: Kept
    cells: Cells
    faults: tuple[str, ...]
    changes: tuple[Change, ...]
    notice: str = ""
    done: str = ""


def item_page(visit: Visit, library: Library) -> Html:
    """Return the page of a kept item."""
    kept = visit.kept
    told = tag("p", visit.done, class_="done", role="status") if visit.done else Html("")
    head = (
        _back(set_address(kept.name)),
        tag("h1", kept.item.question),
        tag("p", standing(kept), class_="badges"),
        told,
    )
    locked = kept.item.status is Status.LOCKED
    form = tag(
        "form",
        hidden(version=kept.item.version, id=kept.item.id),
        *_fields(visit.cells, fixed=True),
        _who(),
        Html("") if locked else button(w.SAVE, gesture="save", look="main"),
        method="post",
        action=kept_address(kept.name, kept.item.id),
        class_="item-form",
    )
    parts = (_standing(visit), form, _history(visit.changes))
    return _page(kept.item.question, head, parts, library, visit.notice)


def _page(
    title: str, head: Iterable[Html], parts: Iterable[Html], library: Library, notice: str
) -> Html:
    both = tag("div", tag("div", *parts), _source(library), class_="writing")
    content = (*head, both)
    return evaluation_page(title, *content, area=GOLD, notice=notice, script="gold")


def _back(address: str) -> Html:
    return tag("p", tag("a", w.BACK, href=address), class_="back")


def _fields(cells: Cells, *, fixed: bool = False) -> Iterable[Html]:
    kinds = [(kind.value, KINDS[kind]) for kind in Kind]
    truths = [("yes", w.YES), ("no", w.NO)]
    if not fixed:
        yield labelled(w.ID, _line("id", cells["id"]), w.ID_HINT)
    yield labelled(w.QUESTION, _area("question", cells["question"], 2))
    kind = labelled(w.KIND, select("kind", kinds, cells["kind"]))
    answerable = labelled(w.ANSWERABLE, select("answerable", truths, cells["answerable"]))
    yield tag("div", kind, answerable, class_="pair")
    for name, label, hint, lines in AREAS:
        yield labelled(label, _area(name, cells[name], lines), hint)
    yield labelled(w.AUTHOR, _line("author", cells["author"], remember=not cells["author"]))


def _line(name: str, value: str, *, remember: bool = False) -> Html:
    return tag(
        "input",
        type="text",
        name=name,
        value=value,
        maxlength=60,
        autocomplete="off",
        data_remember="who" if remember else None,
    )


def _area(name: str, value: str, lines: int) -> Html:
    return tag("textarea", value, name=name, rows=lines, id=f"cell-{name}")


def _who() -> Html:
    field = tag("input", type="text", name="who", required=True, maxlength=60, data_remember="who")
    return labelled(w.WHO, field, w.WHO_HINT)


def _standing(visit: Visit) -> Html:
    """Return what is wrong with the item, and the gestures of who reviews it."""
    kept = visit.kept
    faults = tag("ul", *(tag("li", words) for words in visit.faults), class_="flaws")
    found = joined((tag("h3", w.FAULTS), faults)) if visit.faults else tag("p", w.GOOD_SO)
    status = kept.item.status
    reason = tag("input", type="text", name="reason", maxlength=500)
    gestures = (
        button(w.REVIEW, gesture="review", look="main") if status is Status.DRAFT else "",
        button(w.LOCK, gesture="lock", look="main") if status is Status.REVIEWED else "",
        labelled(w.REASON, reason),
        button(w.RETURN, gesture="return"),
        Html("") if status is Status.LOCKED else button(w.REMOVE, gesture="remove", look="quiet"),
        link(w.NEXT, f"{set_address(kept.name)}/soat", "quiet"),
    )
    form = tag(
        "form",
        hidden(version=kept.item.version),
        _who(),
        tag("div", *gestures, class_="line"),
        method="post",
        action=kept_address(kept.name, kept.item.id),
    )
    return tag("section", tag("h2", w.STANDING), found, form, class_="panel")


def _source(library: Library) -> Html:
    """Return the pane in which a document is read and evidence picked."""
    documents = [("", w.CHOOSE_DOCUMENT), *((d.id, named(d)) for d in library.documents())]
    names = joined(
        tag("span", hidden=True, data_document=d.id, data_source=d.source)
        for d in library.documents()
    )
    buttons = tag(
        "div",
        button_of("pick", w.PICK, "main"),
        button_of("more", w.PICK_MORE, "plain"),
        class_="gestures",
    )
    text = tag("div", class_="source-text", tabindex=0, role="region", aria_label=w.SOURCE)
    return tag(
        "section",
        tag("h2", w.SOURCE),
        labelled(w.DOCUMENT, select("document", documents)),
        tag("p", w.PICK_HINT, class_="hint-line"),
        buttons,
        text,
        names,
        class_="panel picking",
        data_picked=w.PICKED,
        data_nothing=w.PICK_NOTHING,
    )


def button_of(name: str, words: str, look: str) -> Html:
    """Return a button that the script alone gives a meaning to."""
    return tag("button", words, type="button", data_pick=name, class_=f"button {look}")


def _history(changes: tuple[Change, ...]) -> Html:
    if not changes:
        return Html("")
    before: dict[int, Change] = {change.number: change for change in changes}
    lines = (_change(change, before.get(change.number - 1)) for change in changes)
    return tag("section", tag("h2", w.HISTORY_OF), tag("ol", *lines, class_="history"))


def _change(change: Change, before: Change | None) -> Html:
    changed: tuple[str, ...] = ()
    if before and change.gesture is Gesture.EDITED:
        changed = tuple(w.NAMES.get(n, n) for n in differing(before.item, change.item))
    told = [f"{change.at[:16].replace('T', ' ')}: {change.who} {w.GESTURES[change.gesture]}"]
    told += [", ".join(changed)] if changed else []
    told += [f"“{change.reason}”"] if change.reason else []
    return tag("li", "; ".join(told))

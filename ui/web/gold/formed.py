"""From the form of an item to the item, and from a chat turn to a form that is filled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import TypeAdapter, ValidationError
from starlette.datastructures import FormData

from evals.check import Problem, check
from evals.errors import first_fault
from evals.gold import GoldItem, GoldSet, Kind, split_of
from evals.quote import Quote
from evals.sheet import COLUMNS, BadCellError, record_of, row_of
from evals.wording import without_markers
from ui.application import Library
from ui.errors import BadItemError
from ui.web.gold import wording as w
from ui.web.posted import text

KEPT_APART = frozenset({"split", "reviewed_by", "status", "version"})  # not typed by anybody
TYPED = tuple(name for name in COLUMNS if name not in KEPT_APART)
Cells = Mapping[str, str]
EMPTY: Cells = dict.fromkeys(TYPED, "") | {"answerable": "yes", "kind": Kind.LIST.value}


def cells_of(item: GoldItem) -> Cells:
    """Return what stands in the form of an item."""
    row = row_of(item)
    return {name: row[name] for name in TYPED}


def posted_cells(posted: FormData) -> Cells:
    """Return what was typed."""
    return {name: text(posted, name).replace("\r\n", "\n").strip() for name in TYPED}


def item_from(cells: Cells) -> GoldItem:
    """Return the item that a form holds.

    Raises:
        BadItemError: a field that is not understood; it says which.
    """
    try:
        return TypeAdapter(GoldItem).validate_python(record_of(cells))
    except BadCellError as error:
        name = w.NAMES.get(error.column, error.column)
        raise BadItemError(w.NOT_UNDERSTOOD.format(name, error.words[:80])) from error
    except ValidationError as error:
        field, _, reason = first_fault(error).partition(": ")
        raise BadItemError(w.WRONG.format(f"{w.NAMES.get(field, field)}: {reason}")) from error


def problems_of(gold: GoldSet, library: Library) -> Mapping[str, tuple[Problem, ...]]:
    """Return what is wrong with the items of a set, by their ids."""
    found: dict[str, tuple[Problem, ...]] = {}
    for problem in check(gold, library.documents()):
        found[problem.item.id] = (*found.get(problem.item.id, ()), problem)
    return found


def words_of(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Return problems in Vietnamese."""
    return tuple(w.lapse(problem.lapse, problem.about) for problem in problems)


def of_turn(asked: Mapping[str, Any], library: Library) -> Cells:
    """Return the form of an item filled from a chat turn.

    `asked` holds `q`, the question; `h`, the turns before it; `a`, the answer; and `c`, its
    citations as `document:start-end`, of which those that the library does not know are left out.
    """
    quotes = [quote for place in asked["c"] if (quote := _quote(place, library))]
    item = GoldItem(
        id="",
        question=asked["q"],
        kind=Kind.LIST if quotes else Kind.UNANSWERABLE,
        answerable=bool(quotes),
        split=split_of(asked["q"]),
        reference=_unmarked(asked["a"]) if quotes else "",
        evidence=tuple((quote,) for quote in quotes),
    )
    lines = "\n".join(f"user: {question}" for question in asked["h"])
    return {**cells_of(item), "history": lines}


def _unmarked(answer: str) -> str:
    """Return an answer without its markers, which stand for citations that go with it."""
    return "\n".join(" ".join(line.split()) for line in without_markers(answer).splitlines())


def _quote(place: str, library: Library) -> Quote | None:
    document_id, _, span = place.rpartition(":")
    start, _, end = span.partition("-")
    known = {document.id: document for document in library.documents()}
    document = known.get(document_id)
    if document is None or not (start.isdigit() and end.isdigit()):
        return None
    words = document.text[int(start) : int(end)].strip()
    return Quote(document.source, words) if words else None

"""The routes of gold sets: every gesture is a form that is posted, and its answer a page."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse, Response
from fastapi.routing import APIRoute
from starlette.datastructures import FormData, UploadFile

from corpus.errors import HoiQuyCheError
from evals.bank.bank import GoldBank, named, set_name
from evals.bank.errors import GoldBankError, UnknownGoldItemError
from evals.bank.kept import Kept, Wanted
from evals.gold import Status
from evals.goldfile import WRITERS, packed, read
from ui import failures, messages
from ui.application import FullApplication, Library
from ui.errors import BadItemError
from ui.web.evaluation import FROM_TALK, GOLD, kept_address, set_address
from ui.web.gold import wording as w
from ui.web.gold.formed import (
    EMPTY,
    Cells,
    cells_of,
    item_from,
    of_turn,
    posted_cells,
    problems_of,
    words_of,
)
from ui.web.gold.item_page import Visit, Writing, item_page, writing_page
from ui.web.gold.items_page import items_page
from ui.web.gold.sets_page import sets_page
from ui.web.gold.turn import turn_pages
from ui.web.pages import lost_page
from ui.web.posted import UNPROCESSABLE, Posted, see, text

MOST_TURNS, MOST_PLACES = 20, 60
KINDS = {
    "jsonl": "application/x-ndjson",
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
Places = Annotated[list[str], Query(max_length=MOST_PLACES)]
Turns = Annotated[list[str], Query(max_length=MOST_TURNS)]


class _Route(APIRoute):
    """A route whose errors become a page with their sentence."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        handle = super().get_route_handler()

        async def told(request: Request) -> Response:
            try:
                return await handle(request)
            except UnknownGoldItemError as error:
                return HTMLResponse(lost_page(failures.sentence(error)), status_code=404)

        return told


def gold_pages(application: FullApplication) -> APIRouter:
    """Return the routes of the pages of gold sets."""
    every = APIRouter()
    for routes in (_sets, _writing, _reading, _taking, _items):
        every.include_router(routes(application.gold, application.library))
    every.include_router(turn_pages(application))
    return every


def _router() -> APIRouter:
    return APIRouter(default_response_class=HTMLResponse, route_class=_Route)


def _sets(bank: GoldBank, _library: Library) -> APIRouter:
    routes = _router()

    @routes.get(GOLD)
    def show(done: str = "") -> str:
        return sets_page(bank, done=done)

    @routes.post(f"{GOLD}/nhap")
    def take_in(posted: Posted) -> Response:
        try:
            return see(f"{GOLD}?{urlencode({'done': _taken_in(bank, posted)})}")
        except HoiQuyCheError as error:
            page = sets_page(bank, notice=failures.sentence(error))
            return HTMLResponse(page, status_code=UNPROCESSABLE)

    return routes


def _taken_in(bank: GoldBank, posted: FormData) -> str:
    """Take a posted file into a set, all of it or nothing, and say how much of it is new."""
    file = posted.get("file")
    if not isinstance(file, UploadFile) or not file.filename:
        raise BadItemError(w.NO_FILE)
    gold = read(file.file.read(), Path(file.filename))
    name = set_name(text(posted, "name"))
    new = bank.take_in(name, gold.items, text(posted, "who"))
    return w.TAKEN_IN.format(new, name, len(gold.items) - new)


def _writing(bank: GoldBank, library: Library) -> APIRouter:
    routes = _router()

    @routes.get(f"{GOLD}/viet")
    def begin(bo: str = "") -> str:
        return writing_page(Writing(name=named(bo), cells=EMPTY, sets=tuple(bank.sets())), library)

    @routes.get(FROM_TALK)
    def from_chat(q: str, a: str = "", h: Turns = [], c: Places = []) -> str:  # noqa: B006 - of the library
        cells = of_turn({"q": q, "a": a, "h": h, "c": c}, library)
        return writing_page(Writing(name="", cells=cells, sets=tuple(bank.sets())), library)

    @routes.post(f"{GOLD}/viet")
    def write(posted: Posted) -> Response:
        cells = posted_cells(posted)
        try:
            kept = bank.write(text(posted, "bo"), item_from(cells), text(posted, "who"))
        except (GoldBankError, BadItemError) as error:
            sets = tuple(bank.sets())
            name, words = named(text(posted, "bo")), failures.sentence(error)
            writing = Writing(name=name, cells=cells, sets=sets, notice=words)
            return HTMLResponse(writing_page(writing, library), status_code=UNPROCESSABLE)
        return see(f"{kept_address(kept.name, kept.item.id)}?luu=1")

    return routes


def _reading(bank: GoldBank, library: Library) -> APIRouter:
    routes = _router()
    here = f"{GOLD}/bo/{{name}}"

    @routes.get(here)
    def show(name: str, words: str = "", kind: str = "", half: str = "", status: str = "") -> str:
        state = Status(status) if status in [*Status] else None
        wanted = Wanted(words=words, kind=kind, half=half, status=state)
        return items_page(bank, library, name, wanted)

    @routes.get(f"{here}/moi")
    def begin(name: str) -> str:
        return writing_page(Writing(name=name, cells=EMPTY, sets=tuple(bank.sets())), library)

    @routes.get(f"{here}/soat")
    def queue(name: str) -> Response:
        drafts = bank.find(name, Wanted(status=Status.DRAFT))
        if not drafts:
            return see(f"{GOLD}?{urlencode({'done': w.EMPTY_QUEUE})}")
        oldest = min(drafts, key=lambda kept: kept.changed_at)
        return see(kept_address(name, oldest.item.id))

    return routes


def _taking(bank: GoldBank, _library: Library) -> APIRouter:
    routes = _router()

    @routes.get(f"{GOLD}/bo/{{name}}/tai.{{form}}")
    def export(name: str, form: str) -> Response:
        if f".{form}" not in WRITERS:
            return HTMLResponse(lost_page(messages.NOT_FOUND), status_code=404)
        file = packed(bank.gold_set(name).items, f".{form}")
        told = f"filename=\"gold.{form}\"; filename*=UTF-8''{quote(f'{name}.{form}', safe='')}"
        headers = {"Content-Disposition": f"attachment; {told}"}
        return Response(file, media_type=KINDS[form], headers=headers)

    return routes


def _items(bank: GoldBank, library: Library) -> APIRouter:
    routes = _router()
    here = f"{GOLD}/bo/{{name}}/cau/{{item_id:path}}"

    @routes.get(here)
    def show(name: str, item_id: str, luu: str = "") -> str:
        kept = bank.item(name, item_id)
        return item_page(_visit(bank, library, kept, done=w.SAVED if luu else ""), library)

    @routes.post(here)
    def change(name: str, item_id: str, posted: Posted) -> Response:
        kept = bank.item(name, item_id)
        try:
            return see(_changed(bank, library, kept, posted))
        except (GoldBankError, BadItemError) as error:
            saving = text(posted, "gesture") == "save"
            typed = posted_cells(posted) if saving else None
            words = failures.sentence(error)
            page = item_page(_visit(bank, library, kept, typed, notice=words), library)
            return HTMLResponse(page, status_code=UNPROCESSABLE)

    return routes


def _changed(bank: GoldBank, library: Library, kept: Kept, posted: FormData) -> str:
    """Do what was asked for and return where the reader goes on."""
    name, key, who = kept.name, kept.item.id, text(posted, "who")
    gesture = text(posted, "gesture")
    if gesture == "review":
        bank.review(name, key, who, _faults(bank, library, kept))
    elif gesture == "return":
        bank.send_back(name, key, who, text(posted, "reason"))
    elif gesture == "lock":
        bank.lock(name, key, who)
    elif gesture == "remove":
        bank.remove(name, key)
        return set_address(name)
    else:
        version = text(posted, "version")
        item = item_from({**posted_cells(posted), "id": key})
        bank.edit(name, item, who, int(version) if version.isdigit() else 0)
    return f"{kept_address(name, key)}?luu=1"


def _visit(
    bank: GoldBank, library: Library, kept: Kept, typed: Cells | None = None, **said: str
) -> Visit:
    return Visit(
        kept=kept,
        cells=typed or cells_of(kept.item),
        faults=_faults(bank, library, kept),
        changes=bank.changes(kept.name, kept.item.id),
        **said,
    )


def _faults(bank: GoldBank, library: Library, kept: Kept) -> tuple[str, ...]:
    found = problems_of(bank.gold_set(kept.name), library)
    return words_of(found.get(kept.item.id, ()))

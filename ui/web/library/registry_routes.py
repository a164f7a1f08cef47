"""The routes of legal status: read, recorded, imported, exported."""

from __future__ import annotations

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import UploadFile

from corpus.facts import COLUMNS, BadFactError, instrument_of, read, row_of, written
from ui import failures
from ui.application import KeepingApplication
from ui.keeping import Keeper
from ui.markup import Html
from ui.web.library import wording as w
from ui.web.library.registry_page import HERE, empty_row, fact_page, registry_page
from ui.web.posted import UNPROCESSABLE, Posted, text
from ui.web.routing import router


def registry_routes(application: KeepingApplication) -> APIRouter:
    """Return the routes of legal status."""
    routes, keeper = router(), application.keeper

    @routes.get(HERE)
    def every() -> str:
        return _list(keeper)

    @routes.get(f"{HERE}/csv")
    def table() -> Response:
        kept = written(keeper.registry().instruments)
        name = {"content-disposition": "attachment; filename=so-hieu-luc.csv"}
        return Response(kept.encode("utf-8-sig"), media_type="text/csv", headers=name)

    @routes.get(f"{HERE}/sua")
    def edit(so: str = "") -> str:
        known = keeper.registry().numbered(so)
        own = {one.number for one in keeper.library.instruments.every()}
        return fact_page(row_of(known) if known else empty_row(), own=so in own)

    routes.include_router(_recording(keeper))
    return routes


def _recording(keeper: Keeper) -> APIRouter:
    routes = router()

    @routes.post(HERE)
    def record(posted: Posted) -> Response:
        row = {name: text(posted, name).strip() for name in COLUMNS}
        try:
            instrument = instrument_of(row)
        except BadFactError as error:
            page = fact_page(row, failures.sentence(error))
            return HTMLResponse(page, status_code=UNPROCESSABLE)
        keeper.record([instrument], _silent)
        return HTMLResponse(_list(keeper, done=w.STATUS_SAVED.format(instrument.label)))

    @routes.post(f"{HERE}/bo")
    def forget(posted: Posted) -> str:
        keeper.forget(text(posted, "number"), _silent)
        return _list(keeper, done=w.STATUS_FORGOTTEN.format(text(posted, "number")))

    @routes.post(f"{HERE}/nhap")
    async def take_in(posted: Posted) -> Response:
        given = posted.get("file")
        data = await given.read() if isinstance(given, UploadFile) else b""
        return _imported(keeper, data)

    return routes


def _imported(keeper: Keeper, data: bytes) -> Response:
    try:
        instruments = read(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return HTMLResponse(_list(keeper, notice=w.NOT_CSV), status_code=UNPROCESSABLE)
    except BadFactError as error:
        page = _list(keeper, notice=failures.sentence(error))
        return HTMLResponse(page, status_code=UNPROCESSABLE)
    keeper.record(instruments, _silent)
    return HTMLResponse(_list(keeper, done=w.STATUS_IMPORTED.format(len(instruments))))


def _list(keeper: Keeper, notice: str = "", done: str = "") -> Html:
    own = {one.number for one in keeper.library.instruments.every()}
    return registry_page(keeper.registry().instruments, own, notice, done)


def _silent(_what: str, _done: int, _total: int, _left: float | None) -> None:
    """Tell nobody: the reader waits for the page."""

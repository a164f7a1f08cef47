"""The routes of the administration: health, users, audit log."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.datastructures import FormData

from corpus.errors import HoiQuyCheError
from ui import failures, messages
from ui.application import FullApplication
from ui.health import Health
from ui.markup import Html, tag
from ui.people import wording as w
from ui.people.passwords import generated
from ui.people.role import Role
from ui.people.users import Users, tidy
from ui.times import moment
from ui.web.pages import lost_page
from ui.web.parts import wide
from ui.web.people.audit_page import SHOWN, as_csv, as_lines, audit_page
from ui.web.people.users_page import (
    AUDIT,
    HEALTH,
    USERS,
    administration,
    password_page,
    users_page,
)
from ui.web.posted import UNPROCESSABLE, Posted, see, text
from ui.web.routing import Refuse, router

EXPORTS = {"csv": (as_csv, "text/csv"), "jsonl": (as_lines, "application/jsonl")}


def health_page(health: Health) -> Html:
    """Return how the program is."""
    rows = (
        tag("tr", tag("th", w.FACTS[name], scope="row"), tag("td", words))
        for name, words in health.facts.items()
    )
    errors = [tag("li", f"{moment(at)} – {words}") for at, words in health.errors]
    listed = tag("ul", *errors) if errors else tag("p", w.NO_ERRORS)
    table = wide(tag("table", tag("tbody", *rows)), w.HEALTH)
    return administration(w.HEALTH, HEALTH, table, tag("h2", w.LAST_ERRORS), listed)


def administration_pages(application: FullApplication) -> APIRouter:
    """Return the routes."""
    every = APIRouter()
    every.include_router(_users(application))
    every.include_router(_log(application))
    routes = router()

    @routes.get(HEALTH)
    def health() -> str:
        return health_page(application.health())

    every.include_router(routes)
    return every


def _users(application: FullApplication) -> APIRouter:
    users = application.people.users
    routes = router(refuse=_refusing(users))

    @routes.get(USERS)
    def every(xong: str = "") -> str:
        return users_page(users.all(), done=w.DONE.get(xong, ""))

    @routes.post(f"{USERS}/them")
    def add(posted: Posted) -> str:
        return _added(application, text(posted, "ten"), _role(posted))

    @routes.post(f"{USERS}/mat-khau")
    def renew(posted: Posted) -> str:
        name, password = text(posted, "ten"), generated()
        users.renew(name, password)
        return password_page(name, password, first=False)

    @routes.post(f"{USERS}/vai-tro")
    def assign(posted: Posted) -> Response:
        users.assign(text(posted, "ten"), _role(posted))
        return see(f"{USERS}?xong=vai")

    @routes.post(f"{USERS}/xoa")
    def remove(posted: Posted) -> Response:
        users.remove(text(posted, "ten"))
        application.talks.clear(tidy(text(posted, "ten")))
        return see(f"{USERS}?xong=xoa")

    return routes


def _refusing(users: Users) -> Refuse:
    def refuse(_request: Request, error: HoiQuyCheError) -> Response:
        shown = users_page(users.all(), fault=failures.sentence(error))
        return HTMLResponse(shown, status_code=UNPROCESSABLE)

    return refuse


def _added(application: FullApplication, name: str, role: Role) -> Html:
    """Add a user; the first is an administrator, and gets what was asked before."""
    people, password = application.people, generated()
    first = people.alone()
    person = people.users.add(name, Role.ADMINISTRATOR if first else role, password)
    if first:
        application.talks.adopt(person.name)
    return password_page(person.name, password, first=first)


def _role(posted: FormData) -> Role:
    given = text(posted, "vai")
    return Role(given) if given in set(Role) else Role.READER


def _log(application: FullApplication) -> APIRouter:
    routes, audit = router(), application.people.audit

    @routes.get(AUDIT)
    def log(ai: str = "", truoc: int | None = None) -> str:
        entries = audit.last(SHOWN, before=truoc, who=tidy(ai))
        return audit_page(entries, ai, audit.altered())

    @routes.get(f"{AUDIT}/tai.{{form}}")
    def export(form: str) -> Response:
        if form not in EXPORTS:
            return HTMLResponse(lost_page(messages.NOT_FOUND), status_code=404)
        written, kind = EXPORTS[form]
        name = {"content-disposition": f"attachment; filename=nhat-ky.{form}"}
        return Response(written(audit.all()), media_type=f"{kind}; charset=utf-8", headers=name)

    return routes

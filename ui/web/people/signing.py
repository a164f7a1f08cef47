"""Signing in and out."""

from __future__ import annotations

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.datastructures import FormData

from ui.markup import Html, tag
from ui.people import wording as w
from ui.people.audit import Deed
from ui.people.errors import Bar, PeopleError
from ui.people.people import People
from ui.people.sessions import LONGEST
from ui.web.access import rule_of
from ui.web.entrance import SESSION, Entrance, session_of
from ui.web.frame import page
from ui.web.parts import form, hidden, labelled
from ui.web.posted import Posted, see, text
from ui.web.routing import router

HERE, OUT = "/dang-nhap", "/dang-xuat"
_REFUSED, _WAIT = 401, 429


def sign_in_page(back: str, name: str = "", fault: str = "") -> Html:
    """Return the form; `back` is where the reader goes on, `fault` why the last try failed."""
    told = tag("p", fault, class_="notice-box", role="alert") if fault else Html("")
    named = tag(
        "input",
        name="ten",
        value=name,
        autocomplete="username",
        autocapitalize="none",
        required=True,
        autofocus=not name,
        maxlength=60,
    )
    password = tag(
        "input",
        name="mat-khau",
        type="password",
        autocomplete="current-password",
        required=True,
        autofocus=bool(name),
        maxlength=200,
    )
    posting = form(
        HERE,
        labelled(w.NAME, named),
        labelled(w.PASSWORD, password),
        hidden(ve=back),
        tag("button", w.SIGN_IN, class_="button main"),
        class_="panel",
    )
    privacy = tag("p", w.PRIVACY, class_="hint-line")
    body = tag("div", tag("h1", w.SIGN_IN), told, posting, privacy, class_="studio signing")
    return page(w.SIGN_IN, HERE, body, assets=("studio",))


def signing(people: People, entrance: Entrance) -> APIRouter:
    """Return the routes."""
    routes = router()

    @routes.get(HERE)
    def ask(request: Request, ve: str = "/") -> Response:
        if entrance.person(request.scope):
            return see(_safe(ve))
        return HTMLResponse(sign_in_page(_safe(ve)))

    @routes.post(HERE)
    def sign_in(posted: Posted, request: Request) -> Response:
        return _signed_in(people, entrance, posted, request)

    @routes.post(OUT)
    def sign_out(request: Request) -> Response:
        person = entrance.person(request.scope)
        people.sessions.end(session_of(request.headers))
        if person and person.name:
            people.audit.record(person.name, Deed.SIGNED_OUT, "", entrance.source(request.scope))
        answer = see(HERE)
        answer.delete_cookie(SESSION)
        return answer

    return routes


def _signed_in(people: People, entrance: Entrance, posted: FormData, request: Request) -> Response:
    name, back = text(posted, "ten")[:60], _safe(text(posted, "ve"))
    source = entrance.source(request.scope)
    try:
        person = people.tries.sign_in(name, text(posted, "mat-khau"), source)
    except PeopleError as error:
        people.audit.record(name, Deed.REFUSED, error.why.value, source)
        status = _WAIT if error.why is Bar.WAIT else _REFUSED
        return HTMLResponse(sign_in_page(back, name, w.barred(error)), status_code=status)
    people.audit.record(person.name, Deed.SIGNED_IN, "", source)
    return begun(see(back), people.sessions.begin(person), entrance, request)


def begun(
    answer: RedirectResponse, token: str, entrance: Entrance, request: Request
) -> RedirectResponse:
    """Return an answer that brings the browser its session: no script reads it, no other site."""
    answer.set_cookie(
        SESSION,
        token,
        max_age=int(LONGEST),
        httponly=True,
        samesite="strict",
        secure=entrance.is_secure(request.scope),
    )
    return answer


def _safe(back: str) -> str:
    """Return where a reader goes on: an address of ours that is read, else the first page."""
    path = back.split("?", 1)[0].split("#", 1)[0]
    return back if path != HERE and rule_of(path, "GET") else "/"
